using System.Globalization;
using NewsCorpus.Search.Counting;

namespace NewsCorpus.Web.Presentation;

/// <summary>One line: its points as an SVG polyline has them, and dots where there are few enough to tell apart.</summary>
/// <param name="Number">From 0; the style sheet has a colour and a pattern of dashes for each.</param>
public sealed record ChartLine(int Number, string Name, string Points, IReadOnlyList<ChartDot> Dots);

/// <param name="Title">What the dot says.</param>
public sealed record ChartDot(string X, string Y, string Title);

/// <param name="At">Where, in the units of the drawing.</param>
public sealed record ChartTick(string At, string Label);

/// <summary>A comparison drawn: lines over periods, in units of an SVG of <see cref="Width"/> by <see cref="Height"/>.</summary>
public sealed record LineChart(IReadOnlyList<ChartLine> Lines, IReadOnlyList<ChartTick> Across, IReadOnlyList<ChartTick> Up)
{
    public const int Width = 960;
    public const int Height = 320;
    public const int Left = 56;
    public const int Bottom = 288;
    private const int Top = 12;
    private const int Right = 904;
    private const int MostDots = 80;
    private const int Labels = 8;
    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <summary>Null where there is nothing to draw.</summary>
    public static LineChart? Of(Comparison comparison, bool isShare)
    {
        if (comparison.Periods.Count == 0 || comparison.Queries.Count == 0)
            return null;
        var series = comparison.Queries.Select(q => q.Counts.Select((count, slot) => Value(count, comparison.All[slot], isShare)).ToArray()).ToList();
        var step = NiceStep(series.Max(s => s.Max()), isShare);
        var most = step * Math.Max(1, Math.Ceiling(series.Max(s => s.Max()) / step));
        var count = comparison.Periods.Count;
        var lines = comparison.Queries.Select((query, i) => new ChartLine(i, query.Reading.Typed,
            string.Join(' ', series[i].Select((value, slot) => $"{X(slot, count)},{Y(value, most)}")),
            count > MostDots ? [] : [.. series[i].Select((value, slot) => new ChartDot(X(slot, count), Y(value, most), $"{query.Reading.Typed}, {Name(comparison.Periods[slot], comparison.Length)}: {Told(value, query.Counts[slot], isShare)}"))]));
        var every = Math.Max(1, (count + Labels - 1) / Labels);
        return new LineChart([.. lines],
            [.. Enumerable.Range(0, count).Where(slot => slot % every == 0).Select(slot => new ChartTick(X(slot, count), Short(comparison.Periods[slot], comparison.Length)))],
            [.. Enumerable.Range(0, (int)Math.Round(most / step) + 1).Select(n => new ChartTick(Y(n * step, most), isShare ? Percent(n * step) : Words.Number((long)(n * step))))]);
    }

    /// <summary>"12 January 2026", "12 to 18 January 2026", "January 2026", "2026".</summary>
    public static string Name(Period period, PeriodLength length)
    {
        if (period.From == period.To)
            return Words.Day(period.From);
        var isWhole = length switch
        {
            PeriodLength.Month => period.From.Day == 1 && period.To.AddDays(1).Day == 1,
            PeriodLength.Year => period is { From: { Day: 1, Month: 1 }, To: { Day: 31, Month: 12 } },
            _ => false,
        };
        return (isWhole, length) switch
        {
            (true, PeriodLength.Month) => period.From.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            (true, _) => period.From.ToString("yyyy", CultureInfo.InvariantCulture),
            _ when period.From.Year == period.To.Year && period.From.Month == period.To.Month => $"{period.From.Day} to {Words.Day(period.To)}",
            _ => $"{Words.Day(period.From)} to {Words.Day(period.To)}",
        };
    }

    /// <summary>Share of a count in all, from 0 to 1; the count itself where shares are not asked for.</summary>
    public static double Value(int count, int all, bool isShare) => !isShare ? count : all == 0 ? 0 : (double)count / all;

    public static string Percent(double share) => share.ToString(share is > 0 and < 0.01 ? "0.00 %" : share is > 0 and < 0.1 ? "0.0 %" : "0 %", CultureInfo.InvariantCulture);

    private static string Told(double value, int count, bool isShare) => isShare ? $"{Percent(value)} ({Words.Number(count)})" : Words.Number(count);

    private static string Short(Period period, PeriodLength length) => period.From.ToString(length switch
    {
        PeriodLength.Year => "yyyy",
        PeriodLength.Month => "MMM yyyy",
        _ => "d MMM yyyy",
    }, CultureInfo.InvariantCulture);

    /// <summary>1, 2 or 5 times a power of ten, of which some four or five reach the largest value.</summary>
    private static double NiceStep(double largest, bool isShare)
    {
        var least = isShare ? 0.0001 : 1;
        var raw = Math.Max(largest / 4, least);
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return Steps.Select(n => n * power).First(step => step >= raw * 0.999);
    }

    private static string X(int slot, int count) => Coordinate(count == 1 ? (Left + Right) / 2.0 : Left + ((Right - Left) * (double)slot / (count - 1)));

    private static string Y(double value, double most) => Coordinate(Bottom - ((Bottom - Top) * value / most));

    private static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
