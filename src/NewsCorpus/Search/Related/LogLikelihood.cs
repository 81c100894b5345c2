namespace NewsCorpus.Search.Related;

/// <summary>Whether something is more frequent among some articles than chance explains: Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993).</summary>
internal static class LogLikelihood
{
    /// <summary>What chance reaches once in a thousand.</summary>
    public const double Significant = 10.83;

    /// <summary>Twice the log likelihood ratio, 0 where it is no more frequent than elsewhere.</summary>
    /// <param name="inside">Articles among the some that have it.</param>
    /// <param name="some">How many these are.</param>
    /// <param name="everywhere">Articles of all that have it, those among the some included.</param>
    public static double Of(double inside, double some, double everywhere, double all)
    {
        if (some <= 0 || all <= some || inside / some <= everywhere / all)
            return 0;
        var outside = Math.Max(0, everywhere - inside);
        var rest = all - some;
        var expected = everywhere / all;
        return 2 * (Part(inside, some * expected) + Part(some - inside, some * (1 - expected)) + Part(outside, rest * expected) + Part(rest - outside, rest * (1 - expected)));
    }

    private static double Part(double seen, double expected) => seen <= 0 || expected <= 0 ? 0 : seen * Math.Log(seen / expected);
}
