using System.Net;
using System.Text;
using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats.News;

/// <summary>Turns the body of an NITF story (IPTC NITF 3) into HTML that says the same: byline, dateline, paragraphs, headings, lists, tables, quotes, and pictures' captions and credits.</summary>
internal static class NitfText
{
    /// <summary>Elements and the HTML that stands for them; those that are not here keep their text alone.</summary>
    private static readonly Dictionary<string, (string Open, string Close)> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["p"] = ("<p>", "</p>"),
        ["hl1"] = ("<h2>", "</h2>"),
        ["hl2"] = ("<h3>", "</h3>"),
        ["bq"] = ("<blockquote>", "</blockquote>"),
        ["pre"] = ("<pre>", "</pre>"),
        ["ul"] = ("<ul>", "</ul>"),
        ["ol"] = ("<ol>", "</ol>"),
        ["li"] = ("<li>", "</li>"),
        ["table"] = ("<table>", "</table>"),
        ["tr"] = ("<tr>", "</tr>"),
        ["td"] = ("<td>", "</td>"),
        ["th"] = ("<th>", "</th>"),
        ["em"] = ("<em>", "</em>"),
        ["strong"] = ("<strong>", "</strong>"),
        ["br"] = ("<br>", ""),
        ["hr"] = ("<hr>", ""),
        ["media"] = ("<figure>", "</figure>"),
        ["media-caption"] = ("<figcaption>", "</figcaption>"),
        ["media-producer"] = ("<p class=\"credit\">", "</p>"),
        ["byline"] = ("<p class=\"byline\">", "</p>"),
        ["dateline"] = ("<p class=\"dateline\">", "</p>"),
        ["tagline"] = ("<p>", "</p>"),
        ["note"] = ("<div>", "</div>"),
        ["block"] = ("<div>", "</div>"),
    };

    /// <param name="nitf">The element "nitf", or what holds its body.</param>
    /// <returns>HTML; "" where the story has no text.</returns>
    public static string Html(MarkupElement nitf)
    {
        var html = new StringBuilder();
        var head = nitf.Find("body.head");
        foreach (var name in (ReadOnlySpan<string>)["byline", "dateline"])
            if (head?.Find(name) is { } part && !string.IsNullOrWhiteSpace(part.Text))
                html.Append(Tags[name].Open).Append(WebUtility.HtmlEncode(Line(part))).Append(Tags[name].Close);
        var before = html.Length;
        if ((nitf.Find("body.content") ?? nitf.Find("body")) is { } content)
            content.Walk(html, (h, words) => h.Append(WebUtility.HtmlEncode(words)), Enter, Leave);
        if (nitf.Find("body.end") is { } end)
            end.Walk(html, (h, words) => h.Append(WebUtility.HtmlEncode(words)), Enter, Leave);
        return string.IsNullOrWhiteSpace(html.ToString(before, html.Length - before)) ? "" : html.ToString();
    }

    private static void Enter(StringBuilder html, MarkupElement element)
    {
        if (element.LocalName.Equals("a", StringComparison.OrdinalIgnoreCase) && element.Attribute("href") is { } address)
            html.Append("<a href=\"").Append(WebUtility.HtmlEncode(address)).Append("\">");
        else if (Tags.TryGetValue(element.LocalName, out var tags))
            html.Append(tags.Open);
    }

    private static void Leave(StringBuilder html, MarkupElement element)
    {
        if (element.LocalName.Equals("a", StringComparison.OrdinalIgnoreCase) && element.Attribute("href") is not null)
            html.Append("</a>");
        else if (Tags.TryGetValue(element.LocalName, out var tags))
            html.Append(tags.Close);
    }

    private static string Line(MarkupElement element) => string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
