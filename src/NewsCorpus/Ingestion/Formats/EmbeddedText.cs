using System.Net;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Text inside a field of a feed, a dump or a table, of which nobody says for sure whether it is HTML.</summary>
internal static class EmbeddedText
{
    /// <summary>HTML where it has tags or character references, else what its signs say.</summary>
    public static BodyFormat FormatOf(string text)
    {
        if (HasTag(text) || HasReference(text))
            return BodyFormat.Html;
        return BodyText.FormatOf(text, "");
    }

    /// <summary>The words alone, for titles and names.</summary>
    public static string Plain(string text)
    {
        if (!HasTag(text))
            return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        using var document = HtmlSource.Parse(text);
        return document.DocumentElement?.TextContent ?? text;
    }

    /// <summary>True for "&lt;b&gt;", "&lt;/p&gt;" or "&lt;br/&gt;" anywhere; false for "a &lt; b" and "&lt;3".</summary>
    public static bool HasTag(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOf('>');
        for (var at = text.IndexOf('<'); at >= 0 && at < last;)
        {
            var rest = text[(at + 1)..];
            if (rest[0] == '/')
                rest = rest[1..];
            var length = 0;
            while (length < rest.Length && length < 20 && char.IsAsciiLetterOrDigit(rest[length]))
                length++;
            if (length > 0 && char.IsAsciiLetter(rest[0]) && length < rest.Length && rest[length] is '>' or '/' or ' ' or '\n' or '\t')
                return true;
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private static bool HasReference(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            var end = rest[..Math.Min(rest.Length, 32)].IndexOf(';');
            if (end > 0 && (rest[0] == '#' || IsName(rest[..end])))
                return true;
            var next = rest.IndexOf('&');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        return true;
    }
}
