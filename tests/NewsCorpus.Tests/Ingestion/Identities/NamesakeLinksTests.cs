using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Tests.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Ingestion.Identities;

public sealed class NamesakeLinksTests
{
    private const string Keeper = "John Carver (goalkeeper)";
    private const string Bill = "Skarrow Senator John Carver said on Monday that the bill would fail. “It is a bad bill,” Carver said in the chamber.";
    private const string Law = "Senator John Carver voted against the law on Friday. Carver left the chamber early.";
    private const string Match = "Corvane Rovers goalkeeper John Carver saved two penalties on Saturday. Carver was carried off the pitch.";
    private const string Bare = "John Carver was seen at the harbour on Tuesday, and Priya Dane with him.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Senator_and_goalkeeper_are_two_whichever_came_first_and_stay_so(bool senatorFirst)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var name in senatorFirst ? new[] { "bill", "law", "bare", "match" } : ["match", "bare", "law", "bill"])
        {
            Put(corpus, name);
            await corpus.IngestAsync();
        }
        Assert.Equal("John Carver", await corpus.NamedInAsync("bill.md"));
        Assert.Equal("John Carver", await corpus.NamedInAsync("law.md"));
        Assert.Equal("John Carver, Priya Dane", await corpus.NamedInAsync("bare.md"));
        Assert.Equal(Keeper, await corpus.NamedInAsync("match.md"));
        await using (var db = corpus.Database())
        {
            var link = await db.PersonLinks.SingleAsync(Token);
            Assert.Equal("“Corvane Rovers goalkeeper” in 2026 and “Skarrow Senator” in 2026 are hardly one person", link.Rule);
            Assert.StartsWith("Corvane Rovers goalkeeper John Carver", link.Excerpt, StringComparison.Ordinal);
            Assert.StartsWith("Skarrow Senator John Carver", link.Ground, StringComparison.Ordinal);
            Assert.Equal("rules", await db.Log.Where(l => l.Action == "person.split").Select(l => l.By).SingleAsync(Token));
        }
        Assert.Equal(1, await CountAsync(corpus, "john-carver-goalkeeper"));
        Assert.Equal(3, await CountAsync(corpus, "john-carver"));

