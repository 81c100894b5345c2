using System.Globalization;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>One period of a histogram.</summary>
/// <param name="Span">Its days.</param>
/// <param name="Name">"January 2026".</param>
/// <param name="Tick">"Jan", short enough to stand below a bar.</param>
/// <param name="Year">"2026" where the bar opens a year, or is the first and leaves room before the next year; else null.</param>
/// <param name="Height">0 to 100, of the tallest bar; at least 3 where there is anything at all.</param>
/// <param name="Url">Where the bar leads, or null for an empty period.</param>
/// <param name="IsCurrent">True where the results are limited to exactly this period.</param>
/// <param name="IsOutside">True where the results are limited to days of which the period has none.</param>
public sealed record HistogramBar(DateSpan Span, string Name, string Tick, string? Year, int Count, int Height, string? Url, bool IsCurrent, bool IsOutside);

/// <summary>Articles over time as bars that are links. Periods without an article between the first and the last keep their empty place.</summary>
public sealed record Histogram(IReadOnlyList<HistogramBar> Bars, bool ByYear)
{
    /// <summary>With more months than this between first and last, a bar is a year.</summary>
    private const int MostMonths = 36;

    /// <param name="months">In order, as the search counts them.</param>
    /// <param name="request">What the counts are of: a bar leads to the same request within its period; the bar of the period it is limited to leads out of it.</param>
    public static Histogram Of(IReadOnlyList<MonthCount> months, SearchRequest request)
    {
        var counts = new List<(DateSpan Span, int Count)>();
        foreach (var month in months)
            if (DateSpan.TryParse(month.Month, out var span))
                counts.Add((span, month.Count));
        if (counts.Count == 0)
            return new Histogram([], false);

        var first = counts[0].Span.First;
        var last = counts[^1].Span.First;
        var byYear = (last.Year - first.Year) * 12 + last.Month - first.Month >= MostMonths;
        var byPeriod = counts
            .GroupBy(c => byYear ? DateSpan.OfYear(c.Span.First.Year) : c.Span)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
        var tallest = byPeriod.Values.Max();

        var bars = new List<HistogramBar>();
        var period = byYear ? DateSpan.OfYear(first.Year) : DateSpan.OfMonth(first.Year, first.Month);
        while (period.First <= last)
        {
            var count = byPeriod.GetValueOrDefault(period);
            var isCurrent = request.From == period.First && request.To == period.Last;
            var target = isCurrent ? request.Between(null, null) : request.Between(period.First, period.Last);
            bars.Add(new HistogramBar(
                period,
                period.First.ToString(byYear ? "yyyy" : "MMMM yyyy", CultureInfo.InvariantCulture),
                period.First.ToString(byYear ? "yyyy" : "MMM", CultureInfo.InvariantCulture),
                !byYear && (period.First.Month == 1 || (bars.Count == 0 && (period.First.Month != 12 || period.First == last))) ? period.First.ToString("yyyy", CultureInfo.InvariantCulture) : null,
                count,
                count == 0 ? 0 : Math.Max(3, (int)Math.Round(100.0 * count / tallest)),
                count == 0 ? null : SearchUrl.Results(target),
                isCurrent,
                request.From > period.Last || request.To < period.First));
            if (period.Last == DateOnly.MaxValue)
                break;
            var next = period.Last.AddDays(1);
            period = byYear ? DateSpan.OfYear(next.Year) : DateSpan.OfMonth(next.Year, next.Month);
        }
        return new Histogram(bars, byYear);
    }
}
