namespace NewsCorpus.Extraction.People;

/// <summary>Hashes of words (FNV-1a, 32 bits, with a final mix), stable across runs and machines since the model file is keyed by them.</summary>
internal static class WordHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>By lower-case spelling, every digit as 0 and every apostrophe straight.</summary>
    public static uint Lower(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
            hash = (hash ^ Lower(c)) * Prime;
        return Mix(hash);
    }

    /// <summary>By lower-case spelling without accents, apostrophes or a closing dot: the key of the word lists.</summary>
    public static uint Folded(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && word[^1] == '.')
            word = word[..^1];
        var hash = Basis;
        foreach (var c in word)
        {
            if (Tokeniser.IsApostrophe(c) || c is '.')
                continue;
            hash = (hash ^ Fold(Lower(c))) * Prime;
        }
        return Mix(hash);
    }

    public static uint Combine(uint a, uint b) => Mix((a * 0x9E3779B1) ^ (b + 0x7F4A7C15 + (a << 6)));

    public static uint Mix(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6D;
        hash ^= hash >> 12;
        hash *= 0x297A2D39;
        return hash ^ (hash >> 15);
    }

    public static char Lower(char c) => c < 128
        ? (c is >= 'A' and <= 'Z' ? (char)(c | 32) : c is >= '0' and <= '9' ? '0' : c)
        : c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c);

    /// <summary>The base letter of an accented Latin letter in lower case, for the letters of European languages, Turkish and Vietnamese; others stay.</summary>
    private static char Fold(char c)
    {
        if (c < 128)
            return c;
        const string Latin1 = "aaaaaaaceeeeiiiidnooooo/ouuuuyts";
        if (c is >= 'à' and <= 'ÿ' and not '÷')
            return c == 'ÿ' ? 'y' : Latin1[c - 'à'];
        const string ExtendedA = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
        if (c is >= '\u0100' and <= '\u017F')
            return ExtendedA[c - '\u0100'];
        if (c is 'ș')
            return 's';
        if (c is 'ț')
            return 't';
        if (c is >= 'ạ' and <= 'ặ')
            return 'a';
        if (c is >= 'ẹ' and <= 'ệ')
            return 'e';
        if (c is 'ỉ' or 'ị')
            return 'i';
        if (c is >= 'ọ' and <= 'ợ' or 'ơ')
            return 'o';
        if (c is >= 'ụ' and <= 'ự' or 'ư')
            return 'u';
        return c is >= 'ỳ' and <= 'ỹ' ? 'y' : c;
    }
}
