namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// What the clues of a text say of each day, as natural logarithms of a density. The tables are shares of articles of articles-2000 (the half that rules are tuned on) that were published so long
/// after, or before, what they speak of.
/// </summary>
internal static class TextTimes
{
    private const int DaysAYear = 366;
    private const int HalfAYear = 183;

    /// <summary>Days from the newest full date spoken of as past to publication: edges of the spans, and the share of each.</summary>
    private static readonly (int[] Edges, double[] Shares) _afterPast = ([-3650, 0, 3, 15, 61, 366, 1461, 4000], [0.06, 0.36, 0.12, 0.13, 0.11, 0.14, 0.08]);

    /// <summary>The same where the text names a year later still: an anniversary or a history.</summary>
    private static readonly (int[] Edges, double[] Shares) _afterHistory = ([-3650, 0, 3, 15, 61, 366, 1461, 4000], [0.07, 0.05, 0.03, 0.05, 0.1, 0.25, 0.45]);

    /// <summary>Days from a day without its year to publication, the nearest such day.</summary>
    private static readonly (int[] Edges, double[] Shares) _afterDay = ([-183, -100, -30, -10, 0, 10, 20, 30, 60, 100, 184], [0.06, 0.09, 0.1, 0.1, 0.225, 0.15, 0.1, 0.085, 0.05, 0.04]);

    /// <summary>The same where the text looks ahead to the day.</summary>
    private static readonly (int[] Edges, double[] Shares) _beforeDay = ([-183, -100, -50, -30, -20, -10, 0, 10, 30, 184], [0.05, 0.09, 0.13, 0.14, 0.25, 0.24, 0.025, 0.03, 0.045]);

    /// <summary>Months from one that is named alone to publication, from -5 to 6.</summary>
    private static readonly double[] _afterMonth = [0.055, 0.05, 0.05, 0.055, 0.055, 0.055, 0.172, 0.178, 0.105, 0.1, 0.06, 0.065];

    private static readonly double[] _beforeMonth = [0.05, 0.07, 0.14, 0.15, 0.2, 0.08, 0.07, 0.06, 0.05, 0.05, 0.04, 0.04];

    /// <summary>Years from the newest that is named to publication, from -3 to 8; any other is rare.</summary>
    private static readonly double[] _afterAnyYear = [0.02, 0.045, 0.15, 0.25, 0.14, 0.08, 0.06, 0.05, 0.03, 0.03, 0.02, 0.02];

    private static readonly double[] _afterPastYear = [0.01, 0.02, 0.04, 0.22, 0.16, 0.13, 0.11, 0.08, 0.06, 0.03, 0.03, 0.03];

    private const double RareYear = 0.004;

    /// <summary>A day of the week is right in one year of seven, and seldom wrong where it is given.</summary>
    private const double WeekdayFits = 5.4;
    private const double WeekdayDoesNot = 0.12;

    /// <summary>Several days of one text agree with each other: three say hardly less than ten.</summary>
    private const int MostDays = 3;
    private const double DayPower = 0.7;

    public static double[]? Past(TimeClues clues, DateBelief belief)
    {
        if (clues.Past is not var (past, _))
            return null;
        var (edges, shares) = clues.AnyYear <= past.Year + 1 ? _afterPast : _afterHistory;
        var densities = Logs(edges, shares, belief.Count);
        return Each(belief, day => densities(day.DayNumber - past.DayNumber));
    }

    public static double[]? AnyYear(TimeClues clues, DateBelief belief) => clues.AnyYear == 0 ? null : Years(clues.AnyYear, _afterAnyYear, belief);

    public static double[]? PastYear(TimeClues clues, DateBelief belief) => clues.PastYear is { } year ? Years(year, _afterPastYear, belief) : null;

    /// <summary>All days and months without a year together.</summary>
    public static double[]? Season(TimeClues clues, DateBelief belief)
    {
        if (clues.Days.Count == 0)
            return null;
        var sum = belief.Days();
        foreach (var clue in clues.Days)
        {
            var one = OfSeason(clue);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += one(belief.First.AddDays(i));
        }
        var part = Math.Pow(Math.Min(clues.Days.Count, MostDays), DayPower) / clues.Days.Count;
        for (var i = 0; i < sum.Length; i++)
            sum[i] *= part;
        return sum;
    }

    private static Func<DateOnly, double> OfSeason(SeasonDay clue)
    {
        if (clue.Day == 0)
        {
            var table = clue.IsAhead ? _beforeMonth : _afterMonth;
            return day => Math.Log(table[(day.Month - clue.Month + 17) % 12]);
        }
        var (edges, shares) = clue.IsAhead ? _beforeDay : _afterDay;
        var densities = Logs(edges, shares, DaysAYear);
        var named = new DateOnly(2024, clue.Month, clue.Day).DayOfYear;
        return day =>
        {
            var after = (new DateOnly(2024, day.Month, day.Day).DayOfYear - named + HalfAYear + DaysAYear) % DaysAYear - HalfAYear;
            return densities(after) + Math.Log(DaysAYear) + OfWeekday(clue, day, after);
        };
    }

    private static double OfWeekday(SeasonDay clue, DateOnly day, int after)
    {
        if (clue.Weekday is not { } weekday)
            return 0;
        var year = after >= 0 && clue.Month > day.Month ? day.Year - 1 : after < 0 && clue.Month < day.Month ? day.Year + 1 : day.Year;
        var fits = year is > 1 and < 9999 && clue.Day <= DateTime.DaysInMonth(year, clue.Month) && new DateOnly(year, clue.Month, clue.Day).DayOfWeek == weekday;
        return Math.Log(fits ? WeekdayFits : WeekdayDoesNot);
    }

    private static double[] Years(int named, double[] shares, DateBelief belief) =>
        Each(belief, day => Math.Log(day.Year - named + 3 is >= 0 and var at && at < shares.Length ? shares[at] : RareYear));

    private static double[] Each(DateBelief belief, Func<DateOnly, double> of)
    {
        var logs = belief.Days();
        for (var i = 0; i < logs.Length; i++)
            logs[i] = of(belief.First.AddDays(i));
        return logs;
    }

    /// <summary>The logarithm of the density at a number of days; outside of the edges next to nothing.</summary>
    private static Func<int, double> Logs(int[] edges, double[] shares, int span)
    {
        var logs = new double[shares.Length];
        for (var i = 0; i < shares.Length; i++)
            logs[i] = Math.Log(shares[i] / (edges[i + 1] - edges[i]));
        var outside = Math.Log(0.01 / Math.Max(span, 3650));
        return days =>
        {
            if (days < edges[0])
                return outside;
            for (var i = 1; i < edges.Length; i++)
                if (days < edges[i])
                    return logs[i - 1];
            return outside;
        };
    }
}
