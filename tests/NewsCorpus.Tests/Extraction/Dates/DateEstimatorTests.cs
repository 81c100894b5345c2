using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Dates;

public sealed class DateEstimatorTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ArticleContent Undatable = Draft.Paragraphs("The ferry sank on Wednesday.", "Nobody knows why.");

    [Fact]
    public void Gives_no_estimate_without_clues() => Assert.Null(DateEstimator.Estimate(Undatable, [], Today));

    [Fact]
    public void Opens_a_window_at_the_newest_day_spoken_of_as_past()
    {
        var estimate = DateEstimator.Estimate(Draft.Paragraphs("The ferry was launched on May 3, 2024. It sank on Jan. 8, 2025, in calm water."), [], Today);

        Assert.Equal((new DateOnly(2025, 1, 8), new DateOnly(2026, 7, 12)), (estimate!.From, estimate.To));
        Assert.Equal(["the text speaks of Jan. 8, 2025 as past"], estimate.Reasons);
    }

    [Theory]
    [InlineData("The new ferry will sail on Jan. 8, 2025.")]
    [InlineData("The ferry must be gone by Jan. 8, 2025.")]
    [InlineData("The ferry sank on June 6, 1944. A museum opened for it in 2019.")]
    [InlineData("The ferry sails again on Jan. 8, 2027.")]
    public void Opens_none_at_a_day_to_come_or_of_an_older_history(string text) => Assert.Null(DateEstimator.Estimate(Draft.Paragraphs(text), [], Today));

    [Fact]
    public void Never_reaches_past_today() =>
        Assert.Equal(Today, DateEstimator.Estimate(Draft.Paragraphs("The ferry sank on Nov. 8, 2026, in calm water."), [], Today)!.To);

    [Fact]
    public void Takes_the_time_in_which_most_articles_about_the_same_people_lie()
    {
        DatedPeer[] peers = [new(new(2024, 3, 1), 20), new(new(2024, 3, 20), 18), new(new(2024, 4, 2), 17), new(new(2015, 1, 1), 8), new(new(2019, 1, 1), 2)];

        var estimate = DateEstimator.Estimate(Undatable, peers, Today);

        Assert.InRange(new DateOnly(2024, 3, 10), estimate!.From, estimate.To);
        Assert.True(estimate.Days < 560);
        Assert.Contains("4 dated articles about the same people", Assert.Single(estimate.Reasons));
    }

    [Fact]
    public void Gives_no_estimate_from_peers_that_are_few_weak_or_far_apart()
    {
        Assert.Null(DateEstimator.Estimate(Undatable, [new(new(2024, 3, 1), 20)], Today));
        Assert.Null(DateEstimator.Estimate(Undatable, [new(new(2024, 3, 1), 5), new(new(2024, 3, 2), 5)], Today));
        Assert.Null(DateEstimator.Estimate(Undatable, [.. Enumerable.Range(0, 20).Select(i => new DatedPeer(new DateOnly(2000 + i, 1, 1), 20))], Today));
    }

    [Fact]
    public void Narrows_the_window_by_a_year_spoken_of_as_begun()
    {
        DatedPeer[] peers = [new(new(2024, 3, 1), 20), new(new(2024, 3, 20), 18)];

        var estimate = DateEstimator.Estimate(Draft.Paragraphs("The ferry was sold in March 2024, and nobody minded."), peers, Today);

        Assert.Equal(new DateOnly(2024, 1, 1), estimate!.From);
        Assert.Contains("the text speaks of 2024 as begun", estimate.Reasons);
    }

    [Fact]
    public void Gives_no_estimate_where_text_and_peers_contradict() =>
        Assert.Null(DateEstimator.Estimate(Draft.Paragraphs("It sank on Jan. 8, 2025, in calm water."), [new(new(2019, 3, 1), 20), new(new(2019, 3, 20), 18)], Today));
}
