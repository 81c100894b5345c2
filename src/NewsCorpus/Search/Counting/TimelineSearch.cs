using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Counting;

/// <summary>
/// The coverage of a search over time: counts for each period beside all that the corpus has of it, with the stories that were carried most widely. Counts are those of a comparison
/// (<see cref="PeriodCounts"/>). Sees the index as of its last commit. Safe for threads.
/// </summary>
public sealed class TimelineSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    public async Task<CoverageTimeline> FindAsync(TimelineRequest request, CancellationToken ct)
    {
        var search = request.Search;
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var filters = await FilterResolver.ResolveAsync(context, search, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return Empty(request.Length, filters, new ComparedQuery(new QueryReading(search.Query ?? "", search.Query ?? "", []), 0, 0, 0, 0, []));
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        var span = new DaySpan();
        var reading = new QueryScan(index, snapshot, search, filters, today).RunOwn(span.Add, ct);
        // A range that was asked for is shown to its ends; else from the first result to the last.
        var (first, last) = (search.From ?? Day(span.First), search.To ?? Day(span.Last));
        var hasPeriods = first <= last && (!span.IsEmpty || search.From is not null && search.To is not null);
        var axis = hasPeriods ? Axis(request, first, last) : PeriodAxis.Of(PeriodLength.Day, today, today);
        var scan = new QueryScan(index, snapshot, search, filters, today) { WithScores = true };
        var (counts, estimated, all) = (new PeriodCounts(axis, scan.IsGrouped), new PeriodCounts(axis, scan.IsGrouped), new PeriodCounts(axis, scan.IsGrouped));
        var stories = new PeriodStories(axis);
        scan.RunOwn(
            hit =>
            {
                counts.Add(hit);
                stories.Add(hit);
                if (hit.IsEstimated)
                    estimated.Add(hit);
            },
            ct);
        var query = new ComparedQuery(reading, counts.Total, counts.Articles, counts.Undated, counts.Vague, hasPeriods ? counts.Counts : []);
        if (!hasPeriods)
            return Empty(axis.Length, filters, query);
        QueryScan.Population(index, snapshot, search, filters, today).Run(all.AddInside, ct);
        var rows = Rows(axis, counts.Counts, all.Counts, estimated.Counts);
        if (search.Sort == SortOrder.Newest)
            rows.Reverse();
        var page = rows.Skip((int)Math.Min((search.Page - 1L) * TimelineRequest.Rows, int.MaxValue)).Take(TimelineRequest.Rows).ToList();
        return new CoverageTimeline(
            new Comparison { Filters = filters, Length = axis.Length, Periods = [.. Enumerable.Range(0, axis.Count).Select(slot => axis[slot])], All = all.Counts, Queries = [query], Grid = null },
            await ReadAsync(context, page.ConvertAll(row => (row, row.Count == 0 ? [] : stories.Of(axis.SlotOf(row.Span.From)))), ct),
            rows.Count);
    }

    /// <summary>Where no range was asked for, the first and the last period are whole.</summary>
    private static PeriodAxis Axis(TimelineRequest request, DateOnly first, DateOnly last)
    {
        var axis = PeriodAxis.Of(request.Length, first, last);
        var unit = axis.Length switch { PeriodLength.Day => TimeUnit.Day, PeriodLength.Week => TimeUnit.Week, PeriodLength.Month => TimeUnit.Month, _ => TimeUnit.Year };
        return PeriodAxis.Of(axis.Length, request.Search.From is null ? Timeline.FirstOf(unit, first) : first, request.Search.To is null ? Timeline.LastOf(unit, last) : last);
    }

    /// <summary>Periods without a result that lie side by side and are so for the same reason are one row.</summary>
    private static List<TimelineRow> Rows(PeriodAxis axis, int[] counts, int[] all, int[] estimated)
    {
        var rows = new List<TimelineRow>();
        for (var slot = 0; slot < axis.Count; slot++)
        {
            if (counts[slot] == 0 && rows is [.., { Count: 0 } last] && last.All == 0 == (all[slot] == 0))
                rows[^1] = last with { Span = last.Span with { To = axis[slot].To }, Periods = last.Periods + 1, All = last.All + all[slot] };
            else
                rows.Add(new TimelineRow(axis[slot], 1, counts[slot], all[slot], estimated[slot], []));
        }
        return rows;
    }

    private static async Task<List<TimelineRow>> ReadAsync(CorpusDbContext context, List<(TimelineRow Row, IReadOnlyList<GatheredStory> Stories)> page, CancellationToken ct)
    {
        var ids = page.SelectMany(p => p.Stories).Select(s => s.Best.Id).Distinct().ToList();
        var articles = await context.Articles.Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live)
            .Select(a => new { a.Id, a.Slug, a.Title, a.Day, a.DatePrecision, a.Instant, Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug) })
            .ToDictionaryAsync(a => a.Id, ct);
        return page.ConvertAll(p => p.Row with
        {
            Stories = [.. p.Stories.Where(s => articles.ContainsKey(s.Best.Id)).Select(s =>
            {
                var article = articles[s.Best.Id];
                return new TimelineStory(article.Id, article.Slug, article.Title, article.Day is { } day ? new ArticleDate(day, article.DatePrecision, article.Instant) : null, article.Outlet, s.Outlets, s.Articles - 1, s.Best.IsEstimated);
            })],
        });
    }

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));

    private static CoverageTimeline Empty(PeriodLength length, ResolvedFilters filters, ComparedQuery query) => new(
        new Comparison { Filters = filters, Length = length == PeriodLength.Auto ? PeriodLength.Day : length, Periods = [], All = [], Queries = [query], Grid = null }, [], 0);
}
