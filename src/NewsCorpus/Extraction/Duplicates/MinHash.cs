namespace NewsCorpus.Extraction.Duplicates;

/// <summary>Sketches of a set of 64-bit hashes that are already well spread.</summary>
internal static class MinHash
{
    // Odd multipliers make of one hash as many as are wanted (multiply-shift, Dietzfelbinger et al. 1997).
    private static readonly ulong[] Multipliers = MakeMultipliers(192);

    /// <summary>For each of <paramref name="length"/> hash functions the low 16 bits of the smallest value over the set; equal in two sets with the probability of their Jaccard similarity.</summary>
    public static ushort[] Signature(ReadOnlySpan<ulong> hashes, int length)
    {
        Span<uint> smallest = stackalloc uint[length];
        smallest.Fill(uint.MaxValue);
        var multipliers = Multipliers.AsSpan(0, length);
        foreach (var hash in hashes)
        {
            for (var i = 0; i < multipliers.Length; i++)
            {
                var value = (uint)((hash * multipliers[i]) >> 32);
                if (value < smallest[i])
                    smallest[i] = value;
            }
        }
        var signature = new ushort[length];
        for (var i = 0; i < length; i++)
            signature[i] = (ushort)smallest[i];
        return signature;
    }

    /// <summary>The <paramref name="count"/> smallest distinct hashes in rising order, or all if there are fewer.</summary>
    public static ulong[] Smallest(ReadOnlySpan<ulong> hashes, int count)
    {
        Span<ulong> kept = stackalloc ulong[count];
        var size = 0;
        foreach (var hash in hashes)
        {
            if (count == 0 || (size == count && hash >= kept[size - 1]))
                continue;
            var place = kept[..size].BinarySearch(hash);
            if (place >= 0)
                continue;
            place = ~place;
            if (size < count)
                size++;
            kept[place..(size - 1)].CopyTo(kept[(place + 1)..]);
            kept[place] = hash;
        }
        return kept[..size].ToArray();
    }

    private static ulong[] MakeMultipliers(int count)
    {
        var result = new ulong[count];
        for (var i = 0; i < count; i++)
            result[i] = Hash64.Finish((ulong)i + Hash64.Start) | 1;
        return result;
    }
}
