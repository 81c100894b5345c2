using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Store.Corrections;

public sealed class PersonEditorTests
{
    [Fact]
    public async Task Merged_names_are_one_person_in_articles_to_come_too_and_two_again_when_it_is_undone()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Barty Quill sold fish to Bartholomew Quill, who is no relation of the mayor.");
        Story(corpus, "b", "Barty Quill has sold his boat.");
        await corpus.IngestAsync();
        var (barty, full) = (await corpus.PersonAsync("Barty Quill"), await corpus.PersonAsync("Bartholomew Quill"));
        var editor = corpus.Get<PersonEditor>();

        Done(await editor.MergeAsync(barty, full, Ada("The same man."), Token));
        Story(corpus, "c", "Barty Quill wants his boat back.");
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);

        Assert.Equal(3, await CountAsync(corpus, "bartholomew-quill"));
        Assert.Equal(3, await CountAsync(corpus, "barty-quill"));
        Assert.Equal("Bartholomew Quill", await corpus.NamedInAsync("c.md"));
        Assert.Empty(await corpus.VerifyAsync());

        Done(await editor.RevertAsync(barty, CorrectionFields.SameAs, Ada("They are two after all."), Token));
        Assert.Equal("Bartholomew Quill, Barty Quill", await corpus.NamedInAsync("a.md"));
        Assert.Equal("Barty Quill", await corpus.NamedInAsync("c.md"));
        Assert.Equal((1, 3), (await CountAsync(corpus, "bartholomew-quill"), await CountAsync(corpus, "barty-quill")));
    }

    [Fact]
    public async Task Merges_can_be_undone_in_any_order_and_make_no_circle()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Ada Wren met Ida Stone and Una Marsh.");
        await corpus.IngestAsync();
        var (ada, ida, una) = (await corpus.PersonAsync("Ada Wren"), await corpus.PersonAsync("Ida Stone"), await corpus.PersonAsync("Una Marsh"));
        var editor = corpus.Get<PersonEditor>();

        Done(await editor.MergeAsync(ada, ida, Ada("x"), Token));
        Done(await editor.MergeAsync(ida, una, Ada("x"), Token));
        Assert.Contains("itself shown", (await editor.MergeAsync(una, ada, Ada("x"), Token)).Problem, StringComparison.Ordinal);
        Assert.Equal("Una Marsh", await corpus.NamedInAsync("a.md"));
        Done(await editor.RevertAsync(ida, CorrectionFields.SameAs, Ada("x"), Token));
        Assert.Equal("Ida Stone, Una Marsh", await corpus.NamedInAsync("a.md"));
        Done(await editor.RevertAsync(ada, CorrectionFields.SameAs, Ada("x"), Token));
        Assert.Equal("Ada Wren, Ida Stone, Una Marsh", await corpus.NamedInAsync("a.md"));
    }

    [Fact]
    public async Task Renamed_person_is_found_by_both_names_and_addresses()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Jon Halvard spoke at the quay.");
        await corpus.IngestAsync();
        var id = await corpus.PersonAsync("Jon Halvard");
        Done(await corpus.Get<PersonEditor>().RenameAsync(id, "John Halvard", Ada("So he writes it."), Token));
        Story(corpus, "b", "John Halvard spoke again.");
        Story(corpus, "c", "Jon Halvard fell silent.");
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);

        foreach (var filter in new[] { "john-halvard", "jon-halvard", id.ToString() })
            Assert.Equal(3, await CountAsync(corpus, filter));
        Assert.Equal("John Halvard", await corpus.NamedInAsync("c.md"));

        Done(await corpus.Get<PersonEditor>().RevertAsync(id, CorrectionFields.Name, Ada("No."), Token));
        Assert.Equal("Jon Halvard", await corpus.NamedInAsync("c.md"));
        Assert.Equal("John Halvard", await corpus.NamedInAsync("b.md"));
    }

    [Fact]
    public async Task Alias_takes_over_a_name_that_there_is_and_one_to_come()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Bartholomew Quill sells fish. Barty Quill sells more.");
        await corpus.IngestAsync();
        var id = await corpus.PersonAsync("Bartholomew Quill");
        Done(await corpus.Get<PersonEditor>().SetAliasesAsync(id, ["Barty Quill", "Barto Quill"], Ada("His names."), Token));
        Story(corpus, "b", "Barto Quill has sold out.");
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);
        Assert.Equal("Bartholomew Quill", await corpus.NamedInAsync("a.md"));
        Assert.Equal("Bartholomew Quill", await corpus.NamedInAsync("b.md"));

        Done(await corpus.Get<PersonEditor>().SetAliasesAsync(id, ["Barto Quill"], Ada("Barty is his son."), Token));
        Assert.Equal("Bartholomew Quill, Barty Quill", await corpus.NamedInAsync("a.md"));
        Assert.Equal("Bartholomew Quill", await corpus.NamedInAsync("b.md"));
    }

    [Fact]
    public async Task What_is_no_person_is_shown_nowhere_until_it_is_taken_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Ada Wren met Solveig Dawn in the harbour. “We sail on Monday,” Solveig Dawn said.");
        await corpus.IngestAsync();
        var ship = await corpus.PersonAsync("Solveig Dawn");
        var office = corpus.Get<PersonEditor>();
        Done(await office.SetNobodyAsync(ship, Ada("A ship."), Token));
        Story(corpus, "b", "Solveig Dawn has left the harbour, and Ada Wren with her.");
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);

        Assert.Equal("Ada Wren", await corpus.NamedInAsync("a.md"));
        Assert.Equal("Ada Wren", await corpus.NamedInAsync("b.md"));
        Assert.DoesNotContain((await corpus.SearchAsync(new SearchRequest())).Facets.People, p => p.Id == ship);
        Assert.Empty(await corpus.VerifyAsync());

        Done(await office.RevertAsync(ship, CorrectionFields.Nobody, Ada("It was her captain."), Token));
        Assert.Equal("Ada Wren, Solveig Dawn", await corpus.NamedInAsync("b.md"));
        Assert.Equal(2, await CountAsync(corpus, "solveig-dawn"));
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_articles_and_by_office()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Striker Peter Crane scored twice for Skarrow. Crane was pleased.");
        Story(corpus, "b", "Senator Peter Crane opposed the bill. Crane was not pleased.");
        Story(corpus, "c", "Peter Crane was seen in Corvane.");
        await corpus.IngestAsync();
        var crane = await corpus.PersonAsync("Peter Crane");
        var article = await ArticleAsync(corpus, "b.md");
        var editor = corpus.Get<PersonEditor>();
        Assert.Contains("already", (await editor.SplitAsync(crane, "Peter Crane", [article], Ada("x"), Token)).Problem, StringComparison.Ordinal);

        var split = await editor.SplitAsync(crane, "Peter Crane (senator)", [article], Ada("Two men."), Token);
        Done(split);
        Story(corpus, "d", "Senator Peter Crane gave way on the bill.");
        Story(corpus, "e", "Peter Crane was seen in Dunmarsh.");
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);

        Assert.Equal("Peter Crane", await corpus.NamedInAsync("a.md"));
        Assert.Equal("Peter Crane (senator)", await corpus.NamedInAsync("b.md"));
        Assert.Equal("Peter Crane (senator)", await corpus.NamedInAsync("d.md"));
        Assert.Equal("Peter Crane", await corpus.NamedInAsync("e.md"));

        Done(await editor.RevertAsync(split.Correction!.PersonId!.Value, CorrectionFields.Split, Ada("One man."), Token));
        Assert.Equal(5, await CountAsync(corpus, "peter-crane"));
    }

    [Fact]
    public async Task Log_brings_another_folder_to_the_same_people_whichever_came_first()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Everything(corpus);
        await corpus.IngestAsync();
        var editor = corpus.Get<PersonEditor>();
        Done(await editor.MergeAsync(await corpus.PersonAsync("Barty Quill"), await corpus.PersonAsync("Bartholomew Quill"), Ada("1"), Token));
        Done(await editor.RenameAsync(await corpus.PersonAsync("Jon Halvard"), "John Halvard", Ada("2"), Token));
        Done(await editor.SetNobodyAsync(await corpus.PersonAsync("Solveig Dawn"), Ada("3"), Token));
        Done(await editor.SplitAsync(await corpus.PersonAsync("Peter Crane"), "Peter Crane (senator)", [await ArticleAsync(corpus, "c.md")], Ada("4"), Token));
        Done(await editor.SetAliasesAsync(await corpus.PersonAsync("Ada Wren"), ["Ida Stone"], Ada("5"), Token));
        Done(await editor.RejectAsync(await corpus.PersonAsync("Ada Wren"), await corpus.PersonAsync("Una Marsh"), Ada("6"), Token));
        var lines = await corpus.ExportAsync();
        var wanted = (await ArticleView.AllAsync(corpus)).Select(v => v.People);

        foreach (var importFirst in new[] { true, false })
        {
            await using var other = await TestCorpus.CreateAsync();
            if (!importFirst)
            {
                Everything(other);
                await other.IngestAsync();
            }
            Assert.Empty((await other.ImportAsync(lines)).Problems);
            if (importFirst)
            {
                Everything(other);
                await other.IngestAsync();
            }
            Assert.Equal(wanted, (await ArticleView.AllAsync(other)).Select(v => v.People));
            Assert.Equal(lines, await other.ExportAsync());
            Assert.Equal((0, 6), await other.ImportAsync(lines) is var again ? (again.Added, again.Known) : default);
        }
    }

    [Fact]
    public async Task Every_edit_wants_a_note_and_what_stands_there_now()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Ada Wren met Ida Stone.");
        await corpus.IngestAsync();
        var (ada, ida) = (await corpus.PersonAsync("Ada Wren"), await corpus.PersonAsync("Ida Stone"));
        var editor = corpus.Get<PersonEditor>();
        Assert.Equal(EditState.Refused, (await editor.MergeAsync(ada, ida, Ada(" "), Token)).State);
        Assert.Equal(EditState.NotFound, (await editor.MergeAsync(99, ida, Ada("x"), Token)).State);
        Assert.Equal(EditState.Refused, (await editor.MergeAsync(ada, ada, Ada("x"), Token)).State);
        Done(await editor.RenameAsync(ada, "Ada Wrenn", Ada("x", 0), Token));
        Assert.Equal(EditState.Moved, (await editor.RenameAsync(ada, "Ada Wrennn", Ada("x", 0), Token)).State);
        await using var db = corpus.Database();
        Assert.Equal(["person.rename"], await db.Log.Where(l => l.Action.StartsWith("person.")).Select(l => l.Action).ToListAsync(Token));
    }

    [Fact]
    public async Task List_of_an_articles_people_has_them_as_they_are_shown()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Story(corpus, "a", "Barty Quill met Ada Wren. Quill laughed.");
        Story(corpus, "b", "Bartholomew Quill sells fish.");
        await corpus.IngestAsync();
        Done(await corpus.Get<PersonEditor>().MergeAsync(await corpus.PersonAsync("Barty Quill"), await corpus.PersonAsync("Bartholomew Quill"), Ada("x"), Token));
        var article = await ArticleAsync(corpus, "a.md");
        Done(await corpus.Get<ArticleEditor>().SetPeopleAsync(article, ["Bartholomew Quill"], Ada("Not she."), Token));

        Assert.Equal("Bartholomew Quill", await corpus.NamedInAsync("a.md"));
        await using var db = corpus.Database();
        Assert.Equal(2, await db.ArticlePeople.Where(p => p.ArticleId == article).Select(p => p.Mentions).SingleAsync(Token));
    }

    private static void Everything(TestCorpus corpus)
    {
        Story(corpus, "a", "Barty Quill and Bartholomew Quill met Jon Halvard on the Solveig Dawn. “We sail,” Solveig Dawn said.");
        Story(corpus, "b", "Striker Peter Crane scored twice. Ada Wren met Ida Stone and Una Marsh.");
        Story(corpus, "c", "Senator Peter Crane opposed the bill, and Jon Halvard did so too.");
    }

    private static void Story(TestCorpus corpus, string name, string text) => corpus.Write(name + ".md", title: "Story " + name, text: text);

    private static async Task<long> ArticleAsync(TestCorpus corpus, string file)
    {
        await using var db = corpus.Database();
        return await db.Articles.Where(a => a.SourceFile!.Path.EndsWith(file)).Select(a => a.Id).SingleAsync(Token);
    }

    private static async Task<int> CountAsync(TestCorpus corpus, string person) => (await corpus.SearchAsync(new SearchRequest { People = [new FilterValue(person)] })).Total;
}
