using NewsCorpus.Search;
using Xunit;

namespace NewsCorpus.Tests.Search;

public sealed class TimelineTests
{
    private static readonly Timeline Times = new(
        [new(new(2025, 12, 31), 2), new(new(2026, 1, 1), 1), new(new(2026, 1, 5), 4)],
        [new(new(2026, 1, 1), 3)],
        [new(new(2025, 1, 1), 5)]);

    [Theory]
    [InlineData(TimeUnit.Day, "2025-12-31 2, 2026-01-01 1, 2026-01-05 4", 8)]
    [InlineData(TimeUnit.Week, "2025-12-29 3, 2026-01-05 4", 8)]
    [InlineData(TimeUnit.Month, "2025-12-01 2, 2026-01-01 8", 5)]
    [InlineData(TimeUnit.Year, "2025-01-01 7, 2026-01-01 8", 0)]
    public void Counts_by_unit_what_is_known_as_exactly(TimeUnit unit, string expected, int vaguer)
    {
        var (periods, left) = Times.By(unit, new(2025, 1, 1), new(2026, 12, 31));

        Assert.Equal(expected, string.Join(", ", periods.Select(p => $"{p.Day:yyyy-MM-dd} {p.Count}")));
        Assert.Equal(vaguer, left);
    }

    [Fact]
    public void Spans_all_that_a_vague_date_may_mean()
    {
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 31)), Times.Span);
        Assert.Null(Timeline.Empty.Span);
        Assert.Equal((new DateOnly(2026, 1, 1), 4), (Times.By(TimeUnit.Month, new(2026, 1, 5), new(2026, 1, 6)).Periods[0].Day, Times.By(TimeUnit.Day, new(2026, 1, 5), new(2026, 1, 6)).Periods[0].Count));
    }

    [Fact]
    public void Ends_with_the_calendar()
    {
        Assert.Equal(DateOnly.MaxValue, Timeline.LastOf(TimeUnit.Week, DateOnly.MaxValue));
        Assert.Equal(DateOnly.MinValue, Timeline.FirstOf(TimeUnit.Week, DateOnly.MinValue));
    }
}
