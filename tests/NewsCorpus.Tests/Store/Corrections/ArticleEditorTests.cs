using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Store.Corrections;

public sealed class ArticleEditorTests
{
    [Fact]
    public async Task Title_shows_as_corrected_with_who_when_note_and_the_earlier_value()
    {
        await using var corpus = await OneArticleAsync();
        Done(await corpus.Get<ArticleEditor>().SetTitleAsync(1, "  Vote on the  harbour postponed ", Ada("The headline as printed."), Token));

        await using var db = corpus.Database();
        var article = await db.Articles.Include(a => a.Body).SingleAsync(Token);
        Assert.Equal(("Vote on the harbour postponed", FactKind.Corrected, "vote-on-the-harbour-postponed", 2L), (article.Title, article.TitleKind, article.Slug, article.Revision));
        var evidence = article.Body!.Details.Evidence.Single(e => e.Field == EvidenceFields.Title);
        Assert.Equal((FactKind.Corrected, "corrected by ada", "The headline as printed.", "ada", "Harbour vote put off"), (evidence.Kind, evidence.Rule, evidence.Excerpt, evidence.By, evidence.Before));
        Assert.NotNull(evidence.At);
    }

    [Theory]
    [InlineData("2025-12-31", DatePrecision.Day)]
    [InlineData("2025-12", DatePrecision.Month)]
    [InlineData("2025", DatePrecision.Year)]
    public async Task Date_is_set_as_exactly_as_the_editor_knows_it(string date, DatePrecision precision)
    {
        await using var corpus = await OneArticleAsync();
        Done(await corpus.Get<ArticleEditor>().SetDateAsync(1, date, Ada("As printed."), Token));

        await using var db = corpus.Database();
        var article = await db.Articles.SingleAsync(Token);
        Assert.Equal((date, precision, FactKind.Corrected), (article.Date.ToString(), article.DatePrecision, article.DateKind));
    }

