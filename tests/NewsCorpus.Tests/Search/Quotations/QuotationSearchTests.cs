using NewsCorpus.Search;
using NewsCorpus.Search.Queries;
using NewsCorpus.Search.Quotations;
using Xunit;

namespace NewsCorpus.Tests.Search.Quotations;

public sealed class QuotationSearchTests : IDisposable
{
    private const string Long = "The gate will be shut each night at ten, and whoever stands behind it then will have to walk home by the old mole.";

    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Finds_words_and_speaker_of_one_quotation()
    {
        var id = Add("“The tide came early,” Ada Okafor said. “The bridge will hold,” Nils Ek said.", ("Ada Okafor", "The tide came early,"), ("Nils Ek", "The bridge will hold,"));
        await _corpus.CatchUpAsync();

        var entry = Assert.Single((await FindAsync("speaker:okafor tide")).Entries);
        Assert.Equal((id, "The tide came early,", "The <mark>tide</mark> came early,", "Ada Okafor"), (entry.Fullest.ArticleId, entry.Fullest.Text, entry.Fullest.Html, entry.Fullest.Speaker?.Name));
        Assert.Empty((await FindAsync("speaker:okafor bridge")).Entries);
        Assert.Empty((await FindAsync("tide bridge")).Entries);
        Assert.Equal(["The bridge will hold,"], await TextsAsync("the -tide"));
        // Words that nobody says.
        Assert.Empty((await FindAsync("said")).Entries);
        Assert.Equal("", await _corpus.FindAsync("speaker:okafor said:bridge"));
        Assert.Equal(id.ToString(), await _corpus.FindAsync("speaker:\"nils ek\" said:\"bridge will hold\""));
    }

    [Fact]
    public async Task Filters_by_speaker_outlet_and_day()
    {
        Add("One. Two.", "Gazette", "2026-01-02", ("Ada Okafor", "One."), ("a spokeswoman", "Two."));
        Add("Three.", "Herald", "2026-01-05", ("Ada Okafor", "Three."));
        Add("Four.", null, null, ("Nils Ek", "Four."));
        await _corpus.CatchUpAsync();

        Assert.Equal(["Three.", "One."], await TextsAsync(null, "ada-okafor"));
        Assert.Equal(["Three.", "One.", "Four."], await TextsAsync(null, "ada-okafor", "nils-ek"));
        Assert.Equal(["Two."], await TextsAsync(null, "spokeswoman"));
        Assert.Equal(["Two.", "Four."], await TextsAsync(null, "-ada-okafor"));
        Assert.Equal(["One.", "Two."], await TextsAsync(new SearchRequest { Outlets = [new FilterValue("gazette")] }));
        Assert.Equal(["Three."], await TextsAsync(new SearchRequest { From = new DateOnly(2026, 1, 3) }));
    }

    [Fact]
    public async Task Words_that_outlets_cut_differently_are_one_entry()
    {
        Add($"“{Long}”", "Gazette", "2026-01-02", ("Ada Okafor", Long));
        Add($"“{Long[..72]}”", "Herald", "2026-01-05", ("Okafor", Long[..72]));
        Add("“We will see,”", "Herald", "2026-01-06", ("Ada Okafor", "We will see,"));
        Add("“We will see.”", "Gazette", "2026-01-07", ("Ada Okafor", "We will see."));
        Add("“We will see.”", "Gazette", "2026-01-08", ("Nils Ek", "We will see."));
        await _corpus.CatchUpAsync();

        var found = await FindAsync(null);

        Assert.Equal((3, 5), (found.Total, found.TotalPlaces));
        Assert.Equal(["Nils Ek", "Ada Okafor", "Ada Okafor"], found.Entries.Select(e => e.Fullest.Speaker?.Name));
        Assert.Equal([1, 2, 2], found.Entries.Select(e => e.Count));
        Assert.Equal(["Gazette", "Herald"], found.Entries[2].Places.Select(p => p.Outlet?.Name));
        Assert.Equal(Long, found.Entries[2].Fullest.Text);
    }

    [Fact]
    public async Task Speakers_own_words_come_before_the_sentence_that_reports_them()
    {
        Add("Ek said the tide was “a gift of the sea”.", "Gazette", "2026-01-02", [new PlainQuotation("Nils Ek", "the tide was “a gift of the sea”", IsDirect: false), new PlainQuotation("Nils Ek", "a gift of the sea")]);
        await _corpus.CatchUpAsync();

        Assert.Equal(["a gift of the sea"], await TextsAsync("gift"));
        Assert.Equal(["the tide was “a gift of the sea”"], await TextsAsync("tide"));
    }

