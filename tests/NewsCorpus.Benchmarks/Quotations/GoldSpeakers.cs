using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Benchmarks.Quotations;

/// <summary>Whether words name the annotated source.</summary>
internal static class GoldSpeakers
{
    /// <summary>
    /// Right where the words stand in the annotated source, are the name before its "who", or share with it a capitalised word that is no title.
    /// </summary>
    public static bool Is(string text, int start, int end, IReadOnlyList<TextSpan> source)
    {
        if (source.Any(s => start < s.End && s.Start < end))
            return true;
        var words = text[source[0].Start..source[^1].End];
        if (words is "who" or "which" or "that" && end <= source[0].Start && source[0].Start - end <= 3)
            return true;
        var got = Names(text[start..end]);
        return got.Count > 0 && Names(words).Overlaps(got);
    }

    private static HashSet<string> Names(string words) =>
        new(words.Split([' ', ',', '’', '\'', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 && char.IsUpper(w[0]) && w is not ("The" or "Mrs" or "Sen" or "Rep" or "Gov")), StringComparer.Ordinal);
}
