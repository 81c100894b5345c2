using System.Collections.Concurrent;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// How the dated articles of a corpus are spread over time: what is to be expected of an undated one before anything else is known of it. Made once for many estimates, also at the same time. The days run from a year
/// before the oldest month, or from 1990, to today.
/// </summary>
public sealed class CorpusCalendar
{
    private const int FirstYear = 1990;

    /// <summary>An article lies in the same months as the others, or somewhat beside them.</summary>
    private const int Spread = 60;

    /// <summary>Part that the other articles decide where they are many; the rest is spread evenly over all days.</summary>
    private const double Known = 0.9;

    /// <summary>With so few articles half of that.</summary>
    private const double Few = 3;

    private const int DaysAMonth = 30;

    private readonly ConcurrentBag<double[]> _spare = [];

    /// <param name="months">First days of the months in which dated articles lie, and how many.</param>
    public CorpusCalendar(IReadOnlyCollection<(DateOnly Month, int Articles)> months, DateOnly today)
    {
        var counted = months.Where(m => m.Month <= today && m.Articles > 0).ToList();
        First = counted.Select(m => m.Month.Year > 1 ? m.Month.AddYears(-1) : m.Month).Append(new DateOnly(FirstYear, 1, 1)).Min();
        Articles = counted.Sum(m => m.Articles);
        var density = new double[today.DayNumber - First.DayNumber + 1];
        foreach (var (month, articles) in counted)
        {
            var (from, to) = (Math.Max(0, Index(month) - Spread), Math.Min(density.Length, Index(month) + DaysAMonth + Spread));
            for (var day = from; day < to; day++)
                density[day] += (double)articles / (to - from);
        }
        var known = Articles == 0 ? 0 : Known * Articles / (Articles + Few) / Articles;
        var even = (1 - known * Articles) / density.Length;
        for (var day = 0; day < density.Length; day++)
            density[day] = Math.Log(density[day] * known + even);
        LogDensity = density;
    }

    /// <summary>The first day that comes into question.</summary>
    public DateOnly First { get; }

    /// <summary>Dated articles of the corpus.</summary>
    public int Articles { get; }

    internal double[] LogDensity { get; }

    internal int Index(DateOnly day) => day.DayNumber - First.DayNumber;

    /// <summary>By how much a clue speaks for a window rather than for the days of any article of the corpus, in nats.</summary>
    internal double Gain(double[] clue, int from, int to)
    {
        var sum = 0.0;
        for (var day = 0; day < clue.Length; day++)
            sum += Math.Exp(LogDensity[day] + clue[day]);
        return DateBelief.LogMean(clue, from, to) - Math.Log(sum);
    }

    /// <summary>A zero for each day. Estimating takes a dozen such arrays an article, each of which is large to the collector.</summary>
    internal double[] TakeDays()
    {
        if (!_spare.TryTake(out var days))
            return new double[LogDensity.Length];
        Array.Clear(days);
        return days;
    }

    internal void GiveBack(IEnumerable<double[]> taken)
    {
        foreach (var days in taken)
            _spare.Add(days);
    }
}
