using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>
/// Common words of two sequences in order. Runs of words that occur once in each sequence anchor the comparison (Bram Cohen's "patience diff"), which keeps passages together however paragraphs
/// were joined or split; what lies between the anchors is compared by Myers' greedy algorithm ("An O(ND) difference algorithm", 1986) up to a fixed number of edits, beyond which it counts as
/// rewritten. So hostile input costs no more than O(n log n) plus a constant for each word.
/// </summary>
internal static class WordDiff
{
    /// <summary>Edits after which Myers' algorithm gives a stretch up.</summary>
    private const int MaxEdits = 192;

    /// <summary>Words of an anchor, tried in this order: long ones fix the large passages, short ones what lies between.</summary>
    private static readonly int[] AnchorWords = [6, 3];

    /// <summary>A run of words that both have: first word in each, and number of words.</summary>
    public readonly record struct Common(int Left, int Right, int Length);

    /// <summary>Common runs in order, none adjacent in both sequences.</summary>
    public static List<Common> Kept(ulong[] left, ulong[] right)
    {
        var result = new List<Common>();
        Compare(left, 0, left.Length, right, 0, right.Length, 0, result);
        return Joined(result);
    }

    private static void Compare(ulong[] left, int leftStart, int leftEnd, ulong[] right, int rightStart, int rightEnd, int level, List<Common> result)
    {
        var prefix = left.AsSpan(leftStart, leftEnd - leftStart).CommonPrefixLength(right.AsSpan(rightStart, rightEnd - rightStart));
        if (prefix > 0)
            result.Add(new Common(leftStart, rightStart, prefix));
        (leftStart, rightStart) = (leftStart + prefix, rightStart + prefix);
        var suffix = 0;
        while (leftEnd - suffix > leftStart && rightEnd - suffix > rightStart && left[leftEnd - suffix - 1] == right[rightEnd - suffix - 1])
            suffix++;
        (leftEnd, rightEnd) = (leftEnd - suffix, rightEnd - suffix);
        if (leftStart < leftEnd && rightStart < rightEnd)
        {
            if (level == AnchorWords.Length)
            {
                Myers(left.AsSpan(leftStart, leftEnd - leftStart), right.AsSpan(rightStart, rightEnd - rightStart), leftStart, rightStart, result);
            }
            else
            {
                var length = AnchorWords[level];
                foreach (var (l, r) in Anchors(left, leftStart, leftEnd, right, rightStart, rightEnd, length))
                {
                    // An anchor may overlap what the last one already took.
                    if (l < leftStart || r < rightStart)
                        continue;
                    Compare(left, leftStart, l, right, rightStart, r, level + 1, result);
                    var common = left.AsSpan(l, leftEnd - l).CommonPrefixLength(right.AsSpan(r, rightEnd - r));
                    result.Add(new Common(l, r, common));
                    (leftStart, rightStart) = (l + common, r + common);
                }
                Compare(left, leftStart, leftEnd, right, rightStart, rightEnd, level + 1, result);
            }
        }
        if (suffix > 0)
            result.Add(new Common(leftEnd, rightEnd, suffix));
    }

    /// <summary>Places of the runs of words that occur once in each sequence, the longest chain that is in order in both.</summary>
    private static List<(int Left, int Right)> Anchors(ulong[] left, int leftStart, int leftEnd, ulong[] right, int rightStart, int rightEnd, int length)
    {
        var places = new Dictionary<ulong, (int Left, int Right)>();
        for (var i = leftStart; i + length <= leftEnd; i++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, Run(left, i, length), out var exists);
            place = (exists ? -1 : i, -1);
        }
        for (var j = rightStart; j + length <= rightEnd; j++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(places, Run(right, j, length));
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref place))
                place.Right = place.Right == -1 ? j : -2;
        }
        var pairs = places.Values.Where(place => place is { Left: >= 0, Right: >= 0 }).OrderBy(place => place.Left).ToList();
        // Longest rising sequence of the right places, by patience sorting.
        var piles = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = piles.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[piles[middle]].Right < pairs[i].Right)
                    low = middle + 1;
                else
                    high = middle;
            }
            previous[i] = low == 0 ? -1 : piles[low - 1];
            if (low == piles.Count)
                piles.Add(i);
            else
                piles[low] = i;
        }
        var chain = new List<(int Left, int Right)>(piles.Count);
        for (var i = piles.Count == 0 ? -1 : piles[^1]; i >= 0; i = previous[i])
            chain.Add(pairs[i]);
        chain.Reverse();
        return chain;
    }

    private static ulong Run(ulong[] words, int start, int length)
    {
        var hash = Hash64.Start;
        foreach (var word in words.AsSpan(start, length))
            hash = Hash64.Add(hash, word);
        return hash;
    }

    private static void Myers(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, int leftOffset, int rightOffset, List<Common> result)
    {
        var most = Math.Min(left.Length + right.Length, MaxEdits);
        var furthest = new int[2 * most + 3];
        var steps = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            steps.Add(furthest.AsSpan(most + 1 - edits, 2 * edits + 1).ToArray());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var at = most + 1 + diagonal;
                var x = diagonal == -edits || (diagonal != edits && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                var y = x - diagonal;
                if (x <= left.Length && y >= 0 && y <= right.Length)
                    x += left[x..].CommonPrefixLength(right[y..]);
                furthest[at] = x;
                if (x == left.Length && x - diagonal == right.Length)
                {
                    Trace(steps, left.Length, right.Length, leftOffset, rightOffset, result);
                    return;
                }
            }
        }
    }

    private static void Trace(List<int[]> steps, int x, int y, int leftOffset, int rightOffset, List<Common> result)
    {
        var from = result.Count;
        for (var edits = steps.Count - 1; edits > 0; edits--)
        {
            // steps[d] holds the furthest points reached with d - 1 edits on the diagonals -d .. d.
            var before = steps[edits];
            var diagonal = x - y;
            var isDown = diagonal == -edits || (diagonal != edits && before[diagonal - 1 + edits] < before[diagonal + 1 + edits]);
            var fromDiagonal = isDown ? diagonal + 1 : diagonal - 1;
            var fromX = before[fromDiagonal + edits];
            var startX = isDown ? fromX : fromX + 1;
            if (x > startX)
                result.Add(new Common(leftOffset + startX, rightOffset + startX - diagonal, x - startX));
            (x, y) = (fromX, fromX - fromDiagonal);
        }
        if (x > 0)
            result.Add(new Common(leftOffset, rightOffset, x));
        result.Reverse(from, result.Count - from);
    }

    private static List<Common> Joined(List<Common> runs)
    {
        var result = new List<Common>(runs.Count);
        foreach (var run in runs)
        {
            if (result.Count > 0 && result[^1] is var last && last.Left + last.Length == run.Left && last.Right + last.Length == run.Right)
                result[^1] = last with { Length = last.Length + run.Length };
            else if (run.Length > 0)
                result.Add(run);
        }
        return result;
    }
}
