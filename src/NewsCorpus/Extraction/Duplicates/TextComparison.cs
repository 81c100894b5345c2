namespace NewsCorpus.Extraction.Duplicates;

/// <summary>What became of a stretch of words between two articles.</summary>
public enum ChangeKind
{
    Kept,

    /// <summary>In the left article only.</summary>
    Cut,

    /// <summary>In the right article only.</summary>
    Added,

    /// <summary>Other words in the same place.</summary>
    Changed,
}

/// <summary>A stretch of both texts; UTF-16 offsets, ends exclusive, white space after a word counted with it. Empty on the right where cut, on the left where added.</summary>
public readonly record struct ChangeRun(ChangeKind Kind, int LeftStart, int LeftEnd, int RightStart, int RightEnd);

/// <summary>
/// A word-level comparison of an article (right) with an earlier one (left). The runs of each text are in order, without gaps, and cover it from its first character to its last, unless it holds no word.
/// A moved passage shows as cut and added. Case and punctuation count; the style of quotation marks, apostrophes, dashes and white space does not.
/// </summary>
/// <param name="Title">Runs of the two titles.</param>
/// <param name="Body">Runs of the two texts.</param>
/// <param name="KeptWords">Words of the bodies that both have.</param>
/// <param name="CutWords">Words of the left body that the right lacks, changed ones included.</param>
/// <param name="AddedWords">Words of the right body that the left lacks, changed ones included.</param>
public sealed record TextComparison(IReadOnlyList<ChangeRun> Title, IReadOnlyList<ChangeRun> Body, int KeptWords, int CutWords, int AddedWords)
{
    /// <summary>Compares in O(n log n) time and linear memory, whatever the texts are.</summary>
    public static TextComparison Of(string leftTitle, string leftText, string rightTitle, string rightText)
    {
        var (title, _, _, _) = Compare(leftTitle, rightTitle);
        var (body, kept, cut, added) = Compare(leftText, rightText);
        return new TextComparison(title, body, kept, cut, added);
    }

    private static (List<ChangeRun> Runs, int Kept, int Cut, int Added) Compare(string leftText, string rightText)
    {
        var left = ComparedWords.Of(leftText);
        var right = ComparedWords.Of(rightText);
        var runs = new List<ChangeRun>();
        int i = 0, j = 0, kept = 0;
        foreach (var (leftStart, rightStart, length) in Readable(WordDiff.Kept(left.Hashes, right.Hashes), left.Count, right.Count))
        {
            Add(i, leftStart, j, rightStart, isKept: false);
            Add(leftStart, leftStart + length, rightStart, rightStart + length, isKept: true);
            (i, j, kept) = (leftStart + length, rightStart + length, kept + length);
        }
        Add(i, left.Count, j, right.Count, isKept: false);
        return (runs, kept, left.Count - kept, right.Count - kept);

        void Add(int leftFrom, int leftTo, int rightFrom, int rightTo, bool isKept)
        {
            if (leftFrom == leftTo && rightFrom == rightTo)
                return;
            var kind = isKept ? ChangeKind.Kept : leftFrom == leftTo ? ChangeKind.Added : rightFrom == rightTo ? ChangeKind.Cut : ChangeKind.Changed;
            runs.Add(new ChangeRun(kind, left.Offset(leftFrom), left.Offset(leftTo), right.Offset(rightFrom), right.Offset(rightTo)));
        }
    }

    /// <summary>Without the one or two words that chance leaves standing in the midst of a rewritten passage: they make it harder to read and say nothing.</summary>
    private static IEnumerable<WordDiff.Common> Readable(List<WordDiff.Common> kept, int leftCount, int rightCount)
    {
        int i = 0, j = 0;
        for (var at = 0; at < kept.Count; at++)
        {
            var run = kept[at];
            var (nextLeft, nextRight) = at + 1 < kept.Count ? (kept[at + 1].Left, kept[at + 1].Right) : (leftCount, rightCount);
            var before = Math.Min(run.Left - i, run.Right - j);
            var after = Math.Min(nextLeft - run.Left - run.Length, nextRight - run.Right - run.Length);
            if (run.Length <= 2 && before > run.Length && after > run.Length)
                continue;
            yield return run;
            (i, j) = (run.Left + run.Length, run.Right + run.Length);
        }
    }
}
