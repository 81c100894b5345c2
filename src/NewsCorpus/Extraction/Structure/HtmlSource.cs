using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Parses HTML that nobody vouches for. Nothing is loaded and no script runs.</summary>
internal static class HtmlSource
{
    /// <summary>With scripting noscript is text to the parser, which nobody reads; without, one that holds an unclosed element would swallow the page.</summary>
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true, IsScripting = true };

    /// <summary>A parser comes with tables of its own, which cost as much as a short article, and serves one thread at a time.</summary>
    [ThreadStatic]
    private static HtmlParser? s_parser;

    /// <summary>The document; a fragment becomes the content of its body.</summary>
    public static IHtmlDocument Parse(string html) => (s_parser ??= new HtmlParser(Options)).ParseDocument(HtmlGuard.Limit(html));
}
