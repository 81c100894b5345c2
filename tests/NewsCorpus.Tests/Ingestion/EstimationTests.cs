using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Tests.Store.Corrections;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>Estimates over whole runs: made at ingestion, made anew when the corpus knows more, gone when a date comes.</summary>
public sealed class EstimationTests
{
    private const string Elect = "Mayor-elect Ines Calloway, who will be sworn in on Jan. 1, told a reporter on Wednesday that the ferry would stay. In November, Calloway had travelled to the capital to meet Governor Otto Brandt.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undated_article_is_estimated_by_its_words_and_by_dated_articles_about_its_people()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        WriteMayor(corpus, "2026-01-08", "2026-01-13");
        await corpus.IngestAsync();

        var (article, estimate) = await EstimateAsync(corpus);

        Assert.Null(article.Day);
        Assert.Equal(FactKind.Unknown, article.DateKind);
        Assert.InRange(new DateOnly(2025, 12, 10), estimate!.From, estimate.To);
        Assert.InRange(estimate.To, estimate.From, new DateOnly(2026, 1, 7));
        Assert.NotEmpty(estimate.Reasons);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Estimate_comes_with_later_articles_under_a_new_revision_and_then_stays()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        await corpus.IngestAsync();
        var (alone, none) = await EstimateAsync(corpus);
        Assert.Null(none);

        WriteMayor(corpus, "2026-01-08", "2026-01-13");
        await corpus.IngestAsync();
        var (accompanied, some) = await EstimateAsync(corpus);
        Assert.NotNull(some);
        Assert.True(accompanied.Revision > alone.Revision);

        await corpus.IngestAsync();
        await corpus.IngestAsync(force: true);
        var (again, same) = await EstimateAsync(corpus);
        Assert.Equal(accompanied.Revision, again.Revision);
        Assert.Equal(some.Reasons, same!.Reasons);
    }

    [Fact]
    public async Task Single_new_article_about_a_person_of_few_is_enough_for_another_look()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        for (var i = 0; i < 40; i++)
            corpus.Write($"old/{i}.txt", $" date 20{10 + i / 4:00}-0{1 + i % 9}-03\n\nThe ferry\n\nFerry number {i} crossed the harbour on Thursday after nine days.");
        await corpus.IngestAsync();
        WriteMayor(corpus, "2026-01-08");
        await corpus.IngestAsync();

        Assert.Contains((await EstimateAsync(corpus)).Estimate!.Reasons, reason => reason.Contains("Ines Calloway", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Date_of_an_editor_or_a_file_ends_the_estimate()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        WriteMayor(corpus, "2026-01-08", "2026-01-13");
        await corpus.IngestAsync();
        var id = (await EstimateAsync(corpus)).Article.Id;

        Newsroom.Done(await corpus.Get<ArticleEditor>().SetDateAsync(id, "2025-12-17", Newsroom.Ada("Seen in print."), Token));
        Assert.Null((await EstimateAsync(corpus, id)).Estimate);
        Newsroom.Done(await corpus.Get<ArticleEditor>().RevertAsync(id, CorrectionFields.Date, Newsroom.Ada("It was another article."), Token));
        await corpus.IngestAsync();
        Assert.NotNull((await EstimateAsync(corpus, id)).Estimate);

        corpus.Write("elect.txt", " date 2025-12-17\n\n" + Elect);
        await corpus.IngestAsync();
        var (dated, estimate) = await EstimateAsync(corpus, id);
        Assert.Equal(new DateOnly(2025, 12, 17), dated.Day);
        Assert.Null(estimate);
    }

    [Fact]
    public async Task Estimate_returns_at_once_in_a_serving_process_when_an_editor_takes_a_date_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        WriteMayor(corpus, "2026-01-08", "2026-01-13");
        await corpus.IngestAsync();
        var (article, estimate) = await EstimateAsync(corpus);
        var follower = corpus.Get<EditFollower>();
        await follower.StartAsync(Token);
        Newsroom.Done(await corpus.Get<ArticleEditor>().SetDateAsync(article.Id, "2025-12-17", Newsroom.Ada("Seen in print."), Token));
        Newsroom.Done(await corpus.Get<ArticleEditor>().RevertAsync(article.Id, CorrectionFields.Date, Newsroom.Ada("It was another article."), Token));

        DateEstimate? again;
        while ((again = (await EstimateAsync(corpus, article.Id)).Estimate) is null)
            await Task.Delay(50, Token);
        await follower.StopAsync(Token);

        Assert.Equal((estimate!.From, estimate.To), (again.From, again.To));
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Preview_estimates_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        WriteMayor(corpus, "2026-01-08", "2026-01-13");
        await corpus.IngestAsync(dryRun: true);

        await using var db = corpus.Database();
        Assert.Equal(0, await db.Estimates.CountAsync(Token));
    }

    [Fact]
    public async Task Estimated_article_is_in_a_range_only_where_a_reader_wants_it()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("elect.txt", Elect);
        WriteMayor(corpus, "2026-01-08", "2026-01-13");
        await corpus.IngestAsync();
        var (article, _) = await EstimateAsync(corpus);
        var winter = new SearchRequest { From = new DateOnly(2025, 10, 1), To = new DateOnly(2026, 3, 31) };

        var without = await corpus.SearchAsync(winter);
        var with = await corpus.SearchAsync(winter with { Estimates = EstimatesMode.Include });

        Assert.Equal((2, 1), (without.Total, without.Facets.Undated));
        Assert.Equal((3, 0), (with.Total, with.Facets.Undated));
        var hit = Assert.Single(with.Hits, h => h.Id == article.Id);
        Assert.Null(hit.Date);
        Assert.NotNull(hit.DateEstimate);
        Assert.Equal(3, with.Facets.Months.Sum(m => m.Count));
        Assert.Equal(2, without.Facets.Months.Sum(m => m.Count));
    }

    private static void WriteMayor(TestCorpus corpus, params string[] days)
    {
        foreach (var day in days)
            corpus.Write($"mayor-{day}.txt", $" date {day}\n\nThe ferry stays\n\nMayor Ines Calloway said on {day[^2..]} terms of her own that the ferry stays. Governor Otto Brandt thanked Calloway for it.");
    }

    private static async Task<(Article Article, DateEstimate? Estimate)> EstimateAsync(TestCorpus corpus, long? id = null)
    {
        await using var db = corpus.Database();
        var article = await db.Articles.Include(a => a.Estimate).SingleAsync(a => id == null ? a.Day == null : a.Id == id, Token);
        return (article, article.Estimate?.Estimate);
    }
}
