using System.Numerics;

namespace NewsCorpus.Extraction.Quotations;

/// <summary>The features of one decision, hashed to places in a weight table. Made once and cleared for each decision; not for several threads at once.</summary>
internal sealed class FeatureList
{
    public const int Bits = 20;

    private int[] _places = new int[64];
    private int _count;

    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <param name="template">Number of the kind of feature; the values are hashed with it.</param>
    public void Add(uint template, uint a = 0, uint b = 0, uint c = 0)
    {
        if (_count == _places.Length)
            Array.Resize(ref _places, _count * 2);
        var hash = (template * 0x9E3779B1) ^ BitOperations.RotateLeft(a * 0x85EBCA77, 13);
        hash = (hash * 0xC2B2AE3D) ^ BitOperations.RotateLeft(b * 0x27D4EB2F, 7);
        hash = (hash * 0x165667B1) ^ BitOperations.RotateLeft(c * 0x9E3779B1, 17);
        hash ^= hash >> 15;
        hash *= 0x85EBCA77;
        hash ^= hash >> 13;
        _places[_count++] = (int)(hash >> (32 - Bits));
    }

    /// <summary>FNV-1a over the lower-case word.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c == '’' ? '\'' : c)) * 16777619;
        return hash;
    }

    /// <summary>Lengths and distances in steps: 0, 1, 2, 3, 5, 8, 13, 21, 34.</summary>
    public static uint Step(int n) => n switch { <= 3 => (uint)Math.Max(0, n), <= 5 => 4, <= 8 => 5, <= 13 => 6, <= 21 => 7, <= 34 => 8, _ => 9 };
}
