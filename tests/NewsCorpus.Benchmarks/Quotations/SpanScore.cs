using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Benchmarks.Quotations;

/// <summary>Counts of matched spans.</summary>
internal sealed class SpanScore
{
    public int Right { get; private set; }

    public int Found { get; private set; }

    public int Expected { get; private set; }

    public double Precision => Right / (double)Math.Max(1, Found);

    public double Recall => Right / (double)Math.Max(1, Expected);

    public double F1 => 2.0 * Right / Math.Max(1, Found + Expected);

    public void Add(int right, int found, int expected)
    {
        Right += right;
        Found += found;
        Expected += expected;
    }

    public override string ToString() => FormattableString.Invariant($"P {Precision:0.000}  R {Recall:0.000}  F1 {F1:0.000}  ({Right} of {Found} found, {Expected} expected)");

    /// <summary>
    /// Pairs spans one to one, best overlap first. Exact: the same span. Tolerant: the characters shared are at least half of the characters of both together.
    /// </summary>
    public static List<(int Found, int Expected)> Match(IReadOnlyList<TextSpan> found, IReadOnlyList<TextSpan> expected, bool exact)
    {
        var pairs = new List<(double Overlap, int Found, int Expected)>();
        for (var f = 0; f < found.Count; f++)
            for (var e = 0; e < expected.Count; e++)
            {
                double shared = Math.Min(found[f].End, expected[e].End) - Math.Max(found[f].Start, expected[e].Start);
                var overlap = shared <= 0 ? 0 : shared / (found[f].Length + expected[e].Length - shared);
                if (exact ? found[f] == expected[e] : overlap >= 0.5)
                    pairs.Add((overlap, f, e));
            }
        var matched = new List<(int, int)>();
        var (usedFound, usedExpected) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (_, f, e) in pairs.OrderByDescending(p => p.Overlap))
            if (!usedFound.Contains(f) && usedExpected.Add(e))
            {
                usedFound.Add(f);
                matched.Add((f, e));
            }
        return matched;
    }
}
