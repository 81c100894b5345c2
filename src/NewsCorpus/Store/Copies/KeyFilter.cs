using System.Numerics;

namespace NewsCorpus.Store.Copies;

/// <summary>
/// Tells of nearly every key that a run does not hold it, without looking: a Bloom filter whose four bits of a key lie in one block of 64 bytes (Putze, Sanders and Singler, "Cache-, hash- and
/// space-efficient Bloom filters", 2007). At twelve bits a key it is wrong for about one key in a hundred that is not there, and never for one that is.
/// </summary>
internal sealed class KeyFilter
{
    private const int BitsAKey = 12;
    private const int BlockBits = 512;
    private const int BlockBytes = BlockBits / 8;
    private readonly int _blocks;

    private KeyFilter(byte[] bytes)
    {
        Bytes = bytes;
        _blocks = bytes.Length / BlockBytes;
    }

    public byte[] Bytes { get; }

    public static KeyFilter For(int keys) => new(new byte[(int)(((long)Math.Max(1, keys) * BitsAKey + BlockBits - 1) / BlockBits) * BlockBytes]);

    /// <summary>Reads what <see cref="Bytes"/> gave.</summary>
    public static KeyFilter Of(byte[] bytes) => new(bytes);

    public void Add(uint key)
    {
        var (block, bits) = Places(key);
        for (var i = 0; i < 4; i++, bits >>= 9)
            Bytes[block + (int)((bits & 511) >> 3)] |= (byte)(1 << (int)(bits & 7));
    }

    public bool MayHold(uint key)
    {
        var (block, bits) = Places(key);
        for (var i = 0; i < 4; i++, bits >>= 9)
            if ((Bytes[block + (int)((bits & 511) >> 3)] & (1 << (int)(bits & 7))) == 0)
                return false;
        return true;
    }

    private (int Block, ulong Bits) Places(uint key)
    {
        var hash = (key + 1UL) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return ((int)((hash >> 32) * (ulong)_blocks >> 32) * BlockBytes, BitOperations.RotateLeft(hash * 0xA0761D6478BD642F, 29));
    }
}
