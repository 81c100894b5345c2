using Microsoft.AspNetCore.Html;
using NewsCorpus.Export.Citations;

namespace NewsCorpus.Web.Presentation;

/// <summary>A reference with its italics.</summary>
public static class CitationMarkup
{
    public static IHtmlContent Of(Citation citation) => new HtmlString(string.Concat(citation.Parts.Select(part =>
        part.IsItalic ? $"<i>{PageEncoder.Html.Encode(part.Text)}</i>" : PageEncoder.Html.Encode(part.Text))));
}
