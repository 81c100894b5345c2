using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>One page of a list.</summary>
/// <param name="Total">Items on all pages.</param>
public sealed record ReportPage<T>(IReadOnlyList<T> Items, int Total);

/// <summary>What runs came to: the outcome of each file and the changes of articles, page by page or as a stream.</summary>
public sealed class RunReport(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>How soon a change of a run's row is seen.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    public async Task<ReportPage<Run>> RunsAsync(int page, int size, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await PageAsync(db.Runs.AsNoTracking().OrderByDescending(r => r.Id), page, size, cancellation);
    }

    /// <summary>Outcomes of one kind, or of all, rejected files first.</summary>
    public async Task<ReportPage<RunOutcome>> OutcomesAsync(long runId, Outcome? kind, int page, int size, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var outcomes = db.RunOutcomes.AsNoTracking().Where(o => o.RunId == runId);
        return kind is { } wanted
            ? await PageAsync(outcomes.Where(o => o.Outcome == wanted).OrderBy(o => o.Id), page, size, cancellation)
            : await PageAsync(outcomes.OrderByDescending(o => o.Outcome == Outcome.Rejected).ThenBy(o => o.Id), page, size, cancellation);
    }

    /// <summary>All outcomes in the order of the files.</summary>
    public async IAsyncEnumerable<RunOutcome> OutcomesAsync(long runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await foreach (var outcome in db.RunOutcomes.AsNoTracking().Where(o => o.RunId == runId).OrderBy(o => o.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return outcome;
    }

    public async Task<ReportPage<RunChange>> ChangesAsync(long runId, string? field, int page, int size, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await PageAsync(db.RunChanges.AsNoTracking().Where(c => c.RunId == runId && (field == null || c.Field == field)).OrderBy(c => c.Id), page, size, cancellation);
    }

    /// <summary>All changes in the order of the files.</summary>
    public async IAsyncEnumerable<ArticleChange> ChangesAsync(long runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await foreach (var c in db.RunChanges.AsNoTracking().Where(c => c.RunId == runId).OrderBy(c => c.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return new ArticleChange(c.ArticleId, c.Path, c.Title, c.Field, c.Before, c.After, c.Rule);
    }

    /// <summary>The run's row now and after each change, whichever process makes it, up to its end. Empty where there is no such run.</summary>
    public async IAsyncEnumerable<Run> FollowAsync(long runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Run? last = null;
        while (true)
        {
            await using (var db = await contexts.CreateDbContextAsync(cancellation))
            {
                if (await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancellation) is not { } run)
                    yield break;
                if (last is null || (run.State, run.Wish, run.Files, run.FilesFound) != (last.State, last.Wish, last.Files, last.FilesFound))
                    yield return last = run;
            }
            if (last.IsOver)
                yield break;
            await Task.Delay(Interval, cancellation);
        }
    }

    private static async Task<ReportPage<T>> PageAsync<T>(IOrderedQueryable<T> items, int page, int size, CancellationToken cancellation) =>
        new(await items.Skip((page - 1) * size).Take(size).ToListAsync(cancellation), await items.CountAsync(cancellation));
}
