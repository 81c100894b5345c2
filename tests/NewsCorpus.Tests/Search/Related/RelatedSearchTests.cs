using NewsCorpus.Search;
using Xunit;

namespace NewsCorpus.Tests.Search.Related;

public sealed class RelatedSearchTests : IDisposable
{
    private readonly SearchCorpus _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Tells_words_and_people_that_the_matches_have_more_often()
    {
        for (var i = 0; i < 12; i++)
            _corpus.Add($"Flood {i}", "The flood took the Sluice and the town was wet", people: ["Ada Okafor", "Nils Ek"]);
        for (var i = 0; i < 60; i++)
            _corpus.Add($"Other {i}", "The match was played and the town was glad", people: i % 2 == 0 ? ["Nils Ek"] : []);
        await _corpus.CatchUpAsync();

        var found = await _corpus.Related.FindAsync(new SearchRequest { Query = "flood" }, TestContext.Current.CancellationToken);

        Assert.Equal(["Sluice", "took", "wet"], found.Words.Select(w => w.Text).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("flood Sluice", found.Words.Single(w => w.Text == "Sluice").Query);
        Assert.Equal(12, found.LookedAt);
        // Nobody in every match, and nobody as frequent as elsewhere.
        Assert.Empty(found.People);
        var person = Assert.Single((await _corpus.Related.FindAsync(new SearchRequest { Query = "town", People = [new FilterValue("nils-ek")] }, TestContext.Current.CancellationToken)).People);
        Assert.Equal(("Ada Okafor", 12), (person.Name, person.Articles));
        Assert.Equal(42 * 12 / 72.0, person.Expected, 3);
    }

    [Fact]
    public async Task Tells_nothing_of_all_articles_or_of_hardly_any()
    {
        for (var i = 0; i < 20; i++)
            _corpus.Add($"Flood {i}", i < 2 ? "flood sluice" : "match");
        await _corpus.CatchUpAsync();

        Assert.Empty((await _corpus.Related.FindAsync(new SearchRequest(), TestContext.Current.CancellationToken)).Words);
        Assert.Empty((await _corpus.Related.FindAsync(new SearchRequest { Query = "flood" }, TestContext.Current.CancellationToken)).Words);
    }

    [Fact]
    public async Task Finds_articles_about_the_same_but_no_copies()
    {
        var first = _corpus.Add("Sluice broke", "The sluice at Tarn broke and the Tarn quay flooded.", story: 1, people: ["Ada Okafor"]);
        _corpus.Add("Sluice broke", "The sluice at Tarn broke and the Tarn quay flooded.", story: 1);
        var same = _corpus.Add("Inquiry", "Why the Tarn sluice broke is asked at the quay.", people: ["Ada Okafor"]);
        for (var i = 0; i < 10; i++)
            _corpus.Add($"Match {i}", "The match at the ground was won.");
        await _corpus.CatchUpAsync();

        var found = Assert.Single(await _corpus.Similar.FindAsync(first, 5, TestContext.Current.CancellationToken));

        Assert.Equal(same, found.Id);
        Assert.Contains("sluice", found.Words.Select(w => w.ToLowerInvariant()));
        Assert.Empty(await _corpus.Similar.FindAsync(12345, 5, TestContext.Current.CancellationToken));
    }
}
