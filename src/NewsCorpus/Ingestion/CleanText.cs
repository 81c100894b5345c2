using System.Text;

namespace NewsCorpus.Ingestion;

/// <summary>The form in which all text of a file is handed on.</summary>
internal static class CleanText
{
    /// <summary>NFC, "\n" for CR LF, CR and NEL, no byte order mark in front. Keeps the number of lines.</summary>
    public static string Normalize(string text)
    {
        text = text.TrimStart('\uFEFF');
        if (text.AsSpan().ContainsAny('\r', '\u0085'))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', '\n');
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>False where half of a character stands without its other half, as escapes in JSON or YAML can name it.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }

    /// <summary>Line, from 1, of an offset into normalized text.</summary>
    public static int LineAt(ReadOnlySpan<char> text, int offset) => 1 + text[..offset].Count('\n');

    /// <summary>Line, from 1, of an offset into bytes of an ASCII-compatible set, whatever the line ends.</summary>
    public static int LineAt(ReadOnlySpan<byte> bytes, int offset)
    {
        var line = 1;
        for (var i = 0; i < offset; i++)
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.Length || bytes[i + 1] != '\n')))
                line++;
        return line;
    }

    /// <summary>The words as they stand, cut to what an excerpt may hold.</summary>
    public static string Excerpt(ReadOnlySpan<char> words, int length = 300)
    {
        words = words.Trim();
        if (words.Length > length)
            words = words[..(char.IsHighSurrogate(words[length - 1]) ? length - 1 : length)];
        return words.ToString();
    }
}
