namespace NewsCorpus.Extraction.Duplicates;

/// <summary>Our own 64-bit hash: unlike <see cref="string.GetHashCode()"/> it gives the same value in every process and on every platform, so that it can be stored.</summary>
internal static class Hash64
{
    public const ulong Start = 0x9E3779B97F4A7C15;

    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    /// <summary>Takes one more value into a running hash.</summary>
    public static ulong Add(ulong hash, ulong value) => (ulong.RotateLeft(hash, 5) ^ value) * Multiplier;

    /// <summary>Spreads every bit over all 64: two rounds of xor-shift and multiply. A bijection, so it adds no collisions.</summary>
    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * Multiplier;
        hash = (hash ^ (hash >> 32)) * Multiplier;
        return hash ^ (hash >> 32);
    }
}
