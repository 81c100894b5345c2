namespace NewsCorpus.Extraction.Duplicates;

/// <summary>How much of one article's words stand in another, by shared shingles.</summary>
/// <param name="Words">Words that count.</param>
/// <param name="Shared">Those of them inside a shingle that the other article has too.</param>
/// <param name="First">Words that count before the first shared one; all where none is shared.</param>
/// <param name="Ending">Words that count in the longest ending of which 19 in 20 are shared.</param>
/// <param name="SharedInEnding">Those of them that are shared.</param>
internal readonly record struct Coverage(int Words, int Shared, int First, int Ending, int SharedInEnding)
{
    public double Containment => Words == 0 ? 0 : (double)Shared / Words;

    /// <summary>True where what is shared is one stretch at the end, but for crumbs that any two articles may share, and some of the article stands before it.</summary>
    public bool IsEndingOnly => Ending <= 0.9 * Words && SharedInEnding >= 0.9 * Shared;
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
            var isShared = new bool[counts.Length];
            int words = 0, shared = 0, first = -1, coveredTo = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                if (i < Shingles.Length && others.Contains(Shingles[i]))
                    coveredTo = i + length;
                if (!counts[i])
                    continue;
                words++;
                isShared[i] = i < coveredTo;
                if (!isShared[i])
                    continue;
                shared++;
                if (first < 0)
                    first = words - 1;
            }
            int seen = 0, sharedSeen = 0, ending = 0, sharedInEnding = 0;
            for (var i = counts.Length - 1; i >= 0; i--)
            {
                if (!counts[i])
                    continue;
                seen++;
                if (!isShared[i])
                    continue;
                sharedSeen++;
                if (sharedSeen >= 0.95 * seen)
                    (ending, sharedInEnding) = (seen, sharedSeen);
            }
            return new Coverage(words, shared, first < 0 ? words : first, ending, sharedInEnding);
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
