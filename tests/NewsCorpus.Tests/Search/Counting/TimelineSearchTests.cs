using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using Xunit;

namespace NewsCorpus.Tests.Search.Counting;

public sealed class TimelineSearchTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Tells_no_match_from_nothing_ingested()
    {
        _corpus.Add("A", "The ferry sank.", "2026-01-05");
        _corpus.Add("B", "Nothing sank.", "2026-01-06");
        _corpus.Add("C", "Nothing sank.", "2026-01-07");
        _corpus.Add("D", "The ferry sank.", "2026-01-10");
        await _corpus.CatchUpAsync();

        var found = await FindAsync(new SearchRequest { Query = "ferry" });

        Assert.Equal(
            ["2026-01-05..2026-01-05 1 1/1", "2026-01-06..2026-01-07 2 0/2", "2026-01-08..2026-01-09 2 0/0", "2026-01-10..2026-01-10 1 1/1"],
            found.Rows.Select(r => $"{r.Span.From:yyyy-MM-dd}..{r.Span.To:yyyy-MM-dd} {r.Periods} {r.Count}/{r.All}"));
        Assert.Equal(4, found.TotalRows);
        Assert.Equal("D", (await FindAsync(new SearchRequest { Query = "ferry", Sort = SortOrder.Newest })).Rows[0].Stories[0].Title);
    }

    [Fact]
    public async Task Range_that_was_asked_for_is_shown_to_its_ends()
    {
        _corpus.Add("A", "The ferry sank.", "2026-01-05");
        await _corpus.CatchUpAsync();
        var request = new SearchRequest { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 10) };

        Assert.Equal([4, 1, 5], (await FindAsync(request)).Rows.Select(r => r.Periods));
        Assert.Equal([(4, 0), (1, 1), (5, 0)], (await FindAsync(request with { Query = "nowhere" })).Rows.Select(r => (r.Periods, r.All)));
        Assert.Empty((await FindAsync(new SearchRequest { Query = "nowhere" })).Rows);
    }

    [Fact]
    public async Task First_come_the_stories_that_most_outlets_carried_then_the_best_matches()
    {
        _corpus.Add("Best", "Ferry, ferry, ferry.", "2026-01-05", "Gazette");
        _corpus.Add("Alone", "The ferry and much else that is of no interest to anybody who asks for it.", "2026-01-05", "Gazette");
        var wide = _corpus.Add("Wide", "The ferry and the tram and the bus.", "2026-01-05", "Gazette", story: 3);
        _corpus.Add("Wide", "The ferry and the tram and the bus.", "2026-01-05", "Herald", story: 3);
        _corpus.Add("Wide", "The ferry and the tram and the bus.", "2026-01-05", "Herald", story: 3);
        _corpus.Add("Wide", "The ferry and the tram and the bus.", "2026-01-06", "Times", story: 3);
        await _corpus.CatchUpAsync();

        var stories = (await FindAsync(new SearchRequest { Query = "ferry" })).Rows[0].Stories;

        Assert.Equal(["Wide", "Best", "Alone"], stories.Select(s => s.Title));
        Assert.Equal((wide, 2, 2), (stories[0].Id, stories[0].Outlets, stories[0].Copies));
    }

    [Fact]
    public async Task Estimated_and_undated_articles_are_told_apart()
    {
        _corpus.Add("A", "The ferry.", "2026-01-05");
        _corpus.Add("B", "The ferry.", estimated: "2026-01-05");
        _corpus.Add("C", "The ferry.");
        await _corpus.CatchUpAsync();

        var without = await FindAsync(new SearchRequest { Query = "ferry" });
        var with = await FindAsync(new SearchRequest { Query = "ferry", Estimates = EstimatesMode.Include });

        Assert.Equal((3, 2, 1, 0), (without.Query.Total, without.Query.Undated, without.Rows[0].Count, without.Rows[0].Estimated));
        Assert.Equal((3, 1, 2, 1), (with.Query.Total, with.Query.Undated, with.Rows[0].Count, with.Rows[0].Estimated));
        Assert.Equal("B", Assert.Single(with.Rows[0].Stories, s => s.IsEstimated).Title);
    }

    [Theory]
    [InlineData(PeriodLength.Day, CopiesMode.Group)]
    [InlineData(PeriodLength.Week, CopiesMode.All)]
    [InlineData(PeriodLength.Month, CopiesMode.Group)]
    public async Task Each_number_is_that_of_a_search_in_the_period_alone(PeriodLength length, CopiesMode copies)
    {
        var random = new Random(5);
        string?[] dates = [null, "2025-12-20", "2025-12-21", "2026-01", "2026-01-02", "2026-01-05", "2026-02-03"];
        for (var i = 0; i < 80; i++)
            _corpus.Add($"T{i}", random.Next(2) == 0 ? "The ferry." : "The tram.", dates[random.Next(dates.Length)], random.Next(2) == 0 ? "Gazette" : "Herald", story: random.Next(3) == 0 ? random.Next(1, 9) : null);
        await _corpus.CatchUpAsync();
        var request = new SearchRequest { Query = "ferry", Copies = copies, Months = [new("2026-02", true)] };

        var found = await FindAsync(request, length);

        Assert.NotEmpty(found.Rows);
        foreach (var row in found.Rows)
        {
            var alone = request with { From = row.Span.From, To = row.Span.To };
            Assert.Equal((row.Span, (await _corpus.FindAsync(alone)).Total, (await _corpus.FindAsync(alone with { Query = null })).Total), (row.Span, row.Count, row.All));
        }
        Assert.Equal((await _corpus.FindAsync(request)).Total, found.Query.Total);
    }

    private Task<CoverageTimeline> FindAsync(SearchRequest request, PeriodLength length = PeriodLength.Day) =>
        new TimelineSearch(_corpus.Index, _corpus, TimeProvider.System).FindAsync(new TimelineRequest(request, length), TestContext.Current.CancellationToken);
}
