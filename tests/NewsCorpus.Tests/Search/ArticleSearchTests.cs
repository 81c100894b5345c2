using NewsCorpus.Search;
using Xunit;

namespace NewsCorpus.Tests.Search;

public sealed class ArticleSearchTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData("ferry", "1,2")]
    [InlineData("ferries", "1,2")]
    [InlineData("\"ferry\"", "2")]
    [InlineData("running mate", "3,4")]
    [InlineData("\"running mate\"", "3")]
    [InlineData("\"running mates\"", "4")]
    [InlineData("“running mates”", "4")]
    [InlineData("FERRY", "1,2")]
    [InlineData("obrien", "1")]
    [InlineData("O'Brien", "1")]
    [InlineData("o’brien", "1")]
    [InlineData("U.S.", "2,5")]
    [InlineData("R&D", "5")]
    [InlineData("1500", "5")]
    [InlineData("1,500", "5")]
    [InlineData("cafe", "5")]
    [InlineData("café", "5")]
    [InlineData("harbour-side", "1")]
    [InlineData("ferries OR mate", "1,2,3,4")]
    [InlineData("ferry NOT harbour", "2")]
    [InlineData("ferry -harbour", "2")]
    [InlineData("(ferry OR mate) AND candidate", "3,4")]
    [InlineData("title:ferry", "2")]
    [InlineData("text:ferry", "1")]
    [InlineData("caption:lighthouse", "2")]
    [InlineData("text:lighthouse", "")]
    [InlineData("lighthouse", "2")]
    [InlineData("person:okafor", "3")]
    [InlineData("outlet:gazette", "1,3")]
    [InlineData("tag:transport", "2")]
    [InlineData("cand*", "3,4")]
    [InlineData("c?fe", "5")]
    [InlineData("\"running mate*\"", "3,4")]
    [InlineData("NOT ferry", "3,4,5")]
    [InlineData("*", "1,2,3,4,5")]
    [InlineData("university", "")]
    [InlineData("\"quay. The\"", "1")]
    [InlineData("\"noon Nothing\"", "")]
    public async Task Finds_what_the_query_asks_for(string query, string expected)
    {
        _corpus.Add("Harbour plan", "Councillor O’Brien said the ferries would leave the harbour-side quay. The plan stands until noon\n\nNothing else was said.", "2026-03-01", "Gazette");
        _corpus.Add("Ferry delayed", "The U.S. boat was late and told us nothing.\n\ncaption:The lighthouse at dusk", "2026-03-02", "Herald", tags: ["Transport"]);
        _corpus.Add("Race", "The candidate chose a running mate.", "2026-03-03", "Gazette", people: ["Ada Okafor"]);
        _corpus.Add("Race again", "Both candidates chose running mates. It told us nothing of the universe.", "2026-03-04");
        _corpus.Add("R&D", "The US firm spent 1,500 on the Café.");
        await _corpus.CatchUpAsync();

        Assert.Equal(expected, await _corpus.FindAsync(query));
    }

    [Fact]
    public async Task Shows_hit_with_marks_people_and_outlet()
    {
        _corpus.Add("Ferry <b>late</b>", "It rained. A ferry of the harbour line was late & nobody said why.", "2026-03-02T09:30:00+01:00", "Herald", people: ["Ada Okafor"], credits: ["Nils Ek"]);
        await _corpus.CatchUpAsync();

        var hit = Assert.Single((await _corpus.FindAsync(new SearchRequest { Query = "ferry \"harbour line\"" })).Hits);

        Assert.Equal("<mark>Ferry</mark> &lt;b&gt;late&lt;/b&gt;", hit.TitleHtml);
        Assert.Equal("A <mark>ferry</mark> of the <mark>harbour line</mark> was late &amp; nobody said why.", hit.SnippetHtml);
        Assert.Equal("Herald", hit.Outlet?.Name);
        Assert.Equal("2026-03-02", hit.Date?.ToString());
        Assert.Equal("Ada Okafor", string.Join(',', hit.People.Select(p => p.Name)));
    }

    [Fact]
    public async Task Keeps_undated_articles_out_of_a_range_unless_asked()
    {
        _corpus.Add("Dated", "Storm", "2026-03-02");
        _corpus.Add("Month", "Storm", "2026-03");
        _corpus.Add("Year", "Storm", "2026");
        _corpus.Add("Undated", "Storm");
        await _corpus.CatchUpAsync();
        var range = new SearchRequest { From = new(2026, 3, 1), To = new(2026, 3, 31), Sort = SortOrder.Oldest };

        Assert.Equal("2,1", await Ids(range));
        Assert.Equal("2,1,4", await Ids(range with { Undated = UndatedMode.Include }));
        Assert.Equal("4", await Ids(range with { Undated = UndatedMode.Only }));
        Assert.Equal("1", await Ids(range with { To = new(2026, 3, 30) }));
        Assert.Equal("1", await Ids(range with { From = new(2026, 3, 2), To = new(2026, 3, 2) }));
        Assert.Equal("3,2,1", await Ids(new SearchRequest { Undated = UndatedMode.Exclude, Sort = SortOrder.Oldest }));
        Assert.Equal("1,2,3,4", await Ids(new SearchRequest()));
        Assert.Equal(1, (await _corpus.FindAsync(range)).Facets.Undated);
        Assert.Equal([new MonthCount("2026-03", 2)], (await _corpus.FindAsync(range)).Facets.Months);
    }

    [Fact]
    public async Task Counts_outlets_as_if_none_were_chosen()
    {
        _corpus.Add("One", "Storm", "2026-03-02", "Gazette", ["Ada Okafor"]);
        _corpus.Add("Two", "Storm", "2026-03-02", "Herald", ["Ada Okafor", "Nils Ek"]);
        _corpus.Add("Three", "Calm", "2026-03-02", "Herald", ["Nils Ek"]);
        await _corpus.CatchUpAsync();

        var results = await _corpus.FindAsync(new SearchRequest { Query = "storm", Outlets = [new("gazette")], People = [new("ada-okafor")] });

        Assert.Equal(1, results.Total);
        Assert.Equal("Gazette 1,Herald 1", string.Join(',', results.Facets.Outlets.Select(o => $"{o.Name} {o.Count}")));
        Assert.Equal("Ada Okafor 1", string.Join(',', results.Facets.People.Select(o => $"{o.Name} {o.Count}")));
        Assert.Equal("2", await Ids(new SearchRequest { People = [new("1"), new("2")] }));
        Assert.Equal("3", await Ids(new SearchRequest { People = [new("1", Excluded: true)] }));
        Assert.Equal("1", await Ids(new SearchRequest { Outlets = [new("herald", Excluded: true)] }));
        Assert.Equal("1,2,3", await Ids(new SearchRequest { Outlets = [new("herald"), new("gazette")] }));
    }

    [Fact]
    public async Task Finds_nothing_for_names_that_are_nobodys()
    {
        _corpus.Add("One", "Storm", "2026-03-02", "Gazette", ["Ada Okafor"]);
        await _corpus.CatchUpAsync();

        var results = await _corpus.FindAsync(new SearchRequest { People = [new("nobody")] });

        Assert.Empty(results.Hits);
        Assert.False(Assert.Single(results.Filters.People).IsKnown);
        Assert.Equal("", await Ids(new SearchRequest { Outlets = [new("999")] }));
        Assert.Equal("1", await Ids(new SearchRequest { Outlets = [new("999"), new("gazette")] }));
        Assert.Equal("1", await Ids(new SearchRequest { People = [new("nobody", Excluded: true)] }));
    }

    [Fact]
    public async Task Pages_without_repeating_or_missing_a_hit()
    {
        for (var i = 0; i < 57; i++)
            _corpus.Add($"Article {i}", "Storm over the harbour", i % 3 == 0 ? null : "2026-03-02");
        await _corpus.CatchUpAsync();
        foreach (var sort in Enum.GetValues<SortOrder>())
        {
            var seen = new List<long>();
            for (var page = 1; page <= 7; page++)
                seen.AddRange((await _corpus.FindAsync(new SearchRequest { Query = "storm", Sort = sort, Page = page, Size = 10 })).Hits.Select(h => h.Id));
            Assert.Equal(57, seen.Distinct().Count());
            Assert.Equal(57, seen.Count);
        }
    }

    [Fact]
    public async Task Drops_hit_that_was_retired_since()
    {
        _corpus.Add("One", "Storm");
        var gone = _corpus.Add("Two", "Storm");
        await _corpus.CatchUpAsync();
        _corpus.Retire(gone);

        Assert.Equal("1", await Ids(new SearchRequest { Query = "storm" }));
    }

    private async Task<string> Ids(SearchRequest request) => string.Join(',', (await _corpus.FindAsync(request)).Hits.Select(h => h.Id));

    [Fact]
    public async Task A_story_shows_once_by_its_best_match_and_counts_once_for_each_value()
    {
        var wire = _corpus.Add("Ferry stops", "The ferry stops at noon.", "2026-01-08", "Bay Wire", agency: "Bay Wire", story: 1);
        var first = _corpus.Add("Ferry stops, city waits", "The ferry stops at noon.", "2026-01-09", "Gazette", agency: "Bay Wire", people: ["Ada Okafor"], story: 1);
        var second = _corpus.Add("No boats", "The ferry stops at noon. The mayor is angry.", "2026-02-01", "Herald", people: ["Ada Okafor"], story: 1);
        var other = _corpus.Add("Ferry again", "The ferry runs again.", "2026-01-20", "Gazette");
        await _corpus.CatchUpAsync();

        var grouped = await _corpus.FindAsync(new SearchRequest { Query = "ferry", Sort = SortOrder.Newest });
        Assert.Equal([(second, 2), (other, 0)], grouped.Hits.Select(h => (h.Id, h.Copies)));
        Assert.Equal([first, wire], grouped.Hits[0].Others.Select(o => o.Id));
        Assert.Equal((2, 4), (grouped.Total, grouped.TotalCopies));
        Assert.Equal(["Gazette 2", "Bay Wire 1", "Herald 1"], grouped.Facets.Outlets.Select(o => $"{o.Name} {o.Count}"));
        Assert.Equal(["Ada Okafor 1"], grouped.Facets.People.Select(o => $"{o.Name} {o.Count}"));
        Assert.Equal(["2026-01 2", "2026-02 1"], grouped.Facets.Months.Select(m => $"{m.Month} {m.Count}"));
        Assert.Equal([wire, other], (await _corpus.FindAsync(new SearchRequest { Query = "ferry", Sort = SortOrder.Oldest })).Hits.Select(h => h.Id));
        // Only what matches is grouped: the copy that a filter leaves is the one shown.
        Assert.Equal([(first, 1)], (await _corpus.FindAsync(new SearchRequest { Agencies = [new("bay-wire")] })).Hits.Select(h => (h.Id, h.Copies)));
        Assert.Equal([(second, 0)], (await _corpus.FindAsync(new SearchRequest { Query = "mayor" })).Hits.Select(h => (h.Id, h.Copies)));

        var all = await _corpus.FindAsync(new SearchRequest { Query = "ferry", Copies = CopiesMode.All, Sort = SortOrder.Newest });
        Assert.Equal([second, other, first, wire], all.Hits.Select(h => h.Id));
        Assert.Equal((4, 4), (all.Total, all.TotalCopies));
        Assert.Equal(["2026-01 3", "2026-02 1"], all.Facets.Months.Select(m => $"{m.Month} {m.Count}"));
    }

    [Fact]
    public async Task Agencies_are_a_facet_of_their_own_beside_the_outlets()
    {
        _corpus.Add("One", "Words.", outlet: "Gazette", agency: "Reuters");
        await _corpus.CatchUpAsync();
        _corpus.Add("Two", "Words.", outlet: "Gazette", agency: "Associated Press");
        _corpus.Add("Three", "Words.", outlet: "Reuters");
        await _corpus.CatchUpAsync();

        var found = await _corpus.FindAsync(new SearchRequest { Agencies = [new("reuters")] });
        Assert.Equal(["One"], found.Hits.Select(h => h.Title));
        Assert.Equal(["Associated Press 1", "Reuters 1"], found.Facets.Agencies.Select(a => $"{a.Name} {a.Count}"));
        Assert.Equal(["Gazette 1"], found.Facets.Outlets.Select(a => $"{a.Name} {a.Count}"));
        Assert.Equal("Reuters", Assert.Single(found.Filters.Agencies).Target.Name);
        Assert.Equal("1,2", await _corpus.FindAsync("agency:reuters OR agency:press"));
        Assert.Equal(2, (await _corpus.FindAsync(new SearchRequest { Agencies = [new("associated-press", true)] })).Total);
        Assert.Equal(0, (await _corpus.FindAsync(new SearchRequest { Agencies = [new("nobody")] })).Total);
    }
}
