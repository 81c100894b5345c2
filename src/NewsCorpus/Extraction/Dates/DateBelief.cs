namespace NewsCorpus.Extraction.Dates;

/// <summary>How likely each day is, as natural logarithms up to a constant; clues are added one by one, as if they were independent (naive Bayes), with weights that make up for their not being so.</summary>
internal sealed class DateBelief(DateOnly first, double[] logs)
{
    public DateOnly First => first;

    public int Count => logs.Length;

    /// <summary>Adds what a clue says of each day; a clue that says nothing adds nothing.</summary>
    public void Add(double[]? clue, double weight)
    {
        if (clue is null)
            return;
        for (var day = 0; day < logs.Length; day++)
            logs[day] += weight * clue[day];
    }

    /// <summary>The shortest run of days that holds a part of all likelihood.</summary>
    public (DateOnly From, DateOnly To, int Days) Window(double mass)
    {
        var sums = Sums();
        var wanted = mass * sums[^1];
        var (from, days) = (0, logs.Length);
        for (int start = 0, end = 0; start < logs.Length; start++)
        {
            while (end < logs.Length && sums[end] - sums[start] < wanted)
                end++;
            if (sums[end] - sums[start] < wanted)
                break;
            if (end - start < days)
                (from, days) = (start, end - start);
        }
        return (first.AddDays(from), first.AddDays(from + days - 1), days);
    }

    /// <summary>By how much a clue speaks for a window rather than for any day of the calendar, in nats.</summary>
    public static double Support(double[] clue, int from, int to) => LogMean(clue, from, to) - LogMean(clue, 0, clue.Length - 1);

    public static double LogMean(double[] clue, int from, int to)
    {
        var sum = 0.0;
        for (var day = from; day <= to; day++)
            sum += Math.Exp(clue[day]);
        return Math.Log(sum / (to - from + 1));
    }

    /// <summary>Likelihood of all days before each one.</summary>
    private double[] Sums()
    {
        var most = logs.Max();
        var sums = new double[logs.Length + 1];
        for (var day = 0; day < logs.Length; day++)
            sums[day + 1] = sums[day] + Math.Exp(logs[day] - most);
        return sums;
    }
}
