using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsCorpus.Ingestion;

namespace NewsCorpus.Benchmarks.Pages;

/// <summary>Pages with something taken out, so that what else tells their date is measured: most pages state it, those that do not are few in any set.</summary>
internal static class HiddenStatements
{
    /// <summary>What may be hidden: <c>statements</c> takes out JSON-LD, meta elements and canonical links; <c>markup</c> also scripts, classes, ids, microdata, data attributes and what makes an element one of time.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["statements", "markup"];

    /// <summary>The page without them, in UTF-8; null where it cannot be decoded.</summary>
    public static byte[]? In(string name, byte[] html, string kind)
    {
        string text;
        try
        {
            text = SourceDecoder.Decode(new SourceDocument(name, html)).Text;
        }
        catch (SourceFileException)
        {
            return null;
        }
        using var document = new HtmlParser().ParseDocument(text);
        foreach (var element in document.All.Where(e => IsStatement(e) || (kind == "markup" && e.LocalName == "script")).ToList())
            element.Remove();
        if (kind == "markup")
            foreach (var element in document.All)
                foreach (var attribute in element.Attributes.Where(a => a.Name is "class" or "id" or "itemprop" or "property" or "datetime" or "pubdate" or "content" or "title" || a.Name.StartsWith("data-", StringComparison.Ordinal)).ToList())
                    element.RemoveAttribute(attribute.Name);
        var hidden = document.DocumentElement.OuterHtml;
        if (kind == "markup")
            hidden = hidden.Replace("<time", "<span", StringComparison.Ordinal).Replace("</time>", "</span>", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes("<!doctype html>" + hidden);
    }

    private static bool IsStatement(IElement element) =>
        element.LocalName == "meta"
        || (element.LocalName == "link" && string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))
        || (element.LocalName == "script" && string.Equals(element.GetAttribute("type"), "application/ld+json", StringComparison.OrdinalIgnoreCase));
}
