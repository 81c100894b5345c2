using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>What became of a batch.</summary>
/// <param name="Outcomes">One a file, in the batch's order.</param>
/// <param name="Changes">What changed, or in a dry run would change, in articles that were there before.</param>
public sealed record BatchResult(IReadOnlyList<RunOutcome> Outcomes, IReadOnlyList<ArticleChange> Changes);

/// <summary>
/// Writes what ingestion read. A batch of files, their articles, revisions and outcomes commit in one transaction: all or nothing.
/// </summary>
public sealed class ArticleStore(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Stores a batch and returns its outcomes in the batch's order. Adds their counts to <paramref name="run"/>.</summary>
    /// <param name="dryRun">True to work everything out and then roll back: nothing is written.</param>
    public async Task<BatchResult> CommitAsync(Run run, IReadOnlyList<FileReading> batch, bool dryRun, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        var writer = new BatchWriter(db, run.Id, time.GetUtcNow());
        await writer.LoadAsync(batch, cancellation);
        var outcomes = new List<RunOutcome>(batch.Count);
        foreach (var file in batch)
            outcomes.Add(await writer.WriteAsync(file, cancellation));
        await writer.FinishAsync(cancellation);

        if (!dryRun)
            db.Runs.Attach(run);
        foreach (var outcome in outcomes)
            run.Count(outcome.Outcome);
        if (dryRun)
            return new BatchResult(outcomes, writer.Changes);
        db.RunOutcomes.AddRange(outcomes);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new BatchResult(outcomes, writer.Changes);
    }

    /// <summary>Opens a run. Any run still marked as running is a dead one (the caller holds the ingestion lock) and is marked as failed.</summary>
    public async Task<Run> BeginRunAsync(string startedBy, IEnumerable<string> paths, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        foreach (var dead in await db.Runs.Where(r => r.State == RunState.Running).ToListAsync(cancellation))
        {
            dead.State = RunState.Failed;
            dead.EndedAt = now;
            dead.Error = "The program ended during this run. What it had stored is safe; the next run took up the rest.";
        }
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(cancellation);
        var run = new Run
        {
            Id = numbers.Next(Sequence.Run),
            State = RunState.Running,
            StartedAt = now,
            StartedBy = startedBy,
            Paths = string.Join('\n', paths),
        };
        db.Runs.Add(run);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return run;
    }

    /// <summary>Closes a run. Outcomes of unchanged files are kept for the newest <paramref name="keep"/> runs only: they say nothing that the count does not.</summary>
    public async Task EndRunAsync(Run run, RunState state, string? error, int keep = 20, CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Runs.Attach(run);
        run.State = state;
        run.EndedAt = time.GetUtcNow();
        run.Error = error;
        await db.SaveChangesAsync(cancellation);
        await db.RunOutcomes.Where(o => o.RunId <= run.Id - keep && o.Outcome == Outcome.Unchanged).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Marks the files below a folder that are no longer there, and those that came back. Their articles stay. Returns the paths newly missing.</summary>
    public async Task<IReadOnlyList<string>> MarkMissingAsync(string folder, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var prefix = System.IO.Path.TrimEndingDirectorySeparator(folder) + System.IO.Path.DirectorySeparatorChar;
        var changed = new List<long>();
        var gone = new List<string>();
        var files = db.SourceFiles.Where(f => f.Location.StartsWith(prefix)).Select(f => new { f.Id, f.Location, f.Path, f.IsMissing });
        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var missing = !SourceFile.IsOnDisk(file.Location);
            if (missing == file.IsMissing)
                continue;
            changed.Add(file.Id);
            if (missing)
                gone.Add(file.Path);
        }
        foreach (var ids in changed.Chunk(500))
            await db.SourceFiles.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(s => s.SetProperty(f => f.IsMissing, f => !f.IsMissing), cancellation);
        return gone;
    }
}
