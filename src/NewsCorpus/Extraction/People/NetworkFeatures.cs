using System.Numerics;

namespace NewsCorpus.Extraction.People;

/// <summary>What the network sees of one word whatever stands beside it: keys of rows whose sums are its vector. The same spelling always gives the same keys.</summary>
internal static class NetworkFeatures
{
    /// <summary>Most keys that <see cref="Form"/> gives.</summary>
    public const int Capacity = 48;

    /// <summary>Key of what stands before a block.</summary>
    public const uint Before = 0x0BEF0;

    /// <summary>Key of what stands after a block.</summary>
    public const uint After = 0x0AF7E;

    /// <summary>Tells spellings apart.</summary>
    public static ulong Spelling(in TokenInfo token) => ((ulong)token.Word << 32) | WordHash.Combine(token.Shape, (uint)token.Case);

    /// <summary>The word whatever its case.</summary>
    public static uint Word(in TokenInfo token) => token.Word;

    /// <summary>The word as written: capitalised and small spellings are different words.</summary>
    public static uint Cased(in TokenInfo token) => WordClusters.Key(token.Word, token.IsCapital) ^ 0x5CA5ED;

    /// <summary>Affixes, shape, group of words and list memberships.</summary>
    public static int Form(in TokenInfo token, Span<uint> keys)
    {
        var count = 0;
        keys[count++] = Key(0, (uint)token.Case);
        if (token.Case == TokenCase.Mark)
            return count;
        keys[count++] = Key(1, token.Suffix3);
        keys[count++] = Key(2, token.Cluster);
        if (token.Case != TokenCase.Lower)
        {
            keys[count++] = Key(3, token.Suffix2);
            keys[count++] = Key(4, token.Suffix4);
            keys[count++] = Key(5, token.Prefix2);
            keys[count++] = Key(6, token.Prefix3);
            keys[count++] = Key(7, token.Shape);
            keys[count++] = Key(8, WordHash.Combine((uint)token.Kinds, (uint)token.Case));
        }
        for (var kinds = (uint)token.Kinds; kinds != 0; kinds &= kinds - 1)
            keys[count++] = Key(9, (uint)BitOperations.TrailingZeroCount(kinds));
        return count;
    }

    private static uint Key(uint template, uint value) => WordHash.Combine(value, template + 0x4E45);
}
