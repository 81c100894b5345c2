using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using Xunit;

namespace NewsCorpus.Tests.Search.Counting;

public sealed class ComparisonSearchTests : IDisposable
{
    private static readonly string?[] Dates = [null, "2025", "2025-12", "2025-12-30", "2026-01-02", "2026-01-05", "2026-02-01", "2026-02-03"];

    private readonly SearchCorpus _corpus = new();

    private ComparisonSearch Search => new(_corpus.Index, _corpus, TimeProvider.System);

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData(PeriodLength.Day, CopiesMode.Group, EstimatesMode.Exclude)]
    [InlineData(PeriodLength.Week, CopiesMode.All, EstimatesMode.Exclude)]
    [InlineData(PeriodLength.Month, CopiesMode.Group, EstimatesMode.Include)]
    [InlineData(PeriodLength.Year, CopiesMode.Group, EstimatesMode.Exclude)]
    public async Task Each_number_is_that_of_a_search_in_the_period_alone(PeriodLength length, CopiesMode copies, EstimatesMode estimates)
    {
        await FillAsync();
        foreach (var filters in new[] { new SearchRequest(), new SearchRequest { From = new DateOnly(2025, 12, 10), Outlets = [new FilterValue("gazette")] }, new SearchRequest { People = [new FilterValue("ada-okafor")] } })
        {
            var request = filters with { Copies = copies, Estimates = estimates };
            var found = await CompareAsync(new ComparisonRequest { Queries = ["ferry", "\"harbour vote\" OR mayor"], Filters = request, Length = length });

            Assert.Equal(length, found.Length);
            Assert.Equal(found.Periods.Select(p => p.From).Order(), found.Periods.Select(p => p.From));
            foreach (var query in found.Queries)
            {
                var all = await _corpus.FindAsync(request with { Query = query.Reading.Typed });
                Assert.Equal((all.Total, all.TotalCopies), (query.Total, query.TotalCopies));
                for (var slot = 0; slot < found.Periods.Count; slot++)
                    Assert.Equal((found.Periods[slot], await CountAsync(request with { Query = query.Reading.Typed }, found.Periods[slot])), (found.Periods[slot], query.Counts[slot]));
            }
            for (var slot = 0; slot < found.Periods.Count; slot++)
                Assert.Equal(await CountAsync(request with { People = [] }, found.Periods[slot]), found.All[slot]);
        }
    }

    [Fact]
    public async Task Tells_undated_and_vague_from_what_lies_in_a_period()
    {
        _corpus.Add("A", "The ferry sank.");
        _corpus.Add("B", "The ferry sank.", "2025-12");
        _corpus.Add("C", "The ferry sank.", "2025-12-30");
        _corpus.Add("D", "Nothing sank.", "2026-01-02");
        await _corpus.CatchUpAsync();

        var byDay = (await CompareAsync(new ComparisonRequest { Queries = ["ferry"], Filters = new SearchRequest(), Length = PeriodLength.Day })).Queries[0];
        var byMonth = (await CompareAsync(new ComparisonRequest { Queries = ["ferry"], Filters = new SearchRequest(), Length = PeriodLength.Month })).Queries[0];

        Assert.Equal((3, 1, 1, 1), (byDay.Total, byDay.Undated, byDay.Vague, byDay.Counts.Sum()));
        Assert.Equal((3, 1, 0, 2), (byMonth.Total, byMonth.Undated, byMonth.Vague, byMonth.Counts.Sum()));
    }

    [Fact]
    public async Task Grid_tells_no_match_from_nothing_ingested()
    {
        _corpus.Add("A", "The ferry sank.", "2026-01-06", "Gazette");
        _corpus.Add("B", "The ferry sank.", "2026-01-07", "Gazette");
        _corpus.Add("C", "Nothing sank.", "2026-01-13", "Gazette");
        _corpus.Add("D", "The ferry sank.", "2026-01-13", "Herald");
        _corpus.Add("E", "The ferry sank.", "2024-01-13", "Herald");
        await _corpus.CatchUpAsync();

        var grid = (await CompareAsync(new ComparisonRequest { Queries = ["sank", "ferry"], Filters = new SearchRequest(), Grid = 1 })).Grid!;

        Assert.Equal((1, 53), (grid.Query, grid.Weeks.Count));
        Assert.Equal(["Gazette", "Herald"], grid.Rows.Select(r => r.Outlet!.Name));
        Assert.Equal([new GridCell(2, 2), new GridCell(0, 1)], grid.Rows[0].Cells.TakeLast(2));
        Assert.Equal([new GridCell(0, 0), new GridCell(1, 1)], grid.Rows[1].Cells.TakeLast(2));
        Assert.Equal((DayOfWeek.Monday, new DateOnly(2026, 1, 13)), (grid.Weeks[^1].From.DayOfWeek, grid.Weeks[^1].To));
    }

    [Fact]
    public async Task Query_that_cannot_be_read_counts_nothing_and_says_so()
    {
        await FillAsync();

        var found = await CompareAsync(new ComparisonRequest { Queries = ["( ", "ferry"], Filters = new SearchRequest() });

        Assert.Equal(0, found.Queries[0].Total);
        Assert.NotEmpty(found.Queries[0].Reading.Problems);
        Assert.NotEqual(0, found.Queries[1].Total);
    }

    [Fact]
    public async Task Batch_counts_what_a_search_finds()
    {
        await FillAsync();
        string[] queries = ["ferry", "\"harbour vote\"", "nowhereword", "mayor -ferry"];

        var counts = await new BatchSearch(_corpus.Index, _corpus, TimeProvider.System).CountAsync(queries, new SearchRequest(), TestContext.Current.CancellationToken);

        foreach (var (query, count) in queries.Zip(counts))
        {
            var found = await _corpus.FindAsync(new SearchRequest { Query = query, Size = 100 });
            Assert.Equal((found.Total, found.TotalCopies, found.Facets.Undated), (count.Total, count.TotalCopies, count.Undated));
            Assert.Equal(found.Facets.Outlets.Count(o => o.Count > 0), count.Outlets);
        }
        Assert.Equal(new DateOnly(2025, 1, 1), counts[0].First);
    }

    private async Task FillAsync()
    {
        var random = new Random(7);
        string[] words = ["ferry", "harbour vote", "mayor", "bay", "storm"];
        for (var i = 0; i < 90; i++)
            _corpus.Add($"T{i}", $"The {words[random.Next(5)]} and the {words[random.Next(5)]}.", Dates[random.Next(Dates.Length)], random.Next(2) == 0 ? "Gazette" : "Bay Herald",
                people: random.Next(3) == 0 ? ["Ada Okafor"] : [], story: random.Next(3) == 0 ? random.Next(1, 9) : null, estimated: random.Next(2) == 0 ? "2026-01-20" : null);
        await _corpus.CatchUpAsync();
    }

    private Task<Comparison> CompareAsync(ComparisonRequest request) => Search.CompareAsync(request, TestContext.Current.CancellationToken);

    private async Task<int> CountAsync(SearchRequest request, Period period) => (await _corpus.FindAsync(request with { From = period.From, To = period.To })).Total;
}
