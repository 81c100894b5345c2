using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>The rows of runs as the ones who carry them out see them. What people ask of runs goes through <see cref="RunQueue"/>.</summary>
public sealed class RunStore(IDbContextFactory<CorpusDbContext> contexts, IOptions<NewsCorpusOptions> options, TimeProvider time)
{
    /// <summary>Runs whose changes and whose outcomes of unchanged files are kept; older ones keep all other outcomes.</summary>
    public const int KeptInFull = 20;

    public async Task<Run?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
    }

    /// <summary>Adds a row that begins at once. The caller holds the ingestion lock.</summary>
    public async Task<Run> BeginAsync(IngestionRequest request, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var run = await AddAsync(db, request, RunState.Running, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return run;
    }

    /// <summary>Adds a row within the caller's transaction.</summary>
    internal async Task<Run> AddAsync(CorpusDbContext db, IngestionRequest request, RunState state, CancellationToken cancellation)
    {
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(cancellation);
        var run = Make(request, numbers.Next(Sequence.Run), state);
        db.Runs.Add(run);
        return run;
    }

    /// <summary>A run; number 0 stands for one without a row, which leaves no trace.</summary>
    public Run Make(IngestionRequest request, long id, RunState state) => new()
    {
        Id = id,
        State = state,
        StartedAt = time.GetUtcNow(),
        StartedBy = request.StartedBy,
        Paths = string.Join('\n', request.Paths.Count > 0 ? request.Paths : options.Value.Corpus.AsReadOnly()),
        Select = request.Select,
        DryRun = request.DryRun,
    };

    /// <summary>The number of the run that is next in the queue, or null.</summary>
    public async Task<long?> NextQueuedAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Runs.Where(r => r.State == RunState.Queued).OrderBy(r => r.Id).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether a row says that its run is under way. Without a holder of the ingestion lock it is a dead one's.</summary>
    public async Task<bool> AnyOpenAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Runs.AnyAsync(r => r.State == RunState.Running || r.State == RunState.Paused, cancellation);
    }

    /// <summary>Whether any run is under way or waits to be.</summary>
    public async Task<bool> AnyUnfinishedAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Runs.AnyAsync(r => r.State == RunState.Running || r.State == RunState.Paused || r.State == RunState.Queued, cancellation);
    }

    /// <summary>Marks as failed what the rows call under way. The caller holds the ingestion lock, so their owners are dead.</summary>
    public async Task FailDeadAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var dead in await db.Runs.Where(r => r.State == RunState.Running || r.State == RunState.Paused).ToListAsync(cancellation))
        {
            dead.State = RunState.Failed;
            dead.Wish = RunWish.None;
            dead.EndedAt = time.GetUtcNow();
            dead.Error = "The program ended during this run. What it had stored is safe. Resume the run, or start another: both take up the rest.";
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Begins a queued run, or goes on with one that was cancelled or failed. The caller holds the ingestion lock. Null where it is in none of these states (any more).</summary>
    public async Task<Run?> TakeAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Runs.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { State: RunState.Queued or RunState.Cancelled or RunState.Failed } run)
            return null;
        if (run is { DryRun: true, Files: > 0 })
        {
            run.StartOver();
            await db.RunOutcomes.Where(o => o.RunId == id).ExecuteDeleteAsync(cancellation);
            await db.RunChanges.Where(c => c.RunId == id).ExecuteDeleteAsync(cancellation);
        }
        if (run.Cursor is null)
            run.StartedAt = time.GetUtcNow();
        (run.State, run.EndedAt, run.Error, run.Wish) = (RunState.Running, null, null, RunWish.None);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return run;
    }

    public async Task<RunWish> WishAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Runs.Where(r => r.Id == id).Select(r => r.Wish).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Says that the run pauses or goes on.</summary>
    public async Task SetStateAsync(Run run, RunState state, CancellationToken cancellation)
    {
        run.State = state;
        if (run.Id == 0)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, state).SetProperty(r => r.ActiveSeconds, run.ActiveSeconds), cancellation);
    }

    /// <summary>Closes a run, or puts it back into the queue. Nothing that was asked of it holds any longer.</summary>
    public async Task EndAsync(Run run, RunState state, string? remark, CancellationToken cancellation)
    {
        (run.State, run.EndedAt, run.Error) = (state, state == RunState.Queued ? null : time.GetUtcNow(), remark);
        if (run.Id == 0)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Runs.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, state)
                .SetProperty(r => r.EndedAt, run.EndedAt)
                .SetProperty(r => r.Error, remark)
                .SetProperty(r => r.Wish, RunWish.None)
                .SetProperty(r => r.FilesFound, run.FilesFound)
                .SetProperty(r => r.ActiveSeconds, run.ActiveSeconds),
            cancellation);
        var old = run.Id - KeptInFull;
        await db.RunOutcomes.Where(o => o.RunId <= old && o.Outcome == Outcome.Unchanged).ExecuteDeleteAsync(cancellation);
        await db.RunChanges.Where(c => c.RunId <= old).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Lays the progress of a run into its row, within the caller's transaction; state and wish are others' to write.</summary>
    internal static void Advance(CorpusDbContext db, Run run)
    {
        var row = db.Runs.Attach(run);
        foreach (var name in Progress)
            row.Property(name).IsModified = true;
    }

    private static readonly string[] Progress =
    [
        nameof(Run.Files), nameof(Run.Added), nameof(Run.Updated), nameof(Run.Unchanged), nameof(Run.Duplicate), nameof(Run.Skipped), nameof(Run.Rejected),
        nameof(Run.FilesFound), nameof(Run.Bytes), nameof(Run.ActiveSeconds), nameof(Run.Cursor),
    ];
}
