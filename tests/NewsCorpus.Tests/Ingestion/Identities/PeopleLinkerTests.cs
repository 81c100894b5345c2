using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Tests.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Ingestion.Identities;

public sealed class PeopleLinkerTests
{
    private const string Full = "Skarrow Mayor Tom Vale said on Monday that the quay would be closed to carts for the winter, and that the council of Skarrow agreed.";
    private const string Bare = "“When Mayor Vale was here, we had an agreement,” said Priya Dane, who leads the traders of Skarrow. “Nobody has asked us since,” Dane said.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Title_and_surname_meet_the_full_name_whichever_came_first(bool fullFirst)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, fullFirst ? "full" : "bare");
        await corpus.IngestAsync();
        Put(corpus, fullFirst ? "bare" : "full");
        await corpus.IngestAsync();

        Assert.Equal("Priya Dane, Tom Vale", await corpus.NamedInAsync("bare.md"));
        await using (var db = corpus.Database())
        {
            var link = await db.PersonLinks.SingleAsync(Token);
            Assert.Contains("Skarrow", link.Rule, StringComparison.Ordinal);
            Assert.Contains("Mayor Vale was here", link.Excerpt, StringComparison.Ordinal);
            Assert.StartsWith("Skarrow Mayor Tom Vale", link.Ground, StringComparison.Ordinal);
        }
        Assert.Equal(2, (await corpus.SearchAsync(new SearchRequest { People = [new FilterValue("tom-vale")] })).Total);

