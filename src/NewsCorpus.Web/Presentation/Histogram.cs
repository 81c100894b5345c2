using System.Globalization;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>One period of a histogram.</summary>
/// <param name="Span">Its days.</param>
/// <param name="Name">"January 2026", "Week from 5 January 2026".</param>
/// <param name="Tick">"Jan", short enough to stand below a bar; empty where so many bars leave no room for it.</param>
/// <param name="Era">"2026" where the bar opens a year (of days and weeks: "Jan", a month), or is the first and leaves room before the next; else null.</param>
/// <param name="Height">0 to 100, of the tallest bar; at least 3 where there is anything at all.</param>
/// <param name="Url">Where the bar leads, or null for an empty period.</param>
/// <param name="IsCurrent">True where the results are limited to exactly this period.</param>
/// <param name="IsOutside">True where the results are limited to days of which the period has none.</param>
public sealed record HistogramBar(DateSpan Span, string Name, string Tick, string? Era, int Count, int Height, string? Url, bool IsCurrent, bool IsOutside);

/// <summary>
/// Articles over time as bars that are links: days, weeks, months or years, whichever suits the span of the results, or of the range that they are limited to. Around such a range some periods
/// more are shown, so that it can be moved and widened. Periods without an article keep their empty place.
/// </summary>
/// <param name="Vaguer">Articles in the span shown that are in no bar, because their date is not known as exactly.</param>
/// <param name="Limits">The days that the results are limited to, as far as they are; null where they are not.</param>
/// <param name="Reset">Address of the results without these limits.</param>
public sealed record Histogram(IReadOnlyList<HistogramBar> Bars, TimeUnit Unit, int Vaguer, (DateOnly? From, DateOnly? To)? Limits, string Reset)
{
    /// <summary>The longest spans shown by days, by weeks and by months.</summary>
    private const int MostDays = 31;
    private const int MostWeeks = 27;
    private const int MostMonths = 36;

    /// <summary>More bars have no room for a name each, and are drawn close together.</summary>
    private const int MostNamed = 36;

    /// <summary>Years that are named below very many bars.</summary>
    private const int MostRoundYears = 12;

