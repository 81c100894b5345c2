namespace NewsCorpus.Extraction.Dates;

/// <summary>How likely each day is, as natural logarithms up to a constant; clues are added one by one, as if they were independent (naive Bayes), with weights that make up for their not being so.</summary>
internal sealed class DateBelief : IDisposable
{
    private readonly CorpusCalendar _calendar;
    private readonly List<double[]> _taken = [];
    private readonly double[] _logs;

    /// <summary>Begins with what is to be expected of any article of the corpus.</summary>
    public DateBelief(CorpusCalendar calendar)
    {
        _calendar = calendar;
        _logs = Days();
        calendar.LogDensity.CopyTo(_logs, 0);
    }

    public DateOnly First => _calendar.First;

    public int Count => _logs.Length;

    /// <summary>A zero for each day, for a clue: of use until the belief is disposed of, when it goes back to where it was taken from.</summary>
    public double[] Days()
    {
        var days = _calendar.TakeDays();
        _taken.Add(days);
        return days;
    }

    /// <summary>Adds what a clue says of each day; a clue that says nothing adds nothing.</summary>
    public void Add(double[]? clue, double weight)
    {
        if (clue is null)
            return;
        for (var day = 0; day < _logs.Length; day++)
            _logs[day] += weight * clue[day];
    }

    /// <summary>The shortest run of days that holds a part of all likelihood.</summary>
    public (DateOnly From, DateOnly To, int Days) Window(double mass)
    {
        var sums = Sums();
        var wanted = mass * sums[^1];
        var (from, days) = (0, _logs.Length);
        for (int start = 0, end = 0; start < _logs.Length; start++)
        {
            while (end < _logs.Length && Before(end) - Before(start) < wanted)
                end++;
            if (Before(end) - Before(start) < wanted)
                break;
            if (end - start < days)
                (from, days) = (start, end - start);
        }
        return (First.AddDays(from), First.AddDays(from + days - 1), days);

        double Before(int day) => day == 0 ? 0 : sums[day - 1];
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

    /// <summary>Likelihood of all days up to each one.</summary>
    private double[] Sums()
    {
        var most = _logs.Max();
        var sums = Days();
        var sum = 0.0;
        for (var day = 0; day < _logs.Length; day++)
            sums[day] = sum += Math.Exp(_logs[day] - most);
        return sums;
    }

    public void Dispose()
    {
        _calendar.GiveBack(_taken);
        _taken.Clear();
    }
}
