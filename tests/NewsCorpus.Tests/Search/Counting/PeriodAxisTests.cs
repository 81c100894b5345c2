using NewsCorpus.Search.Counting;
using Xunit;

namespace NewsCorpus.Tests.Search.Counting;

public sealed class PeriodAxisTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-02-10", PeriodLength.Day, 41)]
    [InlineData("2025-03-05", "2026-02-10", PeriodLength.Week, 50)]
    [InlineData("2020-03-05", "2026-02-10", PeriodLength.Month, 72)]
    [InlineData("1990-03-05", "2026-02-10", PeriodLength.Year, 37)]
    public void Length_fits_the_span(string first, string last, PeriodLength length, int count)
    {
        var axis = PeriodAxis.Of(PeriodLength.Auto, DateOnly.Parse(first), DateOnly.Parse(last));
        Assert.Equal((length, count), (axis.Length, axis.Count));
    }

    [Theory]
    [InlineData(PeriodLength.Day)]
    [InlineData(PeriodLength.Week)]
    [InlineData(PeriodLength.Month)]
    [InlineData(PeriodLength.Year)]
    public void Periods_follow_one_another_and_hold_their_days(PeriodLength length)
    {
        var (first, last) = (new DateOnly(2024, 2, 27), new DateOnly(2026, 1, 8));
        var axis = PeriodAxis.Of(length, first, last);

        Assert.Equal((first, last), (axis[0].From, axis[axis.Count - 1].To));
        for (var day = first; day <= last; day = day.AddDays(1))
            Assert.InRange(day, axis[axis.SlotOf(day)].From, axis[axis.SlotOf(day)].To);
        for (var slot = 1; slot < axis.Count; slot++)
            Assert.Equal(axis[slot - 1].To.AddDays(1), axis[slot].From);
    }

    [Fact]
    public void Too_many_periods_become_longer_ones()
    {
        var axis = PeriodAxis.Of(PeriodLength.Day, new DateOnly(1900, 1, 1), new DateOnly(2026, 1, 1));
        Assert.Equal((PeriodLength.Year, 127), (axis.Length, axis.Count));
    }
}