    [Fact]
    public async Task Cleared_date_and_outlet_are_not_known_and_say_who_cleared_them()
    {
        await using var corpus = await OneArticleAsync();
        Done(await corpus.Get<ArticleEditor>().SetDateAsync(1, null, Ada("The date is of the web page."), Token));
        Done(await corpus.Get<ArticleEditor>().SetOutletAsync(1, null, null, Ada("Nobody published it."), Token));

        var view = await corpus.ViewAsync(1);
        Assert.Equal((null, FactKind.Unknown, null, FactKind.Unknown), (view.Date, view.DateKind, view.Outlet, view.OutletKind));
        Assert.Contains("Before = 2026-01-08", view.Evidence, StringComparison.Ordinal);
        Assert.Contains("Nobody published it.", view.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30", "no date that exists")]
    [InlineData("2026-13", "no date that exists")]
    [InlineData("8 January", "no date that exists")]
    [InlineData("2999-01-01", "in the future")]
    [InlineData("2999", "in the future")]
    [InlineData("1066", "before the first newspapers")]
    public async Task Date_that_cannot_be_is_refused_with_the_reason(string date, string reason)
    {
        await using var corpus = await OneArticleAsync();
        var result = await corpus.Get<ArticleEditor>().SetDateAsync(1, date, Ada("x"), Token);

        Assert.Equal(EditState.Refused, result.State);
        Assert.Contains(reason, result.Problem, StringComparison.Ordinal);
        Assert.Equal("2026-01-08", (await corpus.ViewAsync(1)).Date);
    }

    [Fact]
    public async Task Edit_without_a_note_a_title_of_nothing_and_a_person_named_twice_are_refused()
    {
        await using var corpus = await OneArticleAsync();
        var editor = corpus.Get<ArticleEditor>();
        Assert.Equal(EditState.Refused, (await editor.SetTitleAsync(1, "New", Ada("  "), Token)).State);
        Assert.Equal(EditState.Refused, (await editor.SetTitleAsync(1, " \t ", Ada("x"), Token)).State);
        Assert.Equal(EditState.Refused, (await editor.SetTitleAsync(1, "…", Ada("x"), Token)).State);
        Assert.Equal(EditState.Refused, (await editor.SetPeopleAsync(1, ["Zoë Lee", "zoe lee"], Ada("x"), Token)).State);
        Assert.Equal(EditState.Refused, (await editor.RevertAsync(1, CorrectionFields.Title, Ada("x"), Token)).State);
        Assert.Equal(EditState.NotFound, (await editor.SetTitleAsync(9, "New", Ada("x"), Token)).State);

        await using var db = corpus.Database();
        Assert.Equal((0, 1L), (await db.Corrections.CountAsync(Token), (await db.Articles.SingleAsync(Token)).Revision));
    }

    [Fact]
    public async Task Outlet_can_be_one_that_there_is_by_any_of_its_names_or_a_new_one()
    {
        await using var corpus = await OneArticleAsync();
        corpus.Write("b.md", publisher: "Tidewater Post", text: "Another story about the ferry and its fares.");
        await corpus.IngestAsync();
        var editor = corpus.Get<ArticleEditor>();

        Done(await editor.SetOutletAsync(1, "tidewater  POST", null, Ada("x"), Token));
        var view = await corpus.ViewAsync(1);
        Assert.Equal(("Tidewater Post", FactKind.Corrected), (view.Outlet, view.OutletKind));

        Done(await editor.SetOutletAsync(1, "The Lantern", "lantern.example", Ada("x"), Token));
        Assert.Contains(("The Lantern", "lantern.example", 1), await corpus.OutletsAsync());

        var taken = await editor.SetOutletAsync(1, "Another", "lantern.example", Ada("x"), Token);
        Assert.Contains("belongs to “The Lantern”", taken.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_lose_their_mentions_and_speech_and_gain_them_where_their_name_stands()
    {
        await using var corpus = await OneArticleAsync();
        var before = await corpus.ViewAsync(1);
        Assert.Contains("Tom Vale", before.People, StringComparison.Ordinal);
        Assert.Contains("Tom Vale", before.Quotations, StringComparison.Ordinal);

        Done(await corpus.Get<ArticleEditor>().SetPeopleAsync(1, ["Priya Dane", "Thomas Vale", "Olga Rey"], Ada("The mayor is Thomas; Rey is “the harbour master” of the story."), Token));

        var after = await corpus.ViewAsync(1);
        Assert.DoesNotContain("Tom Vale", after.People, StringComparison.Ordinal);
        Assert.Contains("Thomas Vale Mentioned 2", after.People, StringComparison.Ordinal);
        Assert.Contains("Olga Rey Mentioned 0", after.People, StringComparison.Ordinal);
        Assert.Contains("Vale Mentioned Thomas Vale corrected by ada", after.Mentions, StringComparison.Ordinal);
        Assert.Contains("Thomas Vale", after.Quotations, StringComparison.Ordinal);
        Assert.Equal(Only(before.Mentions, "Priya"), Only(after.Mentions, "Priya"));

        var found = await corpus.SearchAsync(new SearchRequest { People = [new FilterValue("olga-rey")] });
        Assert.Equal(1, found.Total);
        Assert.DoesNotContain(found.Facets.People, p => p.Name == "Tom Vale");

        static string Only(string mentions, string name) => string.Join(", ", mentions.Split(", ").Where(m => m.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Added_person_is_marked_by_the_surname_that_the_rules_know()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.md", text: "The boat was towed in on Monday. Van der Zwaan thanked the crew, and the crew thanked van der Zwaan; García Olmedo was not there, nor was Berg.");
        await corpus.IngestAsync();

        Done(await corpus.Get<ArticleEditor>().SetPeopleAsync(1, ["Zwaan, Pieter van der", "Lucía García Olmedo", "Ada Berg", "Olaf Berg"], Ada("Named in the picture."), Token));

        var view = await corpus.ViewAsync(1);
        Assert.Contains("Van der Zwaan Mentioned Pieter van der Zwaan", view.Mentions, StringComparison.Ordinal);
        Assert.Contains("van der Zwaan Mentioned Pieter van der Zwaan", view.Mentions, StringComparison.Ordinal);
        Assert.Contains("García Olmedo Mentioned Lucía García Olmedo", view.Mentions, StringComparison.Ordinal);
        // Either of the two could be meant.
        Assert.DoesNotContain("Berg Mentioned", view.Mentions, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal("van der zwaan", (await db.People.SingleAsync(p => p.Name == "Pieter van der Zwaan", Token)).SurnameKey);
    }

    [Fact]
    public async Task Nobody_at_all_can_appear_and_all_tags_can_go()
    {
        await using var corpus = await OneArticleAsync();
        Done(await corpus.Get<ArticleEditor>().SetPeopleAsync(1, [], Ada("All made up."), Token));
        Done(await corpus.Get<ArticleEditor>().SetTagsAsync(1, [], Ada("None fits."), Token));

        var view = await corpus.ViewAsync(1);
        Assert.Equal(("", ""), (view.Tags, view.People));
    }

    [Fact]
    public async Task Run_leaves_corrections_alone_and_an_article_that_shows_the_same_keeps_its_revision()
    {
        await using var corpus = await OneArticleAsync();
        await CorrectAllAsync(corpus);
        var corrected = await corpus.ViewAsync(1);
        await using var db = corpus.Database();
        var revision = (await db.Articles.AsNoTracking().SingleAsync(Token)).Revision;

        var (_, outcomes) = await corpus.IngestAsync(force: true);
        Assert.Equal(Outcome.Unchanged, outcomes["a.md"].Outcome);

        // The rules now say other things of every field that is corrected.
        corpus.Write("a.md", title: "Harbour vote delayed", date: "2026-01-09", link: "https://quaynews.example/a", publisher: "Other Paper", tags: "quay");
        (_, outcomes) = await corpus.IngestAsync();
        Assert.Equal(Outcome.Unchanged, outcomes["a.md"].Outcome);
        Assert.Equal(corrected, await corpus.ViewAsync(1));
        Assert.Equal(revision, (await db.Articles.AsNoTracking().SingleAsync(Token)).Revision);

        // Taken back, the fields say what the rules say now.
        foreach (var field in new[] { CorrectionFields.Tags, CorrectionFields.Title, CorrectionFields.People, CorrectionFields.Date, CorrectionFields.Outlet })
            Done(await corpus.Get<ArticleEditor>().RevertAsync(1, field, Ada("No."), Token));
        var view = await corpus.ViewAsync(1);
        Assert.Equal(("Harbour vote delayed", FactKind.Stated, "2026-01-09", "Quay News", "quay"), (view.Title, view.TitleKind, view.Date, view.Outlet, view.Tags));
        Assert.DoesNotContain("Corrected", view.Evidence, StringComparison.Ordinal);
        Assert.Null((await db.Bodies.AsNoTracking().SingleAsync(Token)).Rules);
        (_, outcomes) = await corpus.IngestAsync(force: true);
        Assert.Equal(Outcome.Unchanged, outcomes["a.md"].Outcome);
    }

    [Fact]
    public async Task Run_changes_what_is_not_corrected()
    {
        await using var corpus = await OneArticleAsync();
        Done(await corpus.Get<ArticleEditor>().SetTitleAsync(1, "Mine", Ada("x"), Token));
        corpus.Write("a.md", title: "Theirs", date: "2026-02-01", text: Text + " The ferry went on.");

        var (_, outcomes) = await corpus.IngestAsync();

        Assert.Equal(Outcome.Updated, outcomes["a.md"].Outcome);
        Assert.DoesNotContain("title", outcomes["a.md"].Reason, StringComparison.Ordinal);
        var view = await corpus.ViewAsync(1);
        Assert.Equal(("Mine", "2026-02-01"), (view.Title, view.Date));
    }

    [Fact]
    public async Task Reverting_each_field_restores_exactly_what_the_rules_said()
    {
        await using var corpus = await OneArticleAsync();
        var before = await corpus.ViewAsync(1);
        await CorrectAllAsync(corpus);
        foreach (var field in CorrectionFields.OfArticles.Where(f => f != CorrectionFields.State))
            Done(await corpus.Get<ArticleEditor>().RevertAsync(1, field, Ada("No."), Token));

        Assert.Equal(before, await corpus.ViewAsync(1));
    }

    [Fact]
    public async Task Later_correction_of_a_field_supersedes_the_earlier_and_reverting_goes_back_to_the_rules()
    {
        await using var corpus = await OneArticleAsync();
        var editor = corpus.Get<ArticleEditor>();
        Done(await editor.SetTitleAsync(1, "First", Ada("x"), Token));
        Done(await editor.SetTitleAsync(1, "Second", new Edit("bob", "y"), Token));
        Assert.Equal(EditState.Refused, (await editor.SetTitleAsync(1, "Second", Ada("z"), Token)).State);

        await using (var db = corpus.Database())
        {
            var log = await db.Corrections.OrderBy(c => c.Id).ToListAsync(Token);
            Assert.Equal([CorrectionState.Superseded, CorrectionState.Active], log.Select(c => c.State));
            Assert.Equal(["\"Harbour vote put off\"", "\"First\""], log.Select(c => c.Before));
            Assert.Equal([FactKind.Stated, FactKind.Corrected], log.Select(c => c.BeforeKind));
        }
        Done(await editor.RevertAsync(1, CorrectionFields.Title, Ada("Both wrong."), Token));
        Assert.Equal("Harbour vote put off", (await corpus.ViewAsync(1)).Title);
    }

    [Fact]
    public async Task Edit_of_an_article_that_moved_meanwhile_is_not_taken()
    {
        await using var corpus = await OneArticleAsync();
        var editor = corpus.Get<ArticleEditor>();
        Done(await editor.SetTitleAsync(1, "Theirs", new Edit("bob", "x", 1), Token));

        var result = await editor.SetTitleAsync(1, "Mine", Ada("x", 1), Token);

        Assert.Equal(EditState.Moved, result.State);
        Assert.Equal("Theirs", (await corpus.ViewAsync(1)).Title);
        Done(await editor.SetTitleAsync(1, "Mine", Ada("x", 2), Token));
    }

    [Fact]
    public async Task Retired_article_is_neither_found_nor_counted_until_it_is_restored_as_it_was()
    {
        await using var corpus = await OneArticleAsync();
        corpus.Write("b.md", title: "Ferry fares", text: "Ferry fares rise, Tom Vale said.");
        await corpus.IngestAsync();
        Assert.Equal(2, (await corpus.SearchAsync(new SearchRequest())).Total);
        var before = await corpus.ViewAsync(1);
        var editor = corpus.Get<ArticleEditor>();

        Done(await editor.RetireAsync(1, Ada("Withdrawn by its author."), Token));
        Assert.Equal(EditState.Refused, (await editor.RetireAsync(1, Ada("x"), Token)).State);
        await corpus.IngestAsync(force: true);
        File.Move(Path.Combine(corpus.Files, "a.md"), Path.Combine(corpus.Files, "moved.md"));
        await corpus.IngestAsync();

        var results = await corpus.SearchAsync(new SearchRequest());
        Assert.Equal([2L], results.Hits.Select(h => h.Id));
        Assert.DoesNotContain(results.Facets.People, p => p.Name == "Priya Dane");
        Assert.DoesNotContain(results.Facets.Tags, t => t.Count > 1);
        Assert.Empty((await corpus.SearchAsync(new SearchRequest { Query = "councillor" })).Hits);
        Assert.Empty(await corpus.VerifyAsync());

        Done(await editor.RestoreAsync(1, Ada("It was a mistake."), Token));
        Assert.Equal([1L], (await corpus.SearchAsync(new SearchRequest { Query = "councillor" })).Hits.Select(h => h.Id));
        Assert.Equal(before with { Path = "moved.md#" }, await corpus.ViewAsync(1));
    }

    [Fact]
    public async Task Correction_of_one_article_leaves_the_others_of_its_file_alone()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("dump.jsonl", "{\"id\":\"x\",\"title\":\"One\",\"text\":\"The first story of the day is about boats.\"}\n{\"id\":\"y\",\"title\":\"Two\",\"text\":\"The second story of the day is about trams.\"}\n");
        await corpus.IngestAsync();
        Done(await corpus.Get<ArticleEditor>().SetTitleAsync(2, "Second", Ada("x"), Token));
        await corpus.IngestAsync(force: true);

        Assert.Equal(["One", "Second"], new[] { (await corpus.ViewAsync(1)).Title, (await corpus.ViewAsync(2)).Title });
    }

    private static async Task<TestCorpus> OneArticleAsync()
    {
        var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.md", link: "https://quaynews.example/a", publisher: "Quay News");
        await corpus.IngestAsync();
        return corpus;
    }

    private static async Task CorrectAllAsync(TestCorpus corpus)
    {
        var editor = corpus.Get<ArticleEditor>();
        Done(await editor.SetTitleAsync(1, "Corrected title", Ada("t"), Token));
        Done(await editor.SetDateAsync(1, "2025-11", Ada("d"), Token));
        Done(await editor.SetOutletAsync(1, "The Lantern", null, Ada("o"), Token));
        Done(await editor.SetPeopleAsync(1, ["Priya Dane", "Thomas Vale"], Ada("p"), Token));
        Done(await editor.SetTagsAsync(1, ["harbour", "council"], Ada("g"), Token));
    }
}
