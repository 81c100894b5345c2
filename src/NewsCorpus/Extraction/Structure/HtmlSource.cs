using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Parses HTML that nobody vouches for. Nothing is loaded and no script runs.</summary>
internal static class HtmlSource
{
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true };

    /// <summary>The document; a fragment becomes the content of its body.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(Options).ParseDocument(HtmlGuard.Limit(html));
}