    [Fact]
    public async Task Shows_no_words_at_places_that_have_changed_since()
    {
        var id = Add("One.", null, null, ("Ada Okafor", "One."));
        await _corpus.CatchUpAsync();
        _corpus.Retitle(id, "Changed");

        Assert.Empty((await FindAsync("one")).Entries);
        await _corpus.CatchUpAsync();
        Assert.Single((await FindAsync("one")).Entries);
        _corpus.Retire(id);
        await _corpus.CatchUpAsync();
        Assert.Equal(0, (await FindAsync("one")).Total);
    }

    [Fact]
    public async Task Pages_are_parts_of_one_list()
    {
        for (var i = 0; i < 25; i++)
            Add($"Tide number{i}.", null, $"2026-01-{i + 1:00}", ("Ada Okafor", $"Tide number{i}."));
        await _corpus.CatchUpAsync();

        var pages = new List<string>();
        for (var page = 1; page <= 4; page++)
            pages.AddRange((await FindAsync("tide", page, 10)).Entries.Select(e => e.Fullest.Text));
        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"Tide number{i}."), pages);
    }

    [Fact]
    public async Task Matches_are_those_of_the_slow_evaluator()
    {
        string[] words = ["tide", "tides", "gate", "ICE", "ice", "bridge", "old"];
        string[] speakers = ["Ada Okafor", "Nils Ek", "the gate"];
        string[] queries = ["tide", "\"old gate\"", "tide -gate", "tide OR bridge", "speaker:ada tide", "speaker:(ada OR gate) -tide", "speaker:ek said:(old -ice)", "-speaker:ada", "allcaps(ice) old", "tide w/2 old", "speaker:gate gate", "(tide OR gate) (old OR bridge)", "ti* -\"tide\"", "NOT (tide gate)"];
        var random = new Random(7);
        var articles = new List<PlainArticle>();
        for (var i = 0; i < 60; i++)
        {
            var quotations = Enumerable.Range(0, random.Next(0, 4)).Select(n => new PlainQuotation(random.GetItems(speakers, 1)[0], $"n{i}x{n} " + string.Join(' ', random.GetItems(words, random.Next(1, 6))))).ToList();
            var text = string.Join("\n\n", quotations.Select(q => q.Text).Append("tide gate old"));
            var id = _corpus.Add("Title", text, people: ["Ada Okafor", "Nils Ek"], quotations: quotations);
            articles.Add(new PlainArticle(id, "Title", [text], [], null, null, [], [], 0) { Quotations = quotations });
            if (i == 30)
                await _corpus.CatchUpAsync();
        }
        await _corpus.CatchUpAsync();

        foreach (var query in queries)
        {
            var root = QueryParser.Parse(query, new DateOnly(2026, 1, 31)).Root!;
            var expected = articles.SelectMany(a => a.Quotations.Where(q => SlowEvaluator.IsOf(a with { Quotations = [q] }, root)).Select(q => q.Text)).Order(StringComparer.Ordinal);
            var found = new List<string>();
            for (var page = 1; page <= 2; page++)
                found.AddRange((await FindAsync(query, page, 100)).Entries.SelectMany(e => e.Places).Select(p => p.Text));
            Assert.Equal($"{query}: {string.Join(", ", expected)}", $"{query}: {string.Join(", ", found.Order(StringComparer.Ordinal))}");
        }
    }

    private long Add(string text, params (string Speaker, string Text)[] quotations) => Add(text, null, null, quotations);

    private long Add(string text, string? outlet, string? date, params (string Speaker, string Text)[] quotations) =>
        Add(text, outlet, date, [.. quotations.Select(q => new PlainQuotation(q.Speaker, q.Text))]);

    private long Add(string text, string? outlet, string? date, PlainQuotation[] quotations) =>
        _corpus.Add("Title", text, date, outlet, ["Ada Okafor", "Nils Ek"], quotations: quotations);

    private async Task<IEnumerable<string>> TextsAsync(SearchRequest request) =>
        (await _corpus.Quotes.SearchAsync(new QuotationRequest(request, []), TestContext.Current.CancellationToken)).Entries.Select(e => e.Fullest.Text);

    private Task<QuotationResults> FindAsync(string? query, int page = 1, int size = 20, params string[] speakers) =>
        _corpus.Quotes.SearchAsync(new QuotationRequest(new SearchRequest { Query = query, Page = page, Size = size }, [.. speakers.Select(FilterValue.Parse)]), TestContext.Current.CancellationToken);

    private async Task<IEnumerable<string>> TextsAsync(string? query, params string[] speakers) => (await FindAsync(query, 1, 20, speakers)).Entries.Select(e => e.Fullest.Text);
}
