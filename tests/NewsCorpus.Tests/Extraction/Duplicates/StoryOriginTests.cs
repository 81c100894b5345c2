using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Duplicates;

public sealed class StoryOriginTests
{
    private static StoryMember Member(long id, string? date, string? outlet = null, string? agency = null, int words = 100, bool isExcerpt = false) => new(id, date?.Length switch
    {
        null => null,
        4 => new ArticleDate(DateOnly.Parse(date + "-01-01"), DatePrecision.Year),
        7 => new ArticleDate(DateOnly.Parse(date + "-01"), DatePrecision.Month),
        10 => new ArticleDate(DateOnly.Parse(date)),
        _ => new ArticleDate(DateOnly.Parse(date[..10]), DatePrecision.Instant, DateTimeOffset.Parse(date)),
    }, outlet, agency, words, isExcerpt);

    private static (long, OriginReason) Of(params StoryMember[] members)
    {
        var origin = StoryOrigin.Of(members);
        Assert.Equal(origin, StoryOrigin.Of(members.Reverse()));
        return (origin.ArticleId, origin.Reason);
    }

    [Fact]
    public void Takes_the_earliest_date() => Assert.Equal((2, OriginReason.EarliestDate), Of(Member(1, "2025-03-04"), Member(2, "2025-03-03"), Member(3, null)));

    [Fact]
    public void Takes_the_earliest_instant_only_where_all_of_the_day_state_one()
    {
        Assert.Equal((2, OriginReason.EarliestDate), Of(Member(1, "2025-03-03T12:00:00+00:00"), Member(2, "2025-03-03T12:30:00+02:00")));
        Assert.Equal((1, OriginReason.SameDate), Of(Member(1, "2025-03-03T12:00:00+00:00"), Member(2, "2025-03-03T12:30:00+02:00"), Member(3, "2025-03-03")));
    }

    [Fact]
    public void Takes_the_agency_before_those_that_credit_it_on_the_same_day()
    {
        Assert.Equal((3, OriginReason.AgencyItself), Of(Member(1, "2025-03-03", "Post", "Northern Wire"), Member(2, "2025-03-03", "Echo"), Member(3, "2025-03-03", "Northern Wire", words: 50)));
        Assert.Equal((1, OriginReason.EarliestDate), Of(Member(1, "2025-03-02", "Post", "Northern Wire"), Member(3, "2025-03-03", "Northern Wire")));
    }

    [Fact]
    public void Names_the_agency_that_most_articles_credit()
    {
        Assert.Equal("Northern Wire", StoryOrigin.Of([Member(1, null, agency: "Other"), Member(2, null, agency: "Northern Wire"), Member(3, null, agency: "Northern Wire")]).Agency);
        Assert.Null(StoryOrigin.Of([Member(1, null)]).Agency);
    }

    [Fact]
    public void Counts_a_month_as_its_last_day()
    {
        Assert.Equal((2, OriginReason.EarliestDate), Of(Member(1, "2025-03"), Member(2, "2025-03-09")));
        Assert.Equal((1, OriginReason.EarliestDate), Of(Member(1, "2025-02"), Member(2, "2025-03-09")));
        Assert.Equal((2, OriginReason.EarliestDate), Of(Member(1, "2025"), Member(2, "2025-03")));
    }

    [Fact]
    public void Prefers_whole_then_uncredited_then_long_articles_of_one_day()
    {
        Assert.Equal((2, OriginReason.SameDate), Of(Member(1, "2025-03-03", words: 900, isExcerpt: true), Member(2, "2025-03-03", words: 300), Member(3, "2025-03-03", agency: "Northern Wire", words: 800)));
        Assert.Equal((4, OriginReason.Undated), Of(Member(3, null, words: 100), Member(4, null, words: 200)));
        Assert.Equal((3, OriginReason.OnlyArticle), Of(Member(3, "2025-03-03")));
    }

    [Fact]
    public void Refuses_a_story_of_no_article() => Assert.Throws<ArgumentException>(() => StoryOrigin.Of([]));
}
