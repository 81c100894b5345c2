using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Counting;

/// <summary>What one line of a batch finds.</summary>
/// <param name="Reading">How it was read.</param>
/// <param name="Total">Stories, or articles where copies are not grouped.</param>
/// <param name="TotalCopies">Articles, each copy counted.</param>
/// <param name="Outlets">Outlets with at least one of them.</param>
/// <param name="First">Day of the earliest; null where none has a date.</param>
/// <param name="Last">Day of the latest.</param>
/// <param name="Undated">Of the total, those without a date.</param>
public sealed record BatchCount(QueryReading Reading, int Total, int TotalCopies, int Outlets, DateOnly? First, DateOnly? Last, int Undated);

/// <summary>Counts what each of many queries finds. Sees the index as of its last commit, all queries the same one. Safe for threads.</summary>
public sealed class BatchSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Queries in one batch.</summary>
    public const int MostQueries = 500;

    /// <param name="queries">At most <see cref="MostQueries"/>, none blank.</param>
    /// <param name="filters">What holds for all of them; its own query does not count.</param>
    /// <returns>One count for each query, in their order.</returns>
    public async Task<IReadOnlyList<BatchCount>> CountAsync(IReadOnlyList<string> queries, SearchRequest filters, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var resolved = await FilterResolver.ResolveAsync(context, filters, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return [.. queries.Select(q => new BatchCount(new QueryReading(q, q, []), 0, 0, 0, null, null, 0))];
        var scan = new QueryScan(index, lease.Value.Snapshot, filters, FilterResolver.WithAgencies(resolved, lease.Value.Snapshot.Agencies), today);
        var counts = new BatchCount[queries.Count];
        Parallel.For(0, counts.Length, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => counts[i] = Count(scan, queries[i], ct));
        return counts;
    }

    private static BatchCount Count(QueryScan scan, string query, CancellationToken ct)
    {
        var (total, undated, articles, first, last) = (0, 0, 0, int.MaxValue, -1);
        var outlets = new HashSet<int>();
        var stories = new HashSet<int>();
        var undatedStories = new HashSet<int>();
        var reading = scan.Run(query, hit =>
        {
            articles++;
            var isAlone = !scan.IsGrouped || hit.Story == 0;
            total += isAlone || stories.Add(hit.Story) ? 1 : 0;
            if (hit.Outlet != 0)
                outlets.Add(hit.Outlet);
            if (hit.FirstDay < 0)
                undated += isAlone || undatedStories.Add(hit.Story) ? 1 : 0;
            else
                (first, last) = (Math.Min(first, hit.FirstDay), Math.Max(last, hit.LastDay));
        }, ct);
        return new BatchCount(reading, total, articles, outlets.Count, last < 0 ? null : DateOnly.FromDayNumber(first), last < 0 ? null : DateOnly.FromDayNumber(last), undated);
    }
}
