using System.Globalization;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>Folds a character to what counts when words are compared: lower case, without accents; one table, so the same on every platform.</summary>
internal static class FoldedChars
{
    /// <summary>Neither part of a word nor passed over: ends the word.</summary>
    public const char Separator = '\0';

    /// <summary>Passed over inside a word: apostrophes, soft hyphens, combining marks.</summary>
    public const char Ignored = '\u0001';

    // Base letters of U+00C0..U+017F and U+1E00..U+1EFF, one for each code point.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";

    private static readonly char[] Table = Build();

    public static char Of(char c) => Table[c];

    /// <summary>Scripts written without spaces: each character stands as a word of its own.</summary>
    public static bool IsWordByItself(char c) =>
        c >= '\u0E00' && (c is < '\u0F00' or >= '\u1000' and < '\u10A0' or >= '\u1780' and < '\u1800' or >= '\u3040' and < '\u3100' or >= '\u3400' and < '\uA000' or >= '\uF900' and < '\uFB00');

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = char.GetUnicodeCategory(c) switch
            {
                _ when c is '\'' or '’' or '‘' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => Ignored,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Ignored,
                _ when char.IsLetterOrDigit(c) => char.ToLowerInvariant(c),
                _ => Separator,
            };
        }
        for (var i = 0; i < Latin.Length; i++)
            if (Latin[i] != ' ')
                table[0xC0 + i] = Latin[i];
        for (var i = 0; i < LatinAdditional.Length; i++)
            table[0x1E00 + i] = LatinAdditional[i];
        return table;
    }
}
