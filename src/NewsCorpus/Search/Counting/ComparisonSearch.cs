using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Counting;

/// <summary>Compares queries over time and, for one of them, over outlets. Sees the index as of its last commit, all queries the same one. Safe for threads.</summary>
public sealed class ComparisonSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    public async Task<Comparison> CompareAsync(ComparisonRequest request, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var filters = await FilterResolver.ResolveAsync(context, request.Filters, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return Empty(request, filters);
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        var population = QueryScan.Population(index, snapshot, request.Filters, filters, today);
        var span = new DaySpan();
        population.Run(span.Add, ct);
        if (span.IsEmpty)
            return Empty(request, filters);
        var (first, last) = (DateOnly.FromDayNumber(span.First), DateOnly.FromDayNumber(span.Last));
        var axis = PeriodAxis.Of(request.Length, first, last);
        var scan = new QueryScan(index, snapshot, request.Filters, filters, today);
        var firstWeek = Math.Max(span.First, ((span.Last / 7) - CoverageGrid.MostWeeks + 1) * 7);
        var weeks = PeriodAxis.Of(PeriodLength.Week, DateOnly.FromDayNumber(firstWeek), last);

        var all = new PeriodCounts(axis, scan.IsGrouped);
        var (allWeeks, matchingWeeks) = (new OutletWeeks(weeks, firstWeek, scan.IsGrouped), new OutletWeeks(weeks, firstWeek, scan.IsGrouped));
        var queries = new ComparedQuery[request.Queries.Count];
        // One for each core: a query by itself runs on one.
        Parallel.For(-1, queries.Length, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            if (i < 0)
            {
                population.Run(hit => Count(hit, all, allWeeks), ct);
                return;
            }
            var counts = new PeriodCounts(axis, scan.IsGrouped);
            var reading = scan.Run(request.Queries[i], i == request.Grid ? hit => Count(hit, counts, matchingWeeks) : counts.Add, ct);
            queries[i] = new ComparedQuery(reading, counts.Total, counts.Articles, counts.Undated, counts.Vague, counts.Counts);
        });
        return new Comparison
        {
            Filters = filters,
            Length = axis.Length,
            Periods = [.. Enumerable.Range(0, axis.Count).Select(slot => axis[slot])],
            All = all.Counts,
            Queries = queries,
            Grid = await GridAsync(context, request.Grid, weeks, allWeeks, matchingWeeks, ct),
        };
    }

    private static void Count(DatedHit hit, PeriodCounts periods, OutletWeeks weeks)
    {
        periods.Add(hit);
        weeks.Add(hit);
    }

    private static async Task<CoverageGrid> GridAsync(CorpusDbContext context, int query, PeriodAxis weeks, OutletWeeks all, OutletWeeks matching, CancellationToken ct)
    {
        var outlets = all.Outlets.OrderByDescending(all.TotalOf).ThenBy(id => id).ToList();
        var shown = outlets.Take(CoverageGrid.MostRows).ToList();
        var names = (await NamedRow.Outlets(context).Where(o => shown.Contains(o.Id)).ToListAsync(ct)).ToDictionary(o => o.Id, o => o.ToRef());
        var slots = Enumerable.Range(0, weeks.Count).ToList();
        return new CoverageGrid(query, [.. slots.Select(slot => weeks[slot])],
            [.. shown.Select(id => new GridRow(names.GetValueOrDefault(id), [.. slots.Select(week => new GridCell(matching.Of(id, week), all.Of(id, week)))]))], outlets.Count);
    }

    private static Comparison Empty(ComparisonRequest request, ResolvedFilters filters) => new()
    {
        Filters = filters,
        Length = request.Length == PeriodLength.Auto ? PeriodLength.Day : request.Length,
        Periods = [],
        All = [],
        Queries = [.. request.Queries.Select(q => new ComparedQuery(new QueryReading(q, q, []), 0, 0, 0, 0, []))],
        Grid = null,
    };
}
