using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsCorpus.Extraction.Text;

/// <summary>Tells spellings apart by 64 bits, so that no two words of a language share one: the key of tables of words met lately. Not for what is stored.</summary>
internal static class SpellingHash
{
    /// <summary>A hash of the characters as written, four at a time; all its bits depend on all of them.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var key = (ulong)word.Length * Odd;
        var fours = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var four in fours)
            key = BitOperations.RotateLeft((key ^ four) * Odd, 29);
        foreach (var c in word[(fours.Length * 4)..])
            key = BitOperations.RotateLeft((key ^ c) * Odd, 29);
        key ^= key >> 32;
        key *= 0xD6E8FEB86659FD93;
        return key ^ (key >> 32);
    }
}
