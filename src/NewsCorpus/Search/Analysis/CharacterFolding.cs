using Lucene.Net.Analysis.Miscellaneous;

namespace NewsCorpus.Search.Analysis;

/// <summary>Lower case without accents, character by character: "É" gives "e", "ß" gives "ss".</summary>
internal static class CharacterFolding
{
    /// <summary>For each UTF-16 unit its folded form; null where the unit stands for itself.</summary>
    private static readonly string?[] Table = Build();

    /// <summary>Appends the folded form of <paramref name="c"/> as far as there is room; returns the new length.</summary>
    public static int Append(char c, char[] buffer, int length)
    {
        if (Table[c] is not { } folded)
        {
            if (length < buffer.Length)
                buffer[length++] = c;
            return length;
        }
        foreach (var f in folded)
        {
            if (length < buffer.Length)
                buffer[length++] = f;
        }
        return length;
    }

    private static string?[] Build()
    {
        var table = new string?[char.MaxValue + 1];
        var input = new char[1];
        var output = new char[8];
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = (char)code;
            input[0] = c;
            var length = ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, 1);
            var folded = new string(output, 0, length).ToLowerInvariant();
            if (folded.Length != 1 || folded[0] != c)
                table[code] = folded;
        }
        return table;
    }
}
