using System.Buffers;
using System.Text;

namespace NewsCorpus.Ingestion;

/// <summary>The form in which all text of a file is handed on.</summary>
internal static class CleanText
{
    /// <summary>Characters that nobody sees and that part words for a search: soft hyphens, zero-width spaces and joiners of words, marks and overrides of the direction.</summary>
    private static readonly SearchValues<char> Invisible =
        SearchValues.Create("\u00AD\u200B\u200E\u200F\u2060\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>NFC, "\n" for CR LF, CR and NEL, without invisible characters (the file's own bytes keep them). Keeps the number of lines.</summary>
    public static string Normalize(string text)
    {
        if (text.AsSpan().ContainsAny(Invisible))
            text = Visible(text);
        if (text.AsSpan().ContainsAny('\r', '\u0085'))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\u0085', '\n');
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    private static string Visible(ReadOnlySpan<char> text)
    {
        var visible = new StringBuilder(text.Length);
        for (var at = text.IndexOfAny(Invisible); at >= 0; at = text.IndexOfAny(Invisible))
        {
            visible.Append(text[..at]);
            text = text[(at + 1)..];
        }
        return visible.Append(text).ToString();
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
