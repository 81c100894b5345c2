namespace NewsCorpus.Extraction.Duplicates;

/// <summary>How much of one article's words stand in another, by shared shingles.</summary>
/// <param name="Words">Words that count.</param>
/// <param name="Shared">Those of them inside a shingle that the other article has too.</param>
/// <param name="First">Words that count before the first shared one; all where none is shared.</param>
/// <param name="Opening">The stretch from the start that is as good as all shared.</param>
/// <param name="Ending">The stretch to the end that is as good as all shared.</param>
internal readonly record struct Coverage(int Words, int Shared, int First, Stretch Opening, Stretch Ending)
{
    public double Containment => Words == 0 ? 0 : (double)Shared / Words;

    /// <summary>True where what is shared is one stretch at the start, and some of the article stands after it.</summary>
    public bool IsOpeningOnly => IsOnly(Opening);

    /// <summary>True where what is shared is one stretch at the end, and some of the article stands before it.</summary>
    public bool IsEndingOnly => IsOnly(Ending);

    // Any two articles may share crumbs elsewhere.
    private bool IsOnly(Stretch stretch) => stretch.Words <= 0.9 * Words && stretch.Shared >= 0.9 * Shared;
}

/// <summary>The longest stretch from one end of which 19 words in 20 are shared.</summary>
internal readonly record struct Stretch(int Words, int Shared)
{
    public static Stretch Of(IEnumerable<bool> shared)
    {
        var longest = default(Stretch);
        int words = 0, seen = 0;
        foreach (var isShared in shared)
        {
            words++;
            if (!isShared)
                continue;
            seen++;
            if (seen >= 0.95 * words)
                longest = new Stretch(words, seen);
        }
        return longest;
    }
}

/// <summary>Exact comparison of two articles. Words, not shingles, are counted as shared: so a mistyped word costs itself alone.</summary>
/// <param name="Left">Own words (neither quoted nor common) of the left article found among the own shingles of the right.</param>
/// <param name="Right">The same of the right article.</param>
/// <param name="LeftWhole">Quoted words counted too.</param>
/// <param name="RightWhole">Quoted words counted too.</param>
/// <param name="Jaccard">Similarity of the sets of all shingles.</param>
internal sealed record CopyOverlap(Coverage Left, Coverage Right, Coverage LeftWhole, Coverage RightWhole, double Jaccard)
{
    /// <summary>Compares in linear time.</summary>
    /// <param name="common">Shingles that many stories share; the segments around them count for nothing.</param>
    public static CopyOverlap Measure(CopyText left, CopyText right, HashSet<ulong> common, int shingleWords)
    {
        var a = new Side(left, common, shingleWords);
        var b = new Side(right, common, shingleWords);
        return new CopyOverlap(
            a.Covered(b.Own, a.IsOwn), b.Covered(a.Own, b.IsOwn),
            a.Covered(b.Uncommon, a.IsUncommon), b.Covered(a.Uncommon, b.IsUncommon),
            Similarity(a.Shingles, b.Shingles));
    }

    private static double Similarity(ulong[] left, ulong[] right)
    {
        var all = new HashSet<ulong>(left);
        var distinct = new HashSet<ulong>(right);
        var shared = distinct.Count(all.Contains);
        var union = all.Count + distinct.Count - shared;
        return union == 0 ? 0 : (double)shared / union;
    }

    private sealed class Side
    {
        private readonly int length;

        public Side(CopyText text, HashSet<ulong> common, int shingleWords)
        {
            length = shingleWords;
            Shingles = text.Shingles(shingleWords);
            var commonSegments = new HashSet<int>();
            if (common.Count > 0)
                for (var i = 0; i < Shingles.Length; i++)
                    if (common.Contains(Shingles[i]))
                        commonSegments.Add(text.Segments[i + shingleWords / 2]);
            IsUncommon = new bool[text.WordCount];
            IsOwn = new bool[text.WordCount];
            for (var i = 0; i < IsOwn.Length; i++)
            {
                IsUncommon[i] = !commonSegments.Contains(text.Segments[i]);
                IsOwn[i] = IsUncommon[i] && !text.Quoted[i];
            }
            Own = Touching(IsOwn);
            Uncommon = Touching(IsUncommon);
        }

        public ulong[] Shingles { get; }

        public bool[] IsUncommon { get; }

        public bool[] IsOwn { get; }

        public HashSet<ulong> Own { get; }

        public HashSet<ulong> Uncommon { get; }

        public Coverage Covered(HashSet<ulong> others, bool[] counts)
        {
            var shared = new List<bool>(counts.Length);
            var coveredTo = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                if (i < Shingles.Length && others.Contains(Shingles[i]))
                    coveredTo = i + length;
                if (counts[i])
                    shared.Add(i < coveredTo);
            }
            var first = shared.IndexOf(true);
            return new Coverage(shared.Count, shared.Count(isShared => isShared), first < 0 ? shared.Count : first, Stretch.Of(shared), Stretch.Of(Enumerable.Reverse(shared)));
        }

        /// <summary>Shingles with at least one word that counts. More would lose the "he said" between two quotations, which a copy shares too.</summary>
        private HashSet<ulong> Touching(bool[] counts)
        {
            var result = new HashSet<ulong>(Shingles.Length);
            var last = -1;
            for (var i = 0; i < length - 1 && i < counts.Length; i++)
                if (counts[i])
                    last = i;
            for (var i = 0; i < Shingles.Length; i++)
            {
                if (counts[i + length - 1])
                    last = i + length - 1;
                if (last >= i)
                    result.Add(Shingles[i]);
            }
            return result;
        }
    }
}