    private static readonly int[] RoundYears = [5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>True where there are so many bars that none has room for a name of its own.</summary>
    public bool IsDense => Bars.Count > MostNamed;

    /// <summary>The same of counts by month, which know nothing finer.</summary>
    public static Histogram Of(IReadOnlyList<MonthCount> months, SearchRequest request)
    {
        var counts = new List<DayCount>();
        foreach (var month in months)
            if (DateSpan.TryParse(month.Month, out var span))
                counts.Add(new(span.First, month.Count));
        return Of(new Timeline([], counts, []), request);
    }

    /// <param name="timeline">In whatever range.</param>
    /// <param name="request">What the counts are of: a bar leads to the same request within its period; the bar of the period it is limited to leads out of it.</param>
    public static Histogram Of(Timeline timeline, SearchRequest request)
    {
        var limits = request.From is null && request.To is null ? default((DateOnly?, DateOnly?)?) : (request.From, request.To);
        var reset = SearchUrl.Results(request.Between(null, null));
        if (timeline.Span is not var (first, last))
            return new Histogram([], TimeUnit.Month, 0, limits, reset);
        var (from, to) = (request.From ?? first, request.To ?? last);
        // A range that lies outside of all dates is shown as what there is.
        if (from > to || from > last || to < first)
            (from, to) = (first, last);
        (from, to) = (Max(from, first), Min(to, last));
        var unit = UnitOf(from, to, timeline.Days.Count > 0 ? TimeUnit.Day : timeline.Months.Count > 0 ? TimeUnit.Month : TimeUnit.Year);
        var around = Math.Max(3 * DaysOf(unit), (to.DayNumber - from.DayNumber) / 4);
        from = Timeline.FirstOf(unit, Max(first, Shift(from, -around)));
        to = Timeline.LastOf(unit, Min(last, Shift(to, around)));

        var (periods, vaguer) = timeline.By(unit, from, to);
        var counts = periods.ToDictionary(p => p.Day, p => p.Count);
        var tallest = Math.Max(1, counts.Values.DefaultIfEmpty().Max());
        var bars = new List<HistogramBar>();
        for (var day = from; ; day = Timeline.LastOf(unit, day).AddDays(1))
        {
            var span = new DateSpan(day, Timeline.LastOf(unit, day));
            var count = counts.GetValueOrDefault(day);
            var isCurrent = request.From == span.First && request.To == span.Last;
            var target = isCurrent ? request.Between(null, null) : request.Between(span.First, span.Last);
            bars.Add(new HistogramBar(
                span,
                Name(unit, day),
                Tick(unit, day),
                Era(unit, day, bars.Count == 0, to),
                count,
                count == 0 ? 0 : Math.Max(3, (int)Math.Round(100.0 * count / tallest)),
                count == 0 ? null : SearchUrl.Results(target),
                isCurrent,
                request.From > span.Last || request.To < span.First));
            if (span.Last >= to)
                break;
        }
        return new Histogram(bars.Count > MostNamed ? Thinned(bars, unit) : bars, unit, vaguer, limits, reset);
    }

    /// <summary>Many bars, of which only every few have a name below them: Mondays, the first week of a month, January and July, round years.</summary>
    private static List<HistogramBar> Thinned(List<HistogramBar> bars, TimeUnit unit)
    {
        var years = RoundYears.First(step => bars.Count / step <= MostRoundYears || step == RoundYears[^1]);
        return bars.ConvertAll(bar => bar.Span.First is var day && unit switch
        {
            TimeUnit.Day => day.DayOfWeek == DayOfWeek.Monday,
            TimeUnit.Week => day.Day <= 7,
            TimeUnit.Month => day.Month is 1 or 7,
            _ => day.Year % years == 0,
        } ? bar : bar with { Tick = "" });
    }

    private static TimeUnit UnitOf(DateOnly from, DateOnly to, TimeUnit finest)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var unit = days <= MostDays ? TimeUnit.Day : days <= MostWeeks * 7 ? TimeUnit.Week : months < MostMonths ? TimeUnit.Month : TimeUnit.Year;
        return unit < finest ? finest : unit;
    }

    private static int DaysOf(TimeUnit unit) => unit switch { TimeUnit.Day => 1, TimeUnit.Week => 7, TimeUnit.Month => 30, _ => 365 };

    private static string Name(TimeUnit unit, DateOnly day) => unit switch
    {
        TimeUnit.Day => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture),
        TimeUnit.Week => "Week from " + Words.Day(day),
        TimeUnit.Month => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => day.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    private static string Tick(TimeUnit unit, DateOnly day) => day.ToString(unit switch { TimeUnit.Day or TimeUnit.Week => "%d", TimeUnit.Month => "MMM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    /// <summary>Days and weeks are told apart by months, months by years. The first bar is named too, unless the next name would stand right beside it.</summary>
    private static string? Era(TimeUnit unit, DateOnly day, bool isFirst, DateOnly end)
    {
        var next = Timeline.LastOf(unit, day).AddDays(day.Year == DateOnly.MaxValue.Year ? 0 : 1);
        var isLast = Timeline.LastOf(unit, day) >= end;
        return unit switch
        {
            TimeUnit.Day when day.Day == 1 || isFirst && (next.Month == day.Month || isLast) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
            TimeUnit.Week when day.Day <= 7 || isFirst && (next.Day > 7 || isLast) => day.ToString("MMM", CultureInfo.InvariantCulture) + (isFirst || day.Month == 1 ? day.ToString(" yyyy", CultureInfo.InvariantCulture) : ""),
            TimeUnit.Month when day.Month == 1 || isFirst && (day.Month != 12 || isLast) => day.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Shift(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
