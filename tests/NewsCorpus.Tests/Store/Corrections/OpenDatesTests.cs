using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store.Corrections;
using Xunit;
using static NewsCorpus.Tests.Store.Corrections.Newsroom;

namespace NewsCorpus.Tests.Store.Corrections;

/// <summary>"03/04/2026": what it means is for the outlet's other articles to say, whenever they come.</summary>
public sealed class OpenDatesTests
{
    private const string Halder = "The Halder Daily";

    [Theory]
    [InlineData("25/12/2025", "2026-04-03", "day first, because the outlet writes the day first (1 article)")]
    [InlineData("12/25/2025", "2026-03-04", "month first, because the outlet writes the month first (1 article)")]
    public async Task Outlets_other_articles_decide_whichever_came_first(string other, string expected, string because)
    {
        foreach (var openFirst in new[] { true, false })
        {
            await using var corpus = await TestCorpus.CreateAsync();
            corpus.Write(openFirst ? "a.md" : "z.md", date: "03/04/2026", publisher: Halder);
            corpus.Write("m.md", title: "Christmas at the quay", date: other, publisher: Halder, text: "Nobody came to the quay.");
            await corpus.IngestAsync();

            var (article, date) = await OpenAsync(corpus);
            Assert.Equal((expected, FactKind.Stated), (article.Date?.ToString(), article.DateKind));
            Assert.Contains(because, date.Note, StringComparison.Ordinal);
            Assert.Empty(await corpus.VerifyAsync());
        }
    }

    [Fact]
    public async Task Article_is_taken_up_again_when_the_evidence_comes_later_grows_and_goes()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("open.md", date: "03/04/2026", publisher: Halder);
        await corpus.IngestAsync();
        var (alone, _) = await OpenAsync(corpus);
        Assert.Equal(("2026", 0), (alone.Date?.ToString(), alone.DateHabit));

        corpus.Write("one.md", date: "25/12/2025", publisher: Halder, text: "Nobody came to the quay.");
        await corpus.IngestAsync();
        var (decided, _) = await OpenAsync(corpus);
        Assert.Equal("2026-04-03", decided.Date?.ToString());
        Assert.True(decided.Revision > alone.Revision);

        corpus.Write("two.md", date: "26/12/2025", publisher: Halder, text: "Somebody came to the quay.");
        await corpus.IngestAsync();
        var (again, date) = await OpenAsync(corpus);
        Assert.Contains("(2 articles)", date.Note, StringComparison.Ordinal);
        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);
        Assert.Equal(again.Revision, (await OpenAsync(corpus)).Article.Revision);

        corpus.Write("one.md", date: "2025-12-25", publisher: Halder, text: "Nobody came to the quay.");
        corpus.Write("two.md", date: "12/26/2025", publisher: Halder, text: "Somebody came to the quay.");
        await corpus.IngestAsync();
        Assert.Equal("2026-03-04", (await OpenAsync(corpus)).Article.Date?.ToString());
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Other_outlets_and_an_outlet_of_two_minds_decide_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("open.md", date: "03/04/2026", publisher: Halder);
        corpus.Write("other.md", date: "25/12/2025", publisher: "Quay News", text: "Nobody came to the quay.");
        await corpus.IngestAsync();
        Assert.Equal("2026", (await OpenAsync(corpus)).Article.Date?.ToString());

        corpus.Write("one.md", date: "25/12/2025", publisher: Halder, text: "One came to the quay.");
        corpus.Write("two.md", date: "12/25/2025", publisher: Halder, text: "Two came to the quay.");
        await corpus.IngestAsync();
        Assert.Equal("2026", (await OpenAsync(corpus)).Article.Date?.ToString());
    }

    [Fact]
    public async Task Outlets_habit_goes_before_that_of_its_language()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("open.html", $"<html lang='en-US'><head><title>Harbour vote put off</title><meta property='og:site_name' content='{Halder}'><meta name='date' content='03/04/2026'></head><body><p>{Text}</p></body></html>");
        await corpus.IngestAsync();
        Assert.Equal("2026-03-04", (await OpenAsync(corpus)).Article.Date?.ToString());

        corpus.Write("one.md", date: "25/12/2025", publisher: Halder, text: "One came to the quay.");
        await corpus.IngestAsync();
        Assert.Equal("2026-04-03", (await OpenAsync(corpus)).Article.Date?.ToString());
    }

    [Fact]
    public async Task Correction_stands_and_gives_way_to_what_the_outlet_tells_by_then()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("open.md", date: "03/04/2026", publisher: Halder);
        await corpus.IngestAsync();
        var id = (await OpenAsync(corpus)).Article.Id;
        var editor = corpus.Get<ArticleEditor>();
        Done(await editor.SetDateAsync(id, "2026-04-07", Ada("Seen in print."), Token));

        corpus.Write("one.md", date: "25/12/2025", publisher: Halder, text: "One came to the quay.");
        await corpus.IngestAsync();
        Assert.Equal("2026-04-07", (await OpenAsync(corpus)).Article.Date?.ToString());
        Done(await editor.RevertAsync(id, CorrectionFields.Date, Ada("It was another one."), Token));
        Assert.Equal("2026-04-03", (await OpenAsync(corpus)).Article.Date?.ToString());
    }

    [Fact]
    public async Task Editors_change_of_outlet_is_followed_while_the_program_serves()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("open.md", date: "03/04/2026", publisher: "Quay News");
        corpus.Write("one.md", date: "25/12/2025", publisher: Halder, text: "One came to the quay.");
        await corpus.IngestAsync();
        var id = (await OpenAsync(corpus)).Article.Id;
        var follower = corpus.Get<EditFollower>();
        await follower.StartAsync(Token);

        Done(await corpus.Get<ArticleEditor>().SetOutletAsync(id, Halder, null, Ada("The masthead says so."), Token));
        while ((await OpenAsync(corpus)).Article.Date?.ToString() != "2026-04-03")
            await Task.Delay(50, Token);
        await follower.StopAsync(Token);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData(0, 0, 0, "no one way")]
    [InlineData(1, 0, 4, "the day first (1 article)")]
    [InlineData(10, 0, 40, "the day first (10 articles)")]
    [InlineData(11, 0, 42, "the day first (more than 10 articles)")]
    [InlineData(20, 0, 42, "the day first (more than 10 articles)")]
    [InlineData(21, 0, 82, "the day first (more than 20 articles)")]
    [InlineData(9, 1, 0, "no one way")]
    [InlineData(0, 300, -802, "the month first (more than 200 articles)")]
    [InlineData(1, 300, -803, "the month first (more than 200 articles, with few exceptions)")]
    public void Habit_is_told_roughly(int dayFirst, int monthFirst, int code, string words)
    {
        var habit = new DateHabit(dayFirst, monthFirst);

        Assert.Contains(words, habit.ToString(), StringComparison.Ordinal);
        Assert.Equal(code, habit.Code);
    }

    private static async Task<(Article Article, Evidence Date)> OpenAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var article = await db.Articles.AsNoTracking().Include(a => a.Body).SingleAsync(a => a.DateHabit != null, Token);
        return (article, article.Body!.Details.Evidence.First(e => e.Field == EvidenceFields.Date));
    }
}
