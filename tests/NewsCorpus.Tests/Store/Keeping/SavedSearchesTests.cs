using NewsCorpus.Store.Keeping;
using Xunit;

namespace NewsCorpus.Tests.Store.Keeping;

public sealed class SavedSearchesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_owner_has_their_own()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var saved = corpus.Get<SavedSearches>();
        var mine = (await saved.AddAsync("ada", " Ferries ", " ", "/?q=ferry", 7, 3, Token)).Value!;
        await saved.AddAsync(SavedSearch.LocalReader, "Trams", "For Friday", "/?q=tram", 7, 3, Token);

        Assert.Equal(("Ferries", null, 7L, 3L), (mine.Name, mine.Note, mine.SeenRevision, mine.SeenArticle));
        Assert.Equal(["Ferries"], (await saved.ListAsync("ada", false, Token)).Select(s => s.Name));
        Assert.Equal(["Trams"], (await saved.ListAsync(SavedSearch.LocalReader, false, Token)).Select(s => s.Name));
        Assert.Null(await saved.FindAsync(SavedSearch.LocalReader, mine.Id, Token));
        Assert.Equal(new Kept<SavedSearch>(null), await saved.RemoveAsync("bea", mine.Id, Token));
        Assert.Equal(new Kept<SavedSearch>(null), await saved.ChangeAsync("bea", mine.Id, "X", null, Token));
        Assert.Equal(mine.Id, (await saved.FindFeedAsync(mine.FeedKey, Token))!.Id);
    }

    [Fact]
    public async Task What_is_removed_can_be_brought_back_until_it_is_forgotten()
    {
        var clock = new Clock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var corpus = await TestCorpus.CreateAsync();
        var saved = new SavedSearches(corpus.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<NewsCorpus.Store.CorpusDbContext>>(), clock);
        var mine = (await saved.AddAsync("ada", "Ferries", null, "/?q=ferry", 0, 0, Token)).Value!;

        await saved.RemoveAsync("ada", mine.Id, Token);
        Assert.Empty(await saved.ListAsync("ada", false, Token));
        Assert.Null(await saved.FindFeedAsync(mine.FeedKey, Token));
        Assert.Equal([mine.Id], (await saved.ListAsync("ada", true, Token)).Select(s => s.Id));
        await saved.BringBackAsync("ada", mine.Id, Token);
        Assert.Equal([mine.Id], (await saved.ListAsync("ada", false, Token)).Select(s => s.Id));

        await saved.RemoveAsync("ada", mine.Id, Token);
        clock.Now += SavedSearches.Grace + TimeSpan.FromHours(1);
        await saved.AddAsync("ada", "Trams", null, "/?q=tram", 0, 0, Token);
        Assert.Equal(new Kept<SavedSearch>(null), await saved.BringBackAsync("ada", mine.Id, Token));
    }

    [Theory]
    [InlineData(null, "needs a name")]
    [InlineData("  ", "needs a name")]
    [InlineData("long", "longer than 200")]
    public async Task Refuses_with_a_remedy(string? name, string words)
    {
        await using var corpus = await TestCorpus.CreateAsync();

        var kept = await corpus.Get<SavedSearches>().AddAsync("ada", name == "long" ? new string('x', 201) : name, null, "/", 0, 0, Token);

        Assert.Null(kept.Value);
        Assert.Contains(words, kept.Problem);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
