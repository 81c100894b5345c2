using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Dates;

public sealed class DateParserTests
{
    [Theory]
    [InlineData("2026-01-08")]
    [InlineData(" '2026-01-08' ")]
    [InlineData("2026/01/08")]
    [InlineData("2026/1/8")]
    [InlineData("2026.01.08")]
    [InlineData("20260108")]
    [InlineData("202601081033")]
    [InlineData("20260108103312")]
    [InlineData("2026-01-08 10:33")]
    [InlineData("2026-01-08T24:00:00Z")]
    [InlineData("2026-Jan-08")]
    [InlineData("2026, January 8")]
    [InlineData("8 January 2026")]
    [InlineData("08 JANUARY 2026")]
    [InlineData("8th of January, 2026")]
    [InlineData("8. Januar 2026")]
    [InlineData("8 janvier 2026 à 10h33")]
    [InlineData("8 de enero de 2026")]
    [InlineData("8-Jan-26")]
    [InlineData("8 Jan '26")]
    [InlineData("Jan. 8, 2026")]
    [InlineData("January 8th 2026")]
    [InlineData("Jan 8, 2026 10:33 a.m. ET")]
    [InlineData("Thursday, 8 January 2026")]
    [InlineData("Thursday, January 8, 2026 - 10:33")]
    [InlineData("Published: Thursday 8 January 2026 at 10.33")]
    [InlineData("8.1.2026")]
    [InlineData("08.01.26")]
    [InlineData("2026年1月8日")]
    [InlineData("2026년 1월 8일")]
    [InlineData("8. ledna 2026")]
    [InlineData("8. 1. 2026 10:33")]
    [InlineData("令和8年1月8日")]
    [InlineData("8 янв. 2026")]
    [InlineData("8 sty 2026")]
    [InlineData("8 Oca 2026")]
    [InlineData("08 ian. 2026")]
    [InlineData("8 de xaneiro de 2026")]
    [InlineData("৮ জানুয়ারি ২০২৬")]
    [InlineData("8. јануар 2026.")]
    public void Reads_a_day(string value) => Assert.Equal(new ArticleDate(new DateOnly(2026, 1, 8)), DateParser.Parse(value).Date);

    [Theory]
    [InlineData("04/19/13", "2013-04-19")]
    [InlineData("04-19-13", "2013-04-19")]
    [InlineData("平成25年4月19日", "2013-04-19")]
    [InlineData("13/04/19", null)]
    [InlineData("19/04/13", null)]
    [InlineData("13/19/13", null)]
    [InlineData("02/30/13", null)]
    public void Takes_two_digits_of_a_year_where_only_one_reading_is_a_day(string value, string? expected) => Assert.Equal(expected, DateParser.Parse(value).Date?.ToString());

    [Theory]
    [InlineData("2026-01-08T23:33:00-05:00", "2026-01-08T23:33:00-05:00")]
    [InlineData("2026-01-08 23:33:12 +0530", "2026-01-08T23:33:12+05:30")]
    [InlineData("2026-01-08T23:33:12.123456Z", "2026-01-08T23:33:12+00:00")]
    [InlineData("Thu, 08 Jan 2026 23:33:00 GMT", "2026-01-08T23:33:00+00:00")]
    [InlineData("Thu, 08 Jan 26 23:33:00 EST", "2026-01-08T23:33:00-05:00")]
    [InlineData("Thursday, 08-Jan-26 23:33:00 UTC", "2026-01-08T23:33:00+00:00")]
    [InlineData("Thu Jan  8 23:33:00 EST 2026", "2026-01-08T23:33:00-05:00")]
    [InlineData("Thu Jan 08 2026 23:33:00 GMT+0100 (CET)", "2026-01-08T23:33:00+01:00")]
    [InlineData("January 8, 2026 at 11:33 PM EST", "2026-01-08T23:33:00-05:00")]
    [InlineData("8 January 2026, 11pm (BST)", "2026-01-08T23:00:00+01:00")]
    [InlineData("8 Jan 2026 12:05 AM GMT", "2026-01-08T00:05:00+00:00")]
    [InlineData("1767915180", "2026-01-08T23:33:00+00:00")]
    [InlineData("1767915180.5", "2026-01-08T23:33:00+00:00")]
    [InlineData("1767915180000", "2026-01-08T23:33:00+00:00")]
    [InlineData("852768000", "1997-01-09T00:00:00+00:00")]
    public void Keeps_the_zone_and_the_day_as_stated(string value, string instant)
    {
        var expected = DateTimeOffset.Parse(instant);

        var date = DateParser.Parse(value).Date;

        Assert.Equal(DateOnly.FromDateTime(expected.DateTime), date?.Day);
        Assert.Equal(DatePrecision.Instant, date?.Precision);
        Assert.Equal((expected, expected.Offset), (date?.Instant ?? default, date?.Instant?.Offset ?? default));
    }

