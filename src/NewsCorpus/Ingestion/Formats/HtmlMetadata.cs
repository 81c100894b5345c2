using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// What an HTML page states about itself. Keys: names of meta elements as written, lower case ("og:title", "article:published_time"); "title", "canonical", "language" and "time" for the
/// elements of that meaning; "page-date", "page-update", "lone-date" and "heading-link" as <see cref="HtmlDateElements"/> has them; "script-date" as <see cref="HtmlScriptDates"/> and "own-address" as <see cref="HtmlOwnAddress"/> has it; JSON-LD keys as <see cref="JsonLd"/> has them. The origin tells where a value stands.
/// </summary>
internal static class HtmlMetadata
{
    private const int MaxFields = 500;
    private const int MaxValue = 10_000;

    public static IReadOnlyList<StatedField> Read(IHtmlDocument document, List<string> notes)
    {
        var fields = new List<StatedField>();
        Add(fields, "language", document.DocumentElement?.GetAttribute("lang"), "html lang", document.DocumentElement);
        foreach (var element in document.All)
        {
            if (fields.Count >= MaxFields)
                break;
            switch (element.LocalName)
            {
                case "title" when element.ParentElement?.LocalName == "head":
                    Add(fields, "title", element.TextContent, "title element", element);
                    break;
                case "meta":
                    Add(fields, MetaName(element), element.GetAttribute("content"), "meta tag", element);
                    break;
                case "link" when string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                    Add(fields, "canonical", element.GetAttribute("href"), "canonical link", element);
                    break;
                case "time":
                    Add(fields, "time", element.GetAttribute("datetime"), "time element", element);
                    break;
                case "script" when string.Equals(element.GetAttribute("type"), "application/ld+json", StringComparison.OrdinalIgnoreCase):
                    foreach (var (key, value) in JsonLd.Read(element.TextContent, LineOf(element), notes))
                        Add(fields, key, value, "JSON-LD", element);
                    break;
            }
        }
        HtmlDateElements.Read(document, (key, value, element) => Add(fields, key, value, "page element", element));
        // Reading all scripts and links costs more than all else here, so it is for pages that state no date.
        if (fields.Exists(f => DateFields.Classify(f) is { Role: DateRole.Publication }))
            return fields;
        if (HtmlScriptDates.Find(document) is var (date, script))
            Add(fields, "script-date", date, "data of a script", script);
        if (HtmlOwnAddress.Find(document) is var (address, link))
            Add(fields, "own-address", address, "link of the page", link);
        return fields;
    }

    private static string? MetaName(IElement meta) =>
        meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");

    private static int LineOf(IElement element) => element.SourceReference?.Position.Line ?? 1;

    private static void Add(List<StatedField> fields, string? key, string? value, string origin, IElement? element)
    {
        if (string.IsNullOrWhiteSpace(key) || string.IsNullOrWhiteSpace(value) || key.Length > 100)
            return;
        value = CleanText.Excerpt(value, MaxValue).Replace('\n', ' ');
        value = value.IsNormalized() ? value : value.Normalize();
        fields.Add(new StatedField(key.Trim().ToLowerInvariant(), value, origin, element is null ? 1 : LineOf(element), CleanText.Excerpt(value)));
    }
}