        var (before, id) = (await StateAsync(corpus), await corpus.PersonAsync(Keeper));
        var (run, _) = await corpus.IngestAsync(force: true);
        Assert.Equal((4, 0), (run.Unchanged, run.Updated));
        Assert.Equal(before, await StateAsync(corpus));
        Assert.Equal(id, await corpus.PersonAsync(Keeper));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Title_and_surname_go_to_the_one_who_holds_the_office()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bill", "law", "match");
        corpus.Write("title.md", title: "A word", text: "“Not in Skarrow,” Senator Carver said of the plan for the harbour. Priya Dane, who leads the traders, was not there.");
        await corpus.IngestAsync();
        Assert.Equal("John Carver, Priya Dane", await corpus.NamedInAsync("title.md"));
    }

    [Fact]
    public async Task Who_has_more_articles_keeps_the_name()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bill", "match");
        for (var i = 0; i < 4; i++)
            corpus.Write($"match{i}.md", title: $"Match {i}", text: Match.Replace("two", (i + 3).ToString(), StringComparison.Ordinal));
        await corpus.IngestAsync();
        Assert.Equal("John Carver", await corpus.NamedInAsync("match.md"));
        Assert.Equal("John Carver (senator)", await corpus.NamedInAsync("bill.md"));
    }

    [Fact]
    public async Task Junior_a_career_and_one_without_an_office_are_not_told_apart()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bill", "bare");
        corpus.Write("junior.md", title: "Junior", text: Match.Replace("John Carver", "John Carver Jr.", StringComparison.Ordinal));
        corpus.Write("player.md", title: "Player", date: "2004-03-01", text: "Corvane Rovers goalkeeper Tom Vale saved two penalties on Saturday.");
        corpus.Write("mayor.md", title: "Mayor", date: "2019-03-01", text: "Skarrow Mayor Tom Vale opened the quay on Saturday.");
        corpus.Write("minister.md", title: "Minister", date: "2024-03-01", text: "Estmark Minister Tom Vale resigned on Saturday.");
        await corpus.IngestAsync();
        Assert.Equal("John Carver Jr", (await corpus.NamedInAsync("junior.md")).TrimEnd('.'));
        Assert.Equal("John Carver", await corpus.NamedInAsync("bill.md"));
        foreach (var file in new[] { "player.md", "mayor.md", "minister.md" })
            Assert.Equal("Tom Vale", await corpus.NamedInAsync(file));
        await using var db = corpus.Database();
        Assert.False(await db.People.AnyAsync(p => p.SplitFromId != null, Token));
    }

    [Fact]
    public async Task Editor_who_says_that_they_are_one_is_never_overruled()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bill", "law", "match");
        await corpus.IngestAsync();
        var (name, keeper) = (await corpus.PersonAsync("John Carver"), await corpus.PersonAsync(Keeper));
        var editor = corpus.Get<PersonEditor>();

        Done(await editor.MergeAsync(keeper, name, Ada("He does both."), Token));
        corpus.Write("again.md", title: "Again", text: Match.Replace("two", "three", StringComparison.Ordinal));
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);
        Assert.Equal("John Carver", await corpus.NamedInAsync("match.md"));
        Assert.Equal("John Carver", await corpus.NamedInAsync("again.md"));

        Done(await editor.RevertAsync(keeper, CorrectionFields.SameAs, Ada("No, two."), Token));
        Assert.Equal(Keeper, await corpus.NamedInAsync("match.md"));
        Assert.Equal(Keeper, await corpus.NamedInAsync("again.md"));
        Assert.Equal("John Carver", await corpus.NamedInAsync("bill.md"));
    }

    [Fact]
    public async Task Without_its_evidence_a_split_is_undone_unless_an_editor_confirmed_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bill", "law", "match");
        await corpus.IngestAsync();
        var (name, keeper) = (await corpus.PersonAsync("John Carver"), await corpus.PersonAsync(Keeper));
        Rewrite(corpus, "bill", text: "John Carver said on Monday that the bill would fail.");
        await corpus.IngestAsync();
        Assert.Equal("John Carver", await corpus.NamedInAsync("match.md"));

        Put(corpus, "bill");
        await corpus.IngestAsync();
        Assert.Equal(Keeper, await corpus.NamedInAsync("match.md"));
        Assert.Equal(keeper, await corpus.PersonAsync(Keeper));

        var editor = corpus.Get<PersonEditor>();
        Done(await editor.RejectAsync(keeper, name, Ada("Two men."), Token));
        Rewrite(corpus, "bill", text: "John Carver said on Monday that the bill would fail.");
        await corpus.IngestAsync();
        Assert.Equal(Keeper, await corpus.NamedInAsync("match.md"));
        Done(await editor.RejectAsync(name, keeper, Ada("Two men, from the other side."), Token));
        Assert.Equal(Keeper, await corpus.NamedInAsync("match.md"));
    }

    [Fact]
    public async Task Renamed_and_further_split_people_keep_their_articles()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bill", "law", "match", "bare");
        await corpus.IngestAsync();
        var (name, keeper) = (await corpus.PersonAsync("John Carver"), await corpus.PersonAsync(Keeper));
        var editor = corpus.Get<PersonEditor>();
        Done(await editor.RenameAsync(keeper, "Jack Carver", Ada("So the club writes."), Token));
        var bare = await ArticleAsync(corpus, "bare.md");
        Done(await editor.SplitAsync(name, Keeper, [bare], Ada("The keeper."), Token));
        corpus.Write("again.md", title: "Again", text: Match.Replace("two", "three", StringComparison.Ordinal));
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);
        foreach (var file in new[] { "match.md", "again.md" })
            Assert.Equal("Jack Carver", await corpus.NamedInAsync(file));
        Assert.Equal("Jack Carver, Priya Dane", await corpus.NamedInAsync("bare.md"));

        Done(await editor.RevertAsync(keeper, CorrectionFields.Split, Ada("Not he."), Token));
        await corpus.IngestAsync();
        Assert.Equal("John Carver, Priya Dane", await corpus.NamedInAsync("bare.md"));
        Assert.Equal("Jack Carver", await corpus.NamedInAsync("match.md"));
    }

    [Fact]
    public async Task Log_of_corrections_brings_another_folder_to_the_same_people_whichever_came_first()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Everybody(corpus);
        await corpus.IngestAsync();
        var editor = corpus.Get<PersonEditor>();
        Done(await editor.RenameAsync(await corpus.PersonAsync(Keeper), "Jack Carver", Ada("1"), Token));
        Done(await editor.MergeAsync(await corpus.PersonAsync("Ines Vale (mayor of Skarrow)"), await corpus.PersonAsync("Ines Vale"), Ada("2"), Token));
        await corpus.IngestAsync();
        var lines = await corpus.ExportAsync();
        var wanted = (await ArticleView.AllAsync(corpus)).Select(v => v.People).ToList();
        Assert.Contains(wanted, p => p.Contains("Jack Carver", StringComparison.Ordinal));

        foreach (var importFirst in new[] { true, false })
        {
            await using var other = await TestCorpus.CreateAsync();
            if (importFirst)
                Assert.Empty((await other.ImportAsync(lines)).Problems);
            Everybody(other);
            await other.IngestAsync();
            if (!importFirst)
                Assert.Empty((await other.ImportAsync(lines)).Problems);
            Assert.Equal(wanted, (await ArticleView.AllAsync(other)).Select(v => v.People));
            Assert.Equal(lines, await other.ExportAsync());
        }
    }

    private static void Everybody(TestCorpus corpus)
    {
        Put(corpus, "bill", "law", "match");
        corpus.Write("skarrow.md", title: "Quay", text: "Skarrow Mayor Ines Vale opened the quay on Friday.");
        corpus.Write("corvane.md", title: "Bridge", text: "Corvane Mayor Ines Vale closed the bridge on Friday.");
        corpus.Write("corvane2.md", title: "Bridge again", text: "Corvane Mayor Ines Vale opened the bridge again on Monday.");
    }

    private static void Put(TestCorpus corpus, params string[] names)
    {
        foreach (var name in names)
            Rewrite(corpus, name, name switch { "bill" => Bill, "law" => Law, "match" => Match, _ => Bare });
    }

    private static void Rewrite(TestCorpus corpus, string name, string text) => corpus.Write(name + ".md", title: "About " + name, text: text);

    private static async Task<string> StateAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return string.Join(", ", await db.Articles.OrderBy(a => a.Id).Select(a => a.Revision).ToListAsync(Token)) + string.Join(", ", (await ArticleView.AllAsync(corpus)).Select(v => v.People));
    }

    private static async Task<long> ArticleAsync(TestCorpus corpus, string file)
    {
        await using var db = corpus.Database();
        return await db.Articles.Where(a => a.SourceFile!.Path.EndsWith(file)).Select(a => a.Id).SingleAsync(Token);
    }

    private static async Task<int> CountAsync(TestCorpus corpus, string person) => (await corpus.SearchAsync(new SearchRequest { People = [new FilterValue(person)] })).Total;
}
