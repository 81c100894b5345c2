using System.Text;

namespace NewsCorpus.Extraction.Structure;

/// <summary>
/// Takes out of HTML the tags that would make a tree too deep or too large, before a parser builds it: what an HTML parser must do with unclosed
/// formatting elements (WHATWG HTML, 13.2.4.3) copies them into every later block, and its searches of the open elements grow with the depth. Text is never taken out. HTML as people write it comes back as it is.
/// </summary>
internal static class HtmlGuard
{
    internal const int MaxDepth = 200;
    internal const int MaxFormatting = 8;
    internal const int MaxTags = 60_000;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    /// <summary>Elements that the next of their kind closes.</summary>
    private static readonly HashSet<string> ClosedByNext = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "html", "head", "body" };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "noframes", "iframe" };

    public static string Limit(string html)
    {
        StringBuilder? result = null;
        var copied = 0;
        var open = new List<string>();
        var formatting = new List<string>();
        var tags = 0;
        foreach (var tag in Tags(html))
        {
            var keep = tag.IsEnd ? ++tags <= 2 * MaxTags && Leave(tag.Name, open, formatting) : ++tags <= MaxTags && Enter(tag.Name, open, formatting);
            if (keep)
                continue;
            result ??= new StringBuilder(html.Length);
            result.Append(html, copied, tag.Start - copied).Append(' ');
            copied = tag.End;
        }
        return result is null ? html : result.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>Whether elements lie deeper in each other than so many levels; those not counted that their parser closes by itself.</summary>
    public static bool IsDeeper(string html, int levels)
    {
        var depth = 0;
        foreach (var tag in Tags(html))
        {
            if (Void.Contains(tag.Name) || ClosedByNext.Contains(tag.Name) || Raw.Contains(tag.Name) || Formatting.Contains(tag.Name) || tag.Name == "a")
                continue;
            depth = tag.IsEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > levels)
                return true;
        }
        return false;
    }

    /// <summary>The tags in their order; what is raw text to a parser is passed over.</summary>
    private static IEnumerable<HtmlTag> Tags(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = Next(html, at))
        {
            var end = EndOf(html, at);
            var isEnd = html[at + 1] == '/';
            var name = NameAt(html, at + (isEnd ? 2 : 1));
            if (name.Length > 0)
                yield return new HtmlTag(at, end, name, isEnd);
            if (!isEnd && Raw.Contains(name))
            {
                end = html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase);
                // All the rest is the raw text of this element.
                if (end < 0)
                    yield break;
            }
            at = end - 1;
        }
    }

    private static bool Enter(string name, List<string> open, List<string> formatting)
    {
        if (Void.Contains(name) || ClosedByNext.Contains(name) || name is "a")
            return true;
        if (Formatting.Contains(name))
        {
            if (formatting.Count >= MaxFormatting)
                return false;
            formatting.Add(name);
            return true;
        }
        if (open.Count >= MaxDepth)
            return false;
        open.Add(name);
        return true;
    }

    /// <summary>An end tag that closes nothing is dropped where its start tag may have been; elsewhere the parser passes over it.</summary>
    private static bool Leave(string name, List<string> open, List<string> formatting)
    {
        if (Formatting.Contains(name))
            return Remove(formatting, formatting.LastIndexOf(name), 1);
        if (Void.Contains(name) || ClosedByNext.Contains(name) || name is "a")
            return true;
        var at = open.LastIndexOf(name);
        return Remove(open, at, open.Count - at);
    }

    private static bool Remove(List<string> list, int at, int count)
    {
        if (at < 0)
            return false;
        list.RemoveRange(at, count);
        return true;
    }

    private static int Next(string html, int at) => at + 1 < html.Length ? html.IndexOf('<', at + 1) : -1;

    /// <summary>Offset just past a tag or comment, attributes in quotation marks passed over.</summary>
    private static int EndOf(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            return html.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : html.Length;
        var quote = '\0';
        var equals = false;
        for (var i = at + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '>')
                return i + 1;
            else if (c is '"' or '\'' && equals)
                quote = c;
            else if (c == '=')
                equals = true;
            else if (!char.IsWhiteSpace(c))
                equals = false;
        }
        return html.Length;
    }

    private static string NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 30 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
            end++;
        return end == at || !char.IsAsciiLetter(html[at]) ? "" : html[at..end].ToLowerInvariant();
    }

    private readonly record struct HtmlTag(int Start, int End, string Name, bool IsEnd);
}
