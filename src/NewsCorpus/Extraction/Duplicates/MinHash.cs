using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>Sketches of a set of 64-bit hashes that are already well spread.</summary>
internal static class MinHash
{
    // Odd multipliers make of one hash as many as are wanted: multiplier * low half + high half (multiply-add, Dietzfelbinger et al. 1997). 32 bits, so that a vector holds many.
    private static readonly uint[] Multipliers = MakeMultipliers(192 + 64);

    /// <summary>For each of <paramref name="length"/> hash functions the low 16 bits of the smallest value over the set; equal in two sets with the probability of their Jaccard similarity.</summary>
    /// <param name="length">At most 192.</param>
    public static ushort[] Signature(ReadOnlySpan<ulong> hashes, int length)
    {
        // Whole vectors are worked; what stands beyond the length is dropped, so the width of the machine's vectors does not show.
        Span<uint> smallest = stackalloc uint[Multipliers.Length];
        smallest.Fill(uint.MaxValue);
        var minima = MemoryMarshal.Cast<uint, Vector<uint>>(smallest)[..((length + Vector<uint>.Count - 1) / Vector<uint>.Count)];
        var multipliers = MemoryMarshal.Cast<uint, Vector<uint>>(Multipliers);
        foreach (var hash in hashes)
        {
            var low = new Vector<uint>((uint)hash);
            var high = new Vector<uint>((uint)(hash >> 32));
            for (var i = 0; i < minima.Length; i++)
                minima[i] = Vector.Min(minima[i], multipliers[i] * low + high);
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

    private static uint[] MakeMultipliers(int count)
    {
        var result = new uint[count];
        for (var i = 0; i < count; i++)
            result[i] = (uint)Hash64.Finish((ulong)i + Hash64.Start) | 1;
        return result;
    }
}
