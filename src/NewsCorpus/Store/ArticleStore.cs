using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>What became of a batch.</summary>
/// <param name="Outcomes">One a file, in the batch's order.</param>
/// <param name="Changes">What changed, or in a dry run would change, in articles that were there before.</param>
/// <param name="ToLink">In a dry run the articles whose copies would be looked for; else none.</param>
public sealed record BatchResult(IReadOnlyList<RunOutcome> Outcomes, IReadOnlyList<ArticleChange> Changes, IReadOnlyList<PreviewedArticle> ToLink);

/// <summary>
/// Writes what ingestion read. A batch of files, their articles, revisions and outcomes commit in one transaction: all or nothing.
/// </summary>
public sealed class ArticleStore(IDbContextFactory<CorpusDbContext> contexts, NameRules nameRules, TimeProvider time)
{
    /// <summary>Stores a batch and returns its outcomes in the batch's order. Adds their counts, and where to go on, to <paramref name="run"/> and its row.</summary>
    /// <param name="preview">What a preview's earlier batches came to; given, everything is worked out and no article is written. Null to store.</param>
    public async Task<BatchResult> CommitAsync(Run run, IReadOnlyList<FileReading> batch, PreviewLedger? preview, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Database.OpenConnectionAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await SqliteFile.WidenCacheAsync(db, cancellation);

        var writer = new BatchWriter(db, nameRules, run.Id, time.GetUtcNow(), preview);
        batch = await writer.LoadAsync(batch, cancellation);
        var outcomes = new List<RunOutcome>(batch.Count);
        foreach (var file in batch)
            outcomes.Add(await writer.WriteAsync(file, cancellation));
        await writer.FinishAsync(cancellation);
        var result = new BatchResult(outcomes, writer.Changes, preview is null ? [] : writer.ToLink());

        if (preview is null)
        {
            Count(db, run, batch, result);
            await writer.New.SaveAsync(outcomes, Changes(run, result.Changes), cancellation);
            await transaction.CommitAsync(cancellation);
            await SqliteFile.NarrowCacheAsync(db, cancellation);
            return result;
        }
        await transaction.RollbackAsync(cancellation);
        await preview.KeepAsync(writer.Files, writer.New.Has, cancellation);
        await ReportAsync(run, batch, result, cancellation);
        return result;
    }

    /// <summary>The report of a preview is the one thing of it that is written; that of a run without a row is not.</summary>
    private async Task ReportAsync(Run run, IReadOnlyList<FileReading> batch, BatchResult result, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        Count(db, run, batch, result);
        if (run.Id == 0)
            return;
        db.RunOutcomes.AddRange(result.Outcomes);
        db.RunChanges.AddRange(Changes(run, result.Changes));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Adds to the report of a preview what shows only when all its batches are known.</summary>
    public async Task ReportAsync(Run run, IReadOnlyList<ArticleChange> changes, CancellationToken cancellation)
    {
        if (run.Id == 0 || changes.Count == 0)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.RunChanges.AddRange(Changes(run, changes));
        await db.SaveChangesAsync(cancellation);
    }

    private static void Count(CorpusDbContext db, Run run, IReadOnlyList<FileReading> batch, BatchResult result)
    {
        foreach (var outcome in result.Outcomes)
            run.Count(outcome.Outcome);
        run.Bytes += batch.Sum(f => f.Size);
        run.Cursor = batch[^1].Cursor ?? run.Cursor;
        if (run.Id != 0)
            RunStore.Advance(db, run);
    }

    private static IEnumerable<RunChange> Changes(Run run, IReadOnlyList<ArticleChange> changes) => changes.Select(c => new RunChange
    {
        RunId = run.Id,
        ArticleId = c.ArticleId,
        Path = c.Path,
        Title = c.Title,
        Field = c.Field,
        Before = c.Before,
        After = c.After,
        Rule = c.Rule,
    });
}
