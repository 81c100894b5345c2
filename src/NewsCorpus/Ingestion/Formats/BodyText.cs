using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>The body of an article: where it starts and what it is written in.</summary>
internal static class BodyText
{
    /// <summary>Tags with which HTML bodies begin, or that nobody writes unless the whole body is HTML.</summary>
    private static readonly HashSet<string> BlockTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "p", "div", "article", "section", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "blockquote", "figure", "aside", "pre", "hr", "br", "center",
    };

    private static readonly HashSet<string> InlineTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "i", "u", "em", "strong", "span", "font", "small", "img", "picture", "iframe", "script", "style", "link", "meta", "title", "time", "cite", "q", "sub", "sup",
    };

    /// <summary>Rest of a file from an offset on, without the blank lines around it, and the line on which it starts.</summary>
    public static (string Body, int Line) From(string text, int offset)
    {
        var start = offset;
        for (var i = offset; i < text.Length && char.IsWhiteSpace(text[i]); i++)
            if (text[i] == '\n')
                start = i + 1;
        return (text[start..].TrimEnd(), CleanText.LineAt(text, start));
    }

    /// <summary>What a body is written in, by its content; the name of the file only decides for Markdown that looks like plain text.</summary>
    public static BodyFormat FormatOf(string body, string extension)
    {
        var markdown = HasMarkdownSigns(body);
        if (extension is ".md" or ".markdown" or ".mdx")
            return !markdown && StartsWithTag(body) ? BodyFormat.Html : BodyFormat.Markdown;
        if (StartsWithTag(body))
            return markdown && !HasClosedParagraphs(body) ? BodyFormat.Markdown : BodyFormat.Html;
        if (HasClosedParagraphs(body))
            return BodyFormat.Html;
        return markdown ? BodyFormat.Markdown : BodyFormat.PlainText;
    }

    public static bool StartsWithTag(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return true;
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            return text.IndexOf("-->") is >= 0 and var end && StartsWithTag(text[(end + 3)..]);
        if (text.Length < 3 || text[0] != '<')
            return false;
        var name = TagName(text[1..]);
        return Has(BlockTags, name) || Has(InlineTags, name);
    }

    /// <summary>True for a body with "&lt;/p&gt;" or a line break tag: that is HTML wherever it begins.</summary>
    private static bool HasClosedParagraphs(string body) =>
        body.Contains("</p>", StringComparison.OrdinalIgnoreCase)
        || body.Contains("<br>", StringComparison.OrdinalIgnoreCase)
        || body.Contains("<br/>", StringComparison.OrdinalIgnoreCase)
        || body.Contains("<br />", StringComparison.OrdinalIgnoreCase);

    private static bool HasMarkdownSigns(string body)
    {
        foreach (var line in body.AsSpan().EnumerateLines())
            if (IsMarkdownHeading(line) || line.StartsWith("```", StringComparison.Ordinal) || HasMarkdownLink(line) || HasStrong(line))
                return true;
        return false;
    }

    private static bool IsMarkdownHeading(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && level + 1 < line.Length && line[level] == ' ' && char.IsLetterOrDigit(line[level + 1]);
    }

    private static bool HasMarkdownLink(ReadOnlySpan<char> line)
    {
        var middle = line.IndexOf("](", StringComparison.Ordinal);
        return middle > 0 && line[..middle].Contains('[') && line[middle..].Contains(')');
    }

    private static bool HasStrong(ReadOnlySpan<char> line)
    {
        var open = line.IndexOf("**", StringComparison.Ordinal);
        if (open < 0 || open + 2 >= line.Length || !char.IsLetterOrDigit(line[open + 2]))
            return false;
        var close = line[(open + 2)..].IndexOf("**", StringComparison.Ordinal);
        return close > 0 && !char.IsWhiteSpace(line[open + 1 + close]);
    }

    private static ReadOnlySpan<char> TagName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 12 && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return length < text.Length && text[length] is '>' or '/' or ' ' or '\n' or '\t' ? text[..length] : [];
    }

    private static bool Has(HashSet<string> names, ReadOnlySpan<char> name) =>
        name.Length > 0 && names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
