using NewsCorpus.Search;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Search.Queries;
using Xunit;

namespace NewsCorpus.Tests.Search.Explaining;

public sealed class QueryExplainerTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData("storm", "Articles with any form of “storm”.")]
    [InlineData("storm -bay", "Articles with any form of “storm”, but without any form of “bay”.")]
    [InlineData("-storm -bay", "All articles but those with any form of “storm” or any form of “bay”.")]
    [InlineData("\"city hall\" (ferry OR tram)", "Articles with exactly “city hall” and either any form of “ferry” or any form of “tram”.")]
    [InlineData("title:storm w/5 bay", "Articles with (any form of “storm” within 5 words of any form of “bay”) in the title.")]
    [InlineData("storm pre/s bay", "Articles with any form of “storm” in the same sentence before any form of “bay”.")]
    [InlineData("atleast3(storm) allcaps(ICE) length>500", "Articles with any form of “storm” at least 3 times, any form of “ICE” all in capitals and 501 words of text or more.")]
    [InlineData("harb* stom~ \"a b\"~5", "Articles with a word like “harb*”, “stom” or a word one letter away and the words “a b” in any order with at most 5 others among them.")]
    [InlineData("speaker:rook said:flood", "Articles with one quotation with any form of “rook” in who speaks and any form of “flood” in what somebody says.")]
    [InlineData("date:2026-01-02 lang:no", "Articles with the date 2 January 2026 and the language “no”.")]
    [InlineData("*", "All articles.")]
    public void Says_in_plain_words_how_a_query_is_read(string query, string words) =>
        Assert.Equal(words, QueryInWords.Sentence(QueryParser.Parse(query, new DateOnly(2026, 1, 31)).Root));

    [Fact]
    public void Has_words_for_every_query()
    {
        string[] pieces = ["storm", "\"a b\"", "OR", "NOT", "(", ")", "title:", "said:", "speaker:", "w/5", "pre/p", "atleast2(", "allcaps(", "first9(", "length>5", "length:2..2", "date:2026..", "date:..2025", "st*", "st~2", "U.S.", "a.m.", "a-b", "\"c\"~3", "lang:no", "datesource:stated", "file:x", "byline:x", "agency:x"];
        var random = new Random(20260101);
        for (var round = 0; round < 3000; round++)
        {
            var typed = string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));

            Assert.NotEmpty(QueryInWords.Sentence(QueryParser.Parse(typed, new DateOnly(2026, 1, 31)).Root));
        }
    }

    [Fact]
    public async Task Counts_what_each_part_matches_alone_without_filters()
    {
        _corpus.Add("One", "storm bay", "2026-01-01", "Gazette");
        _corpus.Add("Two", "storm harbour", "2026-01-02", "Herald");
        _corpus.Add("Three", "harbour", story: 3);
        _corpus.Add("Four", "harbour", story: 3);
        await _corpus.CatchUpAsync();

        var grouped = await ExplainAsync(new SearchRequest { Query = "storm (bay OR harbour OR fire) -gale", Outlets = [new FilterValue("gazette")] });
        var all = await ExplainAsync(new SearchRequest { Query = "harbour", Copies = CopiesMode.All });

        Assert.Equal([("storm", 2, false), ("bay OR harbour OR fire", 3, false), ("gale", 0, true)], grouped.Clauses.Select(c => (c.Text, c.Articles!.Value, c.IsExcluded)));
        Assert.Equal([("bay", 1), ("harbour", 2), ("fire", 0)], grouped.Clauses[1].Alternatives.Select(c => (c.Text, c.Articles!.Value)));
        Assert.All(grouped.Clauses, c => Assert.False(c.LeavesNothing));
        Assert.Equal(3, Assert.Single(all.Clauses).Articles);
    }

    [Theory]
    [InlineData("storm zzz", "zzz")]
    [InlineData("title:storm bay", "bay title:storm")]
    [InlineData("ferry bay harbour", "harbour")]
    [InlineData("storm -storm", "NOT storm storm")]
    [InlineData("zzz", "zzz")]
    public async Task Names_the_part_that_leaves_nothing(string query, string blamed)
    {
        _corpus.Add("Storm", "gale");
        _corpus.Add("One", "storm ferry bay");
        _corpus.Add("Two", "harbour");
        await _corpus.CatchUpAsync();

        var explained = await ExplainAsync(new SearchRequest { Query = query });

        Assert.Equal(blamed, string.Join(' ', explained.Clauses.Where(c => c.LeavesNothing).Select(c => (c.IsExcluded ? "NOT " : "") + c.Text).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Tells_what_is_found_without_a_part_under_the_filters()
    {
        _corpus.Add("One", "storm bay", outlet: "Gazette");
        _corpus.Add("Two", "storm", outlet: "Herald");
        await _corpus.CatchUpAsync();

        var explained = await ExplainAsync(new SearchRequest { Query = "storm zzz", Outlets = [new FilterValue("gazette")] });
        var filters = await ExplainAsync(new SearchRequest { Query = "storm bay", Outlets = [new FilterValue("nobody")] });

        Assert.Equal((1, "storm"), (explained.Clauses[1].Without, explained.Clauses[1].Rest));
        Assert.All(filters.Clauses, c => Assert.False(c.LeavesNothing));
    }

    [Theory]
    [InlineData("harbor", "harbour")]
    [InlineData("Lindkvist bay", "Lindqvist bay")]
    [InlineData("\"storm hrabour\"", "\"storm harbour\"")]
    [InlineData("title:(lindkvist OR zzz)", "title:(lindqvist OR zzz)")]
    [InlineData("stormharbour", "storm harbour")]
    [InlineData("sto rmy", null)]
    [InlineData("storm -harbor", null)]
    [InlineData("qqqqqqq", null)]
    [InlineData("harb*r", null)]
    public async Task Proposes_words_that_the_corpus_has(string query, string? expected)
    {
        _corpus.Add("Lindqvist", "storm harbour bay lindqvist");
        _corpus.Add("Storm", "storm");
        await _corpus.CatchUpAsync();

        Assert.Equal(expected, (await ExplainAsync(new SearchRequest { Query = query })).DidYouMean?.Query);
    }

    [Fact]
    public async Task Proposes_a_much_more_frequent_neighbour_of_a_rare_word_and_nothing_where_enough_is_found()
    {
        for (var i = 0; i < 40; i++)
            _corpus.Add($"Article {i}", "council");
        _corpus.Add("Slip", "counsil");
        _corpus.Add("Other", "harbour");
        await _corpus.CatchUpAsync();

        var spelling = (await ExplainAsync(new SearchRequest { Query = "counsil" })).DidYouMean;
        Assert.Equal(("council", 40), (spelling!.Query, spelling.Total));
        Assert.Null((await ExplainAsync(new SearchRequest { Query = "council" })).DidYouMean);
        Assert.Null((await ExplainAsync(new SearchRequest { Query = "harbour" })).DidYouMean);
    }

    private Task<QueryExplanation> ExplainAsync(SearchRequest request) => _corpus.Explainer.ExplainAsync(request, null, TestContext.Current.CancellationToken);
}
