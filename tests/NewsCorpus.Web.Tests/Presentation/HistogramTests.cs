using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class HistogramTests
{
    [Fact]
    public void Keeps_the_place_of_a_month_without_articles()
    {
        var histogram = Histogram.Of([new("2025-11", 4), new("2026-02", 1)], new SearchRequest());

        Assert.Equal(["Nov", "Dec", "Jan", "Feb"], histogram.Bars.Select(b => b.Tick));
        Assert.Equal([4, 0, 0, 1], histogram.Bars.Select(b => b.Count));
        Assert.Equal(["2025", null, "2026", null], histogram.Bars.Select(b => b.Era));
        Assert.Equal("/?from=2025-11-01&to=2025-11-30", histogram.Bars[0].Url);
        Assert.Null(histogram.Bars[1].Url);
        Assert.Equal([100, 0, 0, 25], histogram.Bars.Select(b => b.Height));
    }

    [Fact]
    public void Shows_years_when_the_months_span_more_than_three_of_them()
    {
        var histogram = Histogram.Of([new("1994-05", 2), new("1994-06", 1), new("1997-05", 7)], new SearchRequest { Query = "x" });

        Assert.Equal(TimeUnit.Year, histogram.Unit);
        Assert.Equal([3, 0, 0, 7], histogram.Bars.Select(b => b.Count));
        Assert.Equal("/?q=x&from=1994-01-01&to=1994-12-31", histogram.Bars[0].Url);
    }

    [Fact]
    public void Names_only_round_years_where_a_century_of_bars_has_to_fit()
    {
        var histogram = Histogram.Of([new("1923-05", 1), new("2026-05", 7)], new SearchRequest());

        Assert.True(histogram.IsDense);
        Assert.Equal(104, histogram.Bars.Count);
        Assert.Equal(["1930", "1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"], histogram.Bars.Select(b => b.Tick).Where(t => t.Length > 0));
        Assert.All(histogram.Bars, b => Assert.Equal(4, b.Name.Length));
    }

    [Fact]
    public void Names_January_and_July_where_many_months_stand_side_by_side()
    {
        var months = Enumerable.Range(0, 60).Select(i => new MonthCount(new DateOnly(2021, 1, 1).AddMonths(i).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), 1)).ToList();

        var histogram = Histogram.Of(months, new SearchRequest { From = new DateOnly(2022, 1, 1), To = new DateOnly(2024, 12, 31) });

        Assert.Equal(TimeUnit.Month, histogram.Unit);
        Assert.True(histogram.IsDense);
        Assert.All(histogram.Bars.Where(b => b.Tick.Length > 0), b => Assert.Contains(b.Tick, (string[])["Jan", "Jul"]));
    }

    [Fact]
    public void Leads_out_of_the_period_that_is_selected()
    {
        var request = new SearchRequest { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 31), Page = 3 };

        var bar = Assert.Single(Histogram.Of([new("2026-01", 9)], request).Bars);

        Assert.True(bar.IsCurrent);
        Assert.Equal("/", bar.Url);
    }

    [Fact]
    public void Names_each_year_once_and_never_two_side_by_side()
    {
        Assert.Equal([null, "2026", null], Histogram.Of([new("2025-12", 1), new("2026-02", 1)], new SearchRequest()).Bars.Select(b => b.Era));
        Assert.Equal(["2025"], Histogram.Of([new("2025-12", 1)], new SearchRequest()).Bars.Select(b => b.Era));
    }

    [Fact]
    public void Shows_a_bar_for_one_article_among_very_many()
    {
        var histogram = Histogram.Of([new("2026-01", 100_000), new("2026-02", 1)], new SearchRequest());

        Assert.Equal(3, histogram.Bars[1].Height);
    }

    [Fact]
    public void Ends_at_the_end_of_the_calendar()
    {
        Assert.Equal(2, Histogram.Of([new("9999-11", 1), new("9999-12", 1)], new SearchRequest()).Bars.Count);
        Assert.Empty(Histogram.Of([], new SearchRequest()).Bars);
    }
}
