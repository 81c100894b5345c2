using System.Text;

namespace NewsCorpus.Benchmarks.Pages;

/// <summary>
/// Agreement of two texts in runs of four words, as article-extraction-benchmark's evaluate.py counts it: words are runs of letters, digits, marks and underscores as they are written; a text
/// of fewer than four words is one run.
/// </summary>
internal readonly record struct ShingleScore(double Precision, double Recall)
{
    private const int Size = 4;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static ShingleScore Of(string truth, string given)
    {
        var expected = Shingles(truth);
        var found = Shingles(given);
        int all = expected.Values.Sum(), said = found.Values.Sum();
        if (all == 0 && said == 0)
            return new ShingleScore(1, 1);
        var both = found.Sum(f => Math.Min(f.Value, expected.GetValueOrDefault(f.Key)));
        return new ShingleScore(said == 0 ? 0 : (double)both / said, all == 0 ? 0 : (double)both / all);
    }

    /// <summary>Runs of words that one text has and the other lacks, longest first, for people to read.</summary>
    public static IEnumerable<string> Lacking(string text, string other)
    {
        var known = Shingles(other);
        var words = Words(text);
        var runs = new List<string>();
        var covered = new bool[words.Count];
        for (var i = 0; i + Size <= words.Count; i++)
            if (known.ContainsKey(string.Join(' ', words.GetRange(i, Size))))
                covered.AsSpan(i, Size).Fill(true);
        for (int i = 0, start; i < words.Count; i++)
        {
            for (start = i; i < words.Count && !covered[i];)
                i++;
            if (i > start)
                runs.Add(string.Join(' ', words.GetRange(start, i - start)));
        }
        return runs.OrderByDescending(r => r.Length);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Words(text);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(Math.Min(1, words.Count), words.Count - Size + 1); i++)
        {
            var shingle = string.Join(' ', words.GetRange(i, Math.Min(Size, words.Count - i)));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.LetterNumber or System.Globalization.UnicodeCategory.OtherNumber || rune.Value == '_')
                word.Append(rune);
            else
                End();
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
