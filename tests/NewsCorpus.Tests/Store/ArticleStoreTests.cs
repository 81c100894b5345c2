using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Store;

public sealed class ArticleStoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_change_takes_the_next_revision()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await StoreAsync(corpus, File("a", Reading("One")), File("b", Reading("Two")));
        await StoreAsync(corpus, File("a", Reading("One, changed")));

        await using var db = corpus.Database();
        Assert.Equal([2L, 3L], await db.Articles.Select(a => a.Revision).OrderBy(r => r).ToListAsync(Token));
        Assert.Equal(3, (await db.Sequences.SingleAsync(s => s.Name == Sequence.Revision, Token)).Last);
    }

    [Fact]
    public async Task Fact_that_changes_alone_still_moves_the_revision()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var reading = Reading("One");
        await StoreAsync(corpus, File("a", reading));
        var changed = reading with { Tags = ["ferries"] };
        var outcomes = await StoreAsync(corpus, File("a", changed, "other"));

        Assert.Equal(Outcome.Updated, outcomes[0].Outcome);
        await using var db = corpus.Database();
        Assert.Equal(2, (await db.Articles.SingleAsync(Token)).Revision);
    }

    [Fact]
    public async Task Same_person_under_the_same_folded_name_is_one_person()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await StoreAsync(
            corpus,
            File("a", Reading("One", "Zoë O’Marrow")),
            File("b", Reading("Two", "Zoe O'Marrow")),
            File("c", Reading("Three", "Zoe Marrow")));

        await using var db = corpus.Database();
        var people = await db.People.OrderBy(p => p.Id).ToListAsync(Token);
        Assert.Equal(["Zoë O’Marrow", "Zoe Marrow"], people.Select(p => p.Name));
        Assert.Equal(["zoe-omarrow", "zoe-marrow"], people.Select(p => p.Slug));
        Assert.Equal(2, await db.ArticlePeople.CountAsync(p => p.PersonId == people[0].Id, Token));
    }

    [Fact]
    public async Task People_keep_their_ids_when_an_article_is_read_again()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await StoreAsync(corpus, File("a", Reading("One", "Ada Berg", "Tom Vale")));
        await StoreAsync(corpus, File("a", Reading("One", "Tom Vale", "Ada Berg"), "other"));

        await using var db = corpus.Database();
        Assert.Equal(["Ada Berg", "Tom Vale"], await db.People.OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(Token));
    }

    [Fact]
    public async Task Outlet_known_by_its_domain_takes_its_name_when_a_later_article_gives_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await StoreAsync(corpus, File("a", Reading("One") with { Outlet = new("quaynews.example", "quaynews.example"), OutletKind = FactKind.Stated }));
        await StoreAsync(corpus, File("b", Reading("Two") with { Outlet = new("Quay News", "quaynews.example"), OutletKind = FactKind.Stated }));

        await using var db = corpus.Database();
        Assert.Equal("Quay News", (await db.Outlets.SingleAsync(Token)).Name);
        Assert.Equal(3, await db.Articles.MaxAsync(a => a.Revision, Token));
        Assert.Equal(2, await db.Articles.Select(a => a.Revision).Distinct().CountAsync(Token));
    }

    [Fact]
    public async Task Outlet_known_by_name_and_one_known_by_domain_become_one_when_an_article_gives_both()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await StoreAsync(
            corpus,
            File("a", Reading("One") with { Outlet = new("quaynews.example", "quaynews.example"), OutletKind = FactKind.Stated }),
            File("b", Reading("Two") with { Outlet = new("Quay News", null), OutletKind = FactKind.Derived }));
        await StoreAsync(corpus, File("c", Reading("Three") with { Outlet = new("Quay News", "quaynews.example"), OutletKind = FactKind.Stated }));

        await using var db = corpus.Database();
        var outlet = await db.Outlets.SingleAsync(Token);
        Assert.Equal(("Quay News", "quaynews.example"), (outlet.Name, outlet.Domain));
        Assert.Equal(3, await db.Articles.CountAsync(a => a.OutletId == outlet.Id, Token));
    }

    [Fact]
    public async Task Batch_that_fails_leaves_nothing_behind()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var run = await corpus.Get<RunStore>().BeginAsync(new IngestionRequest { StartedBy = "test", Paths = ["x"] }, Token);
        var bad = File("b", Reading("Two") with { Title = null! });

        await Assert.ThrowsAnyAsync<Exception>(() => corpus.Get<ArticleStore>().CommitAsync(run, [File("a", Reading("One")), bad], null, Token));

        await using var db = corpus.Database();
        Assert.Equal((0, 0), (await db.Articles.CountAsync(Token), await db.SourceFiles.CountAsync(Token)));
    }

    [Fact]
    public async Task Entries_of_one_file_are_articles_of_their_own_that_keep_their_ids()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var file = File("feed", Reading("One")) with { Entries = [new("x", Reading("One")), new("y", Reading("Two"))] };
        await StoreAsync(corpus, file);
        await StoreAsync(corpus, file with { Sha256 = "other", Entries = [new("y", Reading("Two")), new("x", Reading("One")), new("z", Reading("Three"))] });

        await using var db = corpus.Database();
        Assert.Equal(["x", "y", "z"], await db.Articles.OrderBy(a => a.Id).Select(a => a.EntryKey).ToListAsync(Token));
    }

    private static async Task<IReadOnlyList<RunOutcome>> StoreAsync(TestCorpus corpus, params FileReading[] files)
    {
        var store = corpus.Get<ArticleStore>();
        var run = await corpus.Get<RunStore>().BeginAsync(new IngestionRequest { StartedBy = "test", Paths = ["x"] }, Token);
        var outcomes = await store.CommitAsync(run, files, null, Token);
        await corpus.Get<RunStore>().EndAsync(run, RunState.Finished, null, Token);
        return outcomes.Outcomes;
    }

    private static FileReading File(string path, ArticleReading reading, string version = "") => new()
    {
        Location = "/nowhere/" + path,
        Path = path,
        Sha256 = path + reading.Title + version,
        Format = "plain-text",
        Entries = [new("", reading)],
    };

    private static ArticleReading Reading(string title, params string[] people)
    {
        var text = title + " and " + string.Join(" and ", people);
        return new()
        {
            Title = title,
            TitleKind = FactKind.Derived,
            Content = new ArticleContent(text, [new Block(BlockKind.Paragraph, 0, text.Length)], []),
            People = people.Select(p => new PersonReading(p, p.Split(' ')[^1])).ToList(),
            Mentions = people.Select((p, i) => new Mention(i, p, text.IndexOf(p, StringComparison.Ordinal), text.IndexOf(p, StringComparison.Ordinal) + p.Length, MentionRole.Mentioned, "full name")).ToList(),
        };
    }
}