    [Theory]
    [InlineData("2026-01", "2026-01")]
    [InlineData("2026/01", "2026-01")]
    [InlineData("202601", "2026-01")]
    [InlineData("01/2026", "2026-01")]
    [InlineData("January 2026", "2026-01")]
    [InlineData("Jan. 2026", "2026-01")]
    [InlineData("2026", "2026")]
    public void Keeps_a_coarser_precision(string value, string expected) => Assert.Equal(expected, DateParser.Parse(value).Date?.ToString());

    [Theory]
    [InlineData("13/04/2025", DayMonthOrder.Unknown, "2025-04-13", false)]
    [InlineData("04/13/2025", DayMonthOrder.Unknown, "2025-04-13", false)]
    [InlineData("04/04/2025", DayMonthOrder.Unknown, "2025-04-04", false)]
    [InlineData("03/04/2025", DayMonthOrder.DayFirst, "2025-04-03", true)]
    [InlineData("03-04-2025", DayMonthOrder.MonthFirst, "2025-03-04", true)]
    [InlineData("3.4.2025", DayMonthOrder.MonthFirst, "2025-04-03", false)]
    public void Tells_day_from_month_by_size_or_the_order_given(string value, DayMonthOrder order, string expected, bool usedOrder)
    {
        var match = DateParser.Parse(value, order);

        Assert.Equal((expected, usedOrder), (match.Date?.ToString(), match.UsedOrder));
    }

    [Theory]
    [InlineData("03/04/2025", "it may mean")]
    [InlineData("03/04/25", "two digits")]
    [InlineData("1.2.26", "two digits")]
    [InlineData("2026-13-45", "no month 13")]
    [InlineData("2026-02-30", "no 30 February")]
    [InlineData("2026-01-00", "no 0 January")]
    [InlineData("20260230", "no 30 February")]
    [InlineData("30 February 2026", "no 30 February")]
    [InlineData("29 Feb 2025", "no 29 February")]
    [InlineData("25/25/2025", "no month 25")]
    [InlineData("0000-00-00", "no year 0")]
    [InlineData("Thursday 8 January", "no year is stated")]
    [InlineData("last Thursday", "no date")]
    [InlineData("", "no date")]
    [InlineData("true", "no date")]
    [InlineData("1234567", "no date")]
    [InlineData("version 2026.12", "no date")]
    public void Refuses_with_the_reason(string value, string reason)
    {
        var match = DateParser.Parse(value);

        Assert.Null(match.Date);
        Assert.Contains(reason, match.Refusal);
    }

    [Theory]
    [InlineData("The board met on Jan. 8, 2026, and left.", "Jan. 8, 2026")]
    [InlineData("BRAMBLE BAY 1996-08-22", "1996-08-22")]
    [InlineData("Seen in March 2024 at the pier", "March 2024")]
    public void Finds_a_date_inside_text_at_its_place(string text, string expected)
    {
        var match = DateParser.Find(text);

        Assert.NotNull(match);
        Assert.Equal(expected, text[match.Value.Start..match.Value.End]);
    }

    [Theory]
    [InlineData("The 2026 budget may rise by 5000 crowns.")]
    [InlineData("On Jan. 8 the board met; 300 came.")]
    [InlineData("Call 555-0100-2026 or v1.2.3.")]
    [InlineData("In May 5000 people marched.")]
    public void Finds_no_date_where_no_year_and_month_stand(string text) => Assert.Null(DateParser.Find(text));

    [Fact]
    public void Reads_hostile_input_without_failing()
    {
        foreach (var part in new[] { "1", "1-", "01/", "Jan ", "2026-", "T1:", "2026-01-08T99:99:99+99:99 ", "9999-12-31T23:59:59+14:00 ", "0001-01-01T00:00:00+14:00 ", "٣", "年" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 20_000));

            var parsed = DateParser.Parse(text);

            Assert.True(parsed.Date is null != parsed.Refusal is null);
            DateParser.Find(text);
        }
    }
}
