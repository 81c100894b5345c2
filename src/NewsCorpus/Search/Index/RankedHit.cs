namespace NewsCorpus.Search.Index;

/// <param name="Key">Larger is better.</param>
/// <param name="Id">The article's id: breaks ties, smaller first.</param>
/// <param name="Leaf">Segment.</param>
/// <param name="Doc">Document of the segment.</param>
/// <param name="Story">The story that it shares with others, 0 for none.</param>
internal readonly record struct RankedHit(long Key, long Id, int Leaf, int Doc, int Story)
{
    public bool IsBefore(in RankedHit other) => Key != other.Key ? Key > other.Key : Id < other.Id;

    /// <summary>The hits from <paramref name="skip"/> on, in order. Time grows with the number of hits and of those taken, not with those passed over. Reorders <paramref name="hits"/>.</summary>
    public static RankedHit[] Slice(Span<RankedHit> hits, int skip, int take)
    {
        var end = (int)Math.Min(hits.Length, (long)skip + take);
        if (skip >= end)
            return [];
        Select(hits, end);
        Select(hits[..end], skip);
        var slice = hits[skip..end];
        slice.Sort(static (a, b) => a.IsBefore(b) ? -1 : b.IsBefore(a) ? 1 : 0);
        return slice.ToArray();
    }

    /// <summary>Brings the best <paramref name="count"/> to the front, in no order: quickselect (Hoare, "Algorithm 65: Find", CACM 1961) with pivots that no order of the input foresees.</summary>
    public static void Select(Span<RankedHit> hits, int count)
    {
        if (count <= 0 || count >= hits.Length)
            return;
        var (low, high) = (0, hits.Length - 1);
        var random = 2_463_534_242u;
        while (low < high)
        {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            var pivot = hits[low + (int)(random % (uint)(high - low + 1))];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (hits[i].IsBefore(pivot))
                    i++;
                while (pivot.IsBefore(hits[j]))
                    j--;
                if (i > j)
                    break;
                (hits[i], hits[j]) = (hits[j], hits[i]);
                i++;
                j--;
            }
            if (count <= j + 1)
                high = j;
            else if (count > i)
                low = i;
            else
                return;
        }
    }
}
