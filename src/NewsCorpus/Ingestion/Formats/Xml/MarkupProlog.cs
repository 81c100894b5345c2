namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>Looks at how an XML file begins.</summary>
internal static class MarkupProlog
{
    /// <summary>Characters of something else that may stand before the XML, such as a warning that a server printed.</summary>
    private const int MaxJunk = 1024;

    /// <summary>Characters that declarations and comments above the root may take.</summary>
    private const int MaxProlog = 64 * 1024;

    private static readonly string[] Starts = ["<?xml", "<rss", "<feed", "<rdf:rdf", "<nitf", "<newsitem", "<newsmessage", "<packageitem"];

    /// <summary>Local name of the root element, lower case, and the offset at which the XML starts; null where the text is no XML.</summary>
    public static (string Root, int Start)? Of(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (RootAt(text, start) is { } root && root is not ("html" or "br" or "b"))
            return (root, start);
        // A data file may have XML inside.
        if (start < text.Length && text[start] is '{' or '[')
            return null;
        // A server's warning stands on the first lines, and the file comes behind it.
        var head = text.AsSpan(0, Math.Min(text.Length, MaxJunk));
        var found = -1;
        foreach (var sign in Starts)
            if (head.IndexOf(sign, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (found < 0 || at < found))
                found = at;
        return found > start && RootAt(text, found) is { } behind && behind != "html" ? (behind, found) : null;
    }

    private static string? RootAt(string text, int at)
    {
        var stop = Math.Min(text.Length, at + MaxProlog);
        while (at + 1 < stop)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            if (text[at] != '<')
                return null;
            if (text[at + 1] is not ('!' or '?'))
                return NameAt(text, at + 1);
            var end = text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? After(text, "-->", at)
                : text[at + 1] == '?' ? After(text, "?>", at)
                : MarkupParser.EndOfDoctype(text, at);
            if (end < 0)
                return null;
            at = end;
        }
        return null;
    }

    private static int After(string text, string sign, int at) => text.IndexOf(sign, at, StringComparison.Ordinal) is >= 0 and var found ? found + sign.Length : -1;

    private static string? NameAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 60 && (char.IsLetterOrDigit(text[end]) || text[end] is ':' or '-' or '_' or '.'))
            end++;
        if (end == at || !char.IsLetter(text[at]))
            return null;
        var name = text[at..end].ToLowerInvariant();
        return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
