using NewsCorpus.Search.Suggestions;
using Xunit;

namespace NewsCorpus.Tests.Search.Suggestions;

public sealed class SuggestionSearchTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData("lin", "Person Ingrid Lindqvist 2 \"\", Person Per Lindqvist 1 \"\", Word lindqvist 2 \"lindqvist\"")]
    [InlineData("LINDQ", "Person Ingrid Lindqvist 2 \"\", Person Per Lindqvist 1 \"\", Word lindqvist 2 \"lindqvist\"")]
    [InlineData("ingrid l", "Person Ingrid Lindqvist 2 \"\"")]
    [InlineData("lindqvist ing", "Person Ingrid Lindqvist 2 \"\", Word ingrid 2 \"lindqvist ingrid\"")]
    [InlineData("harbour zie", "Person Małgorzata Zięba 1 \"harbour\", Word zieba 1 \"harbour zieba\"")]
    [InlineData("hara", "Word harald 1 \"harald\"")]
    [InlineData("gaz", "Outlet Bay Gazette 2 \"\", Word gazette 2 \"gazette\"")]
    [InlineData("storm wea", "Tag Weather 1 \"storm\"")]
    [InlineData("vote har", "Word harbour 2 \"vote harbour\", Word harald 1 \"vote harald\"")]
    [InlineData("vote (har", "Word harbour 2 \"vote (harbour\", Word harald 1 \"vote (harald\"")]
    [InlineData("outlet:gaz", "Outlet Bay Gazette 2 \"\"")]
    [InlineData("storm person:\"ingrid l", "Person Ingrid Lindqvist 2 \"storm\"")]
    [InlineData("storm tag:wea", "Tag Weather 1 \"storm\"")]
    [InlineData("title:har", "Word harbour 2 \"title:harbour\", Word harald 1 \"title:harald\"")]
    [InlineData("outlet:lin", "")]
    [InlineData("storm speaker:ingr", "Person Ingrid Lindqvist 2 \"storm speaker:\"Ingrid Lindqvist\"\"")]
    [InlineData("storm -ingrid l", "Person Ingrid Lindqvist 2 \"storm -person:\"Ingrid Lindqvist\"\"")]
    [InlineData("storm NOT outlet:gaz", "Outlet Bay Gazette 2 \"storm NOT outlet:\"Bay Gazette\"\"")]
    [InlineData("(storm OR zie", "Person Małgorzata Zięba 1 \"(storm OR person:\"Małgorzata Zięba\"\", Word zieba 1 \"(storm OR zieba\"")]
    [InlineData("storm-zie", "Person Małgorzata Zięba 1 \"storm-\", Word zieba 1 \"storm-zieba\"")]
    [InlineData("harbour ", "")]
    [InlineData("zzz", "")]
    [InlineData("", "")]
    [InlineData("\"*(", "")]
    public async Task Suggests_what_the_last_words_may_become(string typed, string expected)
    {
        _corpus.Add("One", "harbour Lindqvist", outlet: "Bay Gazette", people: ["Ingrid Lindqvist", "Per Lindqvist"]);
        _corpus.Add("Two", "harbour harald", outlet: "Bay Gazette", people: ["Ingrid Lindqvist", "Małgorzata Zięba"], tags: ["Weather"]);
        await _corpus.CatchUpAsync();

        var found = await FindAsync(typed);

        Assert.Equal(expected, string.Join(", ", found.Select(s => $"{s.Kind} {s.Text} {s.Articles} \"{s.Query}\"")));
    }

    [Fact]
    public async Task Counts_a_word_only_in_articles_that_are_still_there()
    {
        _corpus.Add("One", "harbour");
        _corpus.Add("Two", "harald");
        var gone = _corpus.Add("Three", "harbour hart");
        await _corpus.CatchUpAsync();
        _corpus.Retire(gone);
        await _corpus.CatchUpAsync();

        var found = await FindAsync("har");

        Assert.Equal("harald 1, harbour 1", string.Join(", ", found.Select(s => $"{s.Text} {s.Articles}")));
    }

    [Fact]
    public async Task Follows_the_corpus()
    {
        _corpus.Add("One", "text", people: ["Ada Okafor"]);
        await _corpus.CatchUpAsync();
        await EventuallyAsync("Ada Okafor");

        var second = _corpus.Add("Two", "text", people: ["Bo Okafor"]);
        await _corpus.CatchUpAsync();
        await EventuallyAsync("Ada Okafor, Bo Okafor");
        _corpus.Retire(second);
        await _corpus.CatchUpAsync();
        await EventuallyAsync("Ada Okafor");
    }

    /// <summary>A suggestion may be of a moment ago.</summary>
    private async Task EventuallyAsync(string expected)
    {
        while (string.Join(", ", (await FindAsync("oka")).Where(s => s.Kind == SuggestionKind.Person).Select(s => s.Text)) != expected)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<Suggestion>> FindAsync(string typed) => _corpus.Suggestions.FindAsync(typed, TestContext.Current.CancellationToken);
}