        var before = await RevisionsAsync(corpus);
        var (run, _) = await corpus.IngestAsync(force: true);
        Assert.Equal((2, 0), (run.Unchanged, run.Updated));
        Assert.Equal(before, await RevisionsAsync(corpus));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Both_in_one_run_come_to_the_same()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "bare");
        Put(corpus, "full");
        await corpus.IngestAsync();
        Assert.Equal("Priya Dane, Tom Vale", await corpus.NamedInAsync("bare.md"));
    }

    [Fact]
    public async Task Mayor_of_another_place_or_generation_is_somebody_else()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "full");
        corpus.Write("old.md", date: "1971-03-02", text: Bare);
        corpus.Write("away.md", text: Bare.Replace("Mayor Vale", "Corvane Mayor Vale", StringComparison.Ordinal));
        await corpus.IngestAsync();

        Assert.Equal("Mayor Vale, Priya Dane", await corpus.NamedInAsync("old.md"));
        Assert.Equal("Mayor Vale, Priya Dane", await corpus.NamedInAsync("away.md"));
    }

    [Fact]
    public async Task Two_who_fit_are_suggested_and_neither_is_taken()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "full");
        Put(corpus, "bare");
        await corpus.IngestAsync();
        corpus.Write("other.md", title: "Another mayor", text: "Skarrow Mayor Ines Vale opened the new quay on Friday. Ines Vale had waited for it for a year.");
        await corpus.IngestAsync();

        Assert.Equal("Mayor Vale, Priya Dane", await corpus.NamedInAsync("bare.md"));
        await using var db = corpus.Database();
        var suggested = await db.PersonSuggestions.Where(s => s.Person!.Name == "Mayor Vale").Select(s => s.Other!.Name).ToListAsync(Token);
        Assert.Equal(["Ines Vale", "Tom Vale"], suggested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_is_seen_by_far_the_most_is_meant_until_another_is_seen_more_often()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 12; i++)
            corpus.Write($"tom{i}.md", title: $"Walk {i}", text: $"President Tom Vale walked round the lake {i + 2} times. Priya Dane counted.");
        corpus.Write("ines.md", title: "Slip", text: "President Ines Vale, as a sign said, was not there. Priya Dane had painted it.");
        corpus.Write("title.md", title: "Rain", text: "President Vale stayed at home, and Priya Dane with the umbrellas did too.");
        await corpus.IngestAsync();

        Assert.Equal("Priya Dane, Tom Vale", await corpus.NamedInAsync("title.md"));
        await using (var db = corpus.Database())
            Assert.Contains("by far the most", (await db.PersonLinks.SingleAsync(Token)).Rule, StringComparison.Ordinal);

        corpus.Write("ines2.md", title: "Lake", text: "President Ines Vale swam across the lake. Priya Dane rowed.");
        await corpus.IngestAsync();
        Assert.Equal("President Vale, Priya Dane", await corpus.NamedInAsync("title.md"));
    }

    [Fact]
    public async Task Fuller_and_shorter_forms_of_a_name_are_no_two_holders()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.md", title: "One", text: "President Tom Vale walked round the lake. Priya Dane counted.");
        corpus.Write("b.md", title: "Two", text: "President Tom Vale went to bed. Priya Dane did not.");
        corpus.Write("c.md", title: "Three", text: "President Thomas J. Vale signed the lake over to the ducks. Priya Dane fed them.");
        corpus.Write("title.md", title: "Rain", text: "President Vale stayed at home, and Priya Dane with the umbrellas did too.");
        await corpus.IngestAsync();

        Assert.Equal("Priya Dane, Tom Vale", await corpus.NamedInAsync("title.md"));
    }

    [Fact]
    public async Task Title_without_a_place_is_only_suggested()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "full");
        corpus.Write("bare.md", text: "Mayor Vale had nothing to say about the goats, and Priya Dane, who keeps them, said the same.");
        await corpus.IngestAsync();

        Assert.Equal("Mayor Vale, Priya Dane", await corpus.NamedInAsync("bare.md"));
        await using var db = corpus.Database();
        var suggestion = await db.PersonSuggestions.Include(s => s.Other).SingleAsync(Token);
        Assert.Equal("Tom Vale", suggestion.Other!.Name);
        Assert.Contains("goats", suggestion.Excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Title_without_a_place_is_known_by_the_company_it_keeps(bool fullFirst)
    {
        const string Beside = "Skarrow Mayor Tom Vale walked over the quay. Priya Dane and Gregor Holm walked with him, and Ines Pell stayed away.";
        const string Alone = "Mayor Vale had nothing to say about the goats, and neither Priya Dane nor Gregor Holm, who keep them, said a word.";
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var isFull in (bool[])[fullFirst, !fullFirst])
        {
            corpus.Write(isFull ? "full.md" : "bare.md", title: isFull ? "A walk" : "Goats", text: isFull ? Beside : Alone);
            await corpus.IngestAsync();
        }

        Assert.Contains("Tom Vale", await corpus.NamedInAsync("bare.md"), StringComparison.Ordinal);
        await using (var db = corpus.Database())
        {
            var link = await db.PersonLinks.SingleAsync(Token);
            Assert.Contains("beside Priya Dane and Gregor Holm", link.Rule, StringComparison.Ordinal);
            Assert.StartsWith("Skarrow Mayor Tom Vale walked", link.Ground, StringComparison.Ordinal);
        }

        corpus.Write("full.md", title: "A walk", text: Beside.Replace("Gregor Holm", "his dog", StringComparison.Ordinal));
        await corpus.IngestAsync();
        Assert.Contains("Mayor Vale", await corpus.NamedInAsync("bare.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Company_that_two_keep_tells_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("tom.md", title: "One", text: "Skarrow Mayor Tom Vale walked over the quay. Priya Dane and Gregor Holm walked with him.");
        corpus.Write("ines.md", title: "Two", text: "Corvane Mayor Ines Vale sat on the pier. Priya Dane and Gregor Holm sat with her.");
        corpus.Write("bare.md", title: "Goats", text: "Mayor Vale had nothing to say about the goats, and neither Priya Dane nor Gregor Holm, who keep them, said a word.");
        await corpus.IngestAsync();

        Assert.Contains("Mayor Vale", await corpus.NamedInAsync("bare.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forms_of_a_name_in_one_office_are_one_person_until_an_editor_objects(bool fullFirst)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        foreach (var isFull in (bool[])[fullFirst, !fullFirst])
        {
            if (isFull)
                corpus.Write("full.md", title: "Lights", text: "Michael R. Brackett, the mayor of Skarrow, switched the lamps on. Priya Dane counted them.");
            else
                for (var i = 0; i < 3; i++)
                    corpus.Write($"short{i}.md", title: $"Lamp {i}", text: $"Skarrow Mayor Mike Brackett bought {i + 2} lamps. Priya Dane carried them.");
            await corpus.IngestAsync();
        }

        Assert.Contains("Mike Brackett", await corpus.NamedInAsync("full.md"), StringComparison.Ordinal);
        await using (var db = corpus.Database())
        {
            var link = await db.PersonLinks.SingleAsync(Token);
            Assert.Contains("same office (mayor)", link.Rule, StringComparison.Ordinal);
            Assert.StartsWith("Michael R. Brackett, the mayor", link.Excerpt, StringComparison.Ordinal);
            Assert.StartsWith("Skarrow Mayor Mike Brackett", link.Ground, StringComparison.Ordinal);
        }

        corpus.Write("full2.md", title: "Dark", text: "The lamps went out, and Michael R. Brackett said nothing of it. Priya Dane had gone home.");
        await corpus.IngestAsync();
        Assert.Contains("Mike Brackett", await corpus.NamedInAsync("full2.md"), StringComparison.Ordinal);
        Assert.Equal(5, (await corpus.SearchAsync(new SearchRequest { People = [new FilterValue("mike-brackett")] })).Total);
        Assert.Equal(5, (await corpus.SearchAsync(new SearchRequest { People = [new FilterValue("michael-r-brackett")] })).Total);
        var before = await RevisionsAsync(corpus);
        await corpus.IngestAsync(force: true);
        Assert.Equal(before, await RevisionsAsync(corpus));

        Done(await corpus.Get<PersonEditor>().RejectAsync(await corpus.PersonAsync("Michael R. Brackett"), await corpus.PersonAsync("Mike Brackett"), Ada("His father."), Token));
        Assert.Contains("Michael R. Brackett", await corpus.NamedInAsync("full.md"), StringComparison.Ordinal);
        corpus.Write("full3.md", title: "Dawn", text: "Skarrow Mayor Michael R. Brackett slept. Priya Dane did not.");
        await corpus.IngestAsync(force: true);
        Assert.Contains("Michael R. Brackett", await corpus.NamedInAsync("full2.md"), StringComparison.Ordinal);
        Assert.Contains("Michael R. Brackett", await corpus.NamedInAsync("full3.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_led_to_a_form_is_led_on_with_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 2; i++)
            corpus.Write($"mike{i}.md", title: $"Lamp {i}", text: $"Skarrow Mayor Mike Brackett bought {i + 2} lamps. Priya Dane carried them.");
        corpus.Write("michael.md", title: "Light", text: "Skarrow Mayor Michael Brackett read by a lamp. Priya Dane listened.");
        corpus.Write("title.md", title: "Dusk", text: "“When Mayor Brackett was here, we had an agreement,” said Priya Dane, who leads the traders of Skarrow. “Nobody has asked us since,” Dane said.");
        await corpus.IngestAsync();
        Assert.Contains("Mike Brackett", await corpus.NamedInAsync("michael.md"), StringComparison.Ordinal);
        Assert.Contains("Mike Brackett", await corpus.NamedInAsync("title.md"), StringComparison.Ordinal);

        for (var i = 0; i < 6; i++)
            corpus.Write($"full{i}.md", title: $"Street {i}", text: $"Skarrow Mayor Michael R. Brackett lit {i + 2} streets. Priya Dane walked through them.");
        await corpus.IngestAsync();
        foreach (var file in (string[])["mike0.md", "mike1.md", "michael.md", "title.md", "full5.md"])
            Assert.Contains("Michael R. Brackett", await corpus.NamedInAsync(file), StringComparison.Ordinal);
        var before = await RevisionsAsync(corpus);
        await corpus.IngestAsync(force: true);
        Assert.Equal(before, await RevisionsAsync(corpus));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_that_fits_two_is_nobody_elses(bool formFirst)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        void Form() => corpus.Write("form.md", title: "Walk", text: "Skarrow Mayor Tobias Brackett walked. Priya Dane followed.");
        if (formFirst)
            Form();
        corpus.Write("one.md", title: "One", text: "Skarrow Mayor Tobias W. Brackett spoke. Skarrow Mayor Tobias W. Brackett left. Priya Dane stayed.");
        corpus.Write("one2.md", title: "Two", text: "Skarrow Mayor Tobias W. Brackett spoke again. Priya Dane slept.");
        await corpus.IngestAsync();
        corpus.Write("other.md", title: "Three", text: "Skarrow Mayor Tobias H. Brackett, his father, spoke first. Priya Dane was not born.");
        if (!formFirst)
            Form();
        await corpus.IngestAsync();

        Assert.Equal("Priya Dane, Tobias Brackett", await corpus.NamedInAsync("form.md"));
    }

    [Fact]
    public async Task Spellings_are_suggested_and_stay_two()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.md", title: "One", text: "Muhammad Gaddari spoke in Skarrow. William Brackett listened.");
        corpus.Write("b.md", title: "Two", text: "Mohammed Qaddari spoke in Corvane. Bill Brackett listened.");
        corpus.Write("c.md", title: "Three", text: "Peter Gandari spoke in Dunmarsh, and William Crackett listened to him.");
        await corpus.IngestAsync();

        Assert.Equal("Muhammad Gaddari, William Brackett", await corpus.NamedInAsync("a.md"));
        await using var db = corpus.Database();
        var suggested = await db.PersonSuggestions.Select(s => new { A = s.Person!.Name, B = s.Other!.Name }).ToListAsync(Token);
        Assert.Equal(["Bill Brackett = William Brackett", "Mohammed Qaddari = Muhammad Gaddari"], suggested.Select(s => $"{s.A} = {s.B}").Order(StringComparer.Ordinal));
        Assert.Equal("Bill Brackett, Mohammed Qaddari", await corpus.NamedInAsync("b.md"));
    }

    [Fact]
    public async Task Rejected_link_is_undone_and_never_comes_again_until_it_is_taken_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Put(corpus, "full");
        Put(corpus, "bare");
        await corpus.IngestAsync();
        var (mayor, vale) = (await corpus.PersonAsync("Mayor Vale"), await corpus.PersonAsync("Tom Vale"));

        Done(await corpus.Get<PersonEditor>().RejectAsync(mayor, vale, Ada("Another Vale."), Token));
        Assert.Equal("Mayor Vale, Priya Dane", await corpus.NamedInAsync("bare.md"));
        await corpus.IngestAsync(force: true);
        Assert.Equal("Mayor Vale, Priya Dane", await corpus.NamedInAsync("bare.md"));

        Done(await corpus.Get<PersonEditor>().RevertAsync(mayor, CorrectionFields.Apart, Ada("It was he."), Token));
        await corpus.IngestAsync();
        Assert.Equal("Priya Dane, Tom Vale", await corpus.NamedInAsync("bare.md"));
    }

    private static void Put(TestCorpus corpus, string name) => corpus.Write(name + ".md", title: name == "full" ? "Quay closed" : "Traders ask", text: name == "full" ? Full : Bare);

    private static async Task<List<long>> RevisionsAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        return await db.Articles.OrderBy(a => a.Id).Select(a => a.Revision).ToListAsync(Token);
    }
}
