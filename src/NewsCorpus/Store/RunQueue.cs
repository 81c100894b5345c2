using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>What became of something that was asked of a run.</summary>
/// <param name="Run">The run as it is now; null where there is none with that number.</param>
/// <param name="Problem">Why it was not done, with the remedy; null where it was.</param>
public sealed record RunAnswer(Run? Run, string? Problem);

/// <summary>
/// What people ask of runs: to start, pause, go on, end. It is written into the run's row, so it holds across processes and restarts; a queued run is taken up by the process that serves.
/// </summary>
public sealed class RunQueue(IDbContextFactory<CorpusDbContext> contexts, RunStore runs, TimeProvider time)
{
    /// <summary>Adds a run that begins when those before it are over.</summary>
    /// <param name="action">What the log is to say of whoever started it; null for the program itself.</param>
    public async Task<Run> EnqueueAsync(IngestionRequest request, string? action, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var run = await runs.AddAsync(db, request, RunState.Queued, cancellation);
        if (action is not null)
            AuditLog.Add(db, time.GetUtcNow(), request.StartedBy, action, Subject(run.Id), $"{run.Select}{(run.DryRun ? ", preview" : "")}: {run.Paths.ReplaceLineEndings(", ")}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return run;
    }

    /// <summary>Queues for real what a preview has shown.</summary>
    public async Task<RunAnswer> ApplyAsync(long id, string by, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } preview)
            return new RunAnswer(null, null);
        if (!preview.DryRun)
            return new RunAnswer(preview, $"Run {id} is no preview: what it read is stored already.");
        return new RunAnswer(await EnqueueAsync(new IngestionRequest { Paths = preview.PathList, Select = preview.Select, StartedBy = by }, "run.apply", cancellation), null);
    }

    /// <summary>A run under way stops reading, and holds its place.</summary>
    public Task<RunAnswer> PauseAsync(long id, string by, CancellationToken cancellation) => AskAsync(id, by, "run.pause", run =>
    {
        if (run.State == RunState.Queued)
            return $"Run {id} has not begun. Cancel it, or wait until it runs.";
        if (run.IsOver)
            return $"Run {id} is over.";
        run.Wish = RunWish.Pause;
        return null;
    }, cancellation);

    /// <summary>A paused run goes on; one that was cancelled or failed is queued again, and goes on behind the last file that it stored.</summary>
    public Task<RunAnswer> ResumeAsync(long id, string by, CancellationToken cancellation) => AskAsync(id, by, "run.resume", run =>
    {
        switch (run.State)
        {
            case RunState.Paused or RunState.Running when run.Wish != RunWish.Cancel:
                run.Wish = RunWish.None;
                return null;
            case RunState.Cancelled or RunState.Failed:
                (run.State, run.EndedAt, run.Error, run.Wish) = (RunState.Queued, null, null, RunWish.None);
                return null;
            case RunState.Queued:
                return $"Run {id} waits in the queue already.";
            case RunState.Finished:
                return $"Run {id} has finished. Start another.";
            default:
                return $"Run {id} is being cancelled. Resume it when that is done.";
        }
    }, cancellation);

    /// <summary>A run under way ends where it is, and what it stored stays; a queued one never begins.</summary>
    public Task<RunAnswer> CancelAsync(long id, string by, CancellationToken cancellation) => AskAsync(id, by, "run.cancel", run =>
    {
        if (run.IsOver)
            return $"Run {id} is over.";
        if (run.State == RunState.Queued)
            (run.State, run.EndedAt, run.Error) = (RunState.Cancelled, time.GetUtcNow(), $"Cancelled by {by} before it began.");
        else
            run.Wish = RunWish.Cancel;
        return null;
    }, cancellation);

    private async Task<RunAnswer> AskAsync(long id, string by, string action, Func<Run, string?> ask, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Runs.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } run)
            return new RunAnswer(null, null);
        if (ask(run) is { } problem)
            return new RunAnswer(run, problem);
        AuditLog.Add(db, time.GetUtcNow(), by, action, Subject(id), null);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new RunAnswer(run, null);
    }

    private static string Subject(long id) => $"run {id}";
}
