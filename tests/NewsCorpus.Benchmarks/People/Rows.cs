using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Sums of rows of floats whose lengths are multiples of eight.</summary>
internal static class Rows
{
    public static void Add(Span<float> target, ReadOnlySpan<float> row)
    {
        if (target.Length < row.Length)
            throw new ArgumentException("The target is shorter than the row.", nameof(target));
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var r = ref MemoryMarshal.GetReference(row);
        for (nuint k = 0; k < (nuint)row.Length; k += 8)
            (Vector256.LoadUnsafe(ref t, k) + Vector256.LoadUnsafe(ref r, k)).StoreUnsafe(ref t, k);
    }

    /// <summary>Row <paramref name="index"/> of a table.</summary>
    public static Span<float> Of(float[] table, int index, int width) => table.AsSpan(index * width, width);
}
