using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Dates;

public sealed class DateEstimatorTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly CorpusCalendar Empty = new([], Today);

    /// <summary>Eleven years of news.</summary>
    private static readonly CorpusCalendar Decade = new([.. Enumerable.Range(0, 131).Select(i => (new DateOnly(2016, 1, 1).AddMonths(i), 10))], Today);

    private static DateEstimate? Estimate(string text, CorpusCalendar? calendar = null, SharedPerson[]? people = null, DateOnly[]? copies = null) =>
        DateEstimator.Estimate(Draft.Paragraphs(text), people ?? [], copies ?? [], calendar ?? Decade);

    private static SharedPerson Person(string name, params string[] days) => new(name, null, days.Length + 1, [.. days.Select((day, i) => new DatedNaming(i, DateOnly.Parse(day), null))]);

    [Fact]
    public void Gives_no_estimate_without_clues() => Assert.Null(Estimate("The ferry sank on Wednesday. Nobody knows why."));

    [Fact]
    public void Says_no_more_than_it_knows_of_any_article_of_the_corpus()
    {
        var january = new CorpusCalendar([(new DateOnly(2026, 1, 1), 400)], Today);

        Assert.Null(Estimate("The ferry sank on Wednesday, as in 2024.", january));
    }

    [Fact]
    public void Opens_a_window_at_the_newest_day_spoken_of_as_past()
    {
        var estimate = Estimate("The ferry was launched on May 3, 2024. It sank on Jan. 8, 2025, in calm water.");

        Assert.Equal(new DateOnly(2025, 1, 8), estimate!.From);
        Assert.InRange(estimate.To, new DateOnly(2025, 2, 8), new DateOnly(2026, 8, 30));
        Assert.Contains("the text speaks of Jan. 8, 2025 as past", estimate.Reasons);
    }

    [Theory]
    [InlineData("The ferry must be gone by Jan. 8, 2025.")]
    [InlineData("The ferry sank on June 6, 1944. A museum opened for it in 2019.")]
    [InlineData("The ferry sails again on Jan. 8, 2027.")]
    public void Opens_none_at_a_day_to_come_or_of_an_older_history(string text) =>
        Assert.DoesNotContain(Estimate(text)?.Reasons ?? [], reason => reason.Contains("as past", StringComparison.Ordinal));

    [Fact]
    public void Never_reaches_past_today() =>
        Assert.InRange(Estimate("The ferry sank on Nov. 8, 2026, in calm water.")!.To, new DateOnly(2026, 11, 8), Today);

    [Fact]
    public void Takes_the_time_in_which_most_articles_about_the_same_people_lie()
    {
        var estimate = Estimate("The ferry sank on Wednesday.", people:
        [
            Person("Ines Calloway", "2024-03-01", "2024-03-20", "2024-04-02"), Person("Otto Brandt", "2024-03-01", "2024-03-20", "2024-04-02"),
            Person("Rosa Ferry", "2024-03-01", "2024-03-20", "2024-04-02"), Person("Nils Ek", "2024-03-01", "2024-03-20", "2024-04-02"),
        ]);

        Assert.InRange(new DateOnly(2024, 3, 15), estimate!.From, estimate.To);
        Assert.True(estimate.Days < DateEstimator.MaxDays);
        Assert.Contains("3 articles from 1 March 2024 to 2 April 2024 are about the same people (Ines Calloway, Otto Brandt, Rosa Ferry and 1 more)", estimate.Reasons);
    }

    [Fact]
    public void Gives_no_estimate_from_peers_that_share_little_or_lie_far_apart()
    {
        Assert.Null(Estimate("The ferry sank on Wednesday.", people: [Person("Ines Calloway", "2024-03-01")]));
        Assert.Null(Estimate("The ferry sank on Wednesday.", people: [Person("Ines Calloway", "2017-03-01", "2019-03-01", "2021-03-01", "2023-03-01", "2025-03-01")]));
    }

    [Fact]
    public void Places_a_day_without_its_year_by_what_else_is_known_of_the_year()
    {
        var corpus = new CorpusCalendar([(new DateOnly(2025, 2, 1), 1), (new DateOnly(2026, 1, 1), 2)], Today);

        var estimate = Estimate(
            "Mayor-elect Ines Calloway, who will be sworn in on Jan. 1, said on Wednesday that the ferry would stay. In November she had said the same.", corpus,
            [new SharedPerson("Ines Calloway", "Mayor-elect", 3, [new DatedNaming(1, new(2026, 1, 8), "Mayor"), new DatedNaming(2, new(2026, 1, 13), "Mayor")])]);

        Assert.InRange(new DateOnly(2025, 12, 10), estimate!.From, estimate.To);
        Assert.InRange(estimate.From, new DateOnly(2025, 11, 1), new DateOnly(2025, 12, 10));
        Assert.InRange(estimate.To, new DateOnly(2025, 12, 20), new DateOnly(2026, 1, 7));
        Assert.Contains("the text speaks of “November” and looks ahead to “Jan. 1”", Assert.Single(estimate.Reasons, r => r.StartsWith("the text", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Ines Calloway is “Mayor-elect” in it, and “Mayor” in an article of 8 January 2026", estimate.Reasons);
    }

    [Fact]
    public void Tells_the_year_by_the_day_of_the_week()
    {
        // 4 March was a Wednesday in 2020 and in 2015, and in no year between.
        var estimate = Estimate("The ferry sank on Wednesday, March 4, in calm water.", new CorpusCalendar([.. Enumerable.Range(0, 36).Select(i => (new DateOnly(2019, 1, 1).AddMonths(i), 50))], Today));

        Assert.InRange(new DateOnly(2020, 3, 5), estimate!.From, estimate.To);
        Assert.Contains("the text speaks of “March 4”", string.Join("; ", estimate.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Stays_near_a_copy_with_the_same_words()
    {
        var estimate = Estimate("The ferry sank on Wednesday.", copies: [new DateOnly(2024, 3, 1)]);

        Assert.InRange(new DateOnly(2024, 3, 1), estimate!.From, estimate.To);
        Assert.True(estimate.Days <= 30);
        Assert.Equal("the same words were published on 1 March 2024", estimate.Reasons[0]);
    }

    [Fact]
    public void Works_without_any_dated_article() => Assert.NotNull(Estimate("The ferry sank on Jan. 8, 2025, in calm water.", Empty));
}
