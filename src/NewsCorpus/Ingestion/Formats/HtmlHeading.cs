using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Which heading of a page is its article's: the one that its title names, since menus, notices and the site's name are headings too; else the first of the highest level.</summary>
internal static class HtmlHeading
{
    /// <summary>Shorter ones are found in many titles by chance.</summary>
    private const int MinLength = 10;

    private static readonly string[] _levels = ["h1", "h2", "h3"];

    /// <summary>Its place among the elements, -1 where the page has none.</summary>
    public static int Find(IHtmlDocument document, List<IElement> elements)
    {
        var shown = document.Head?.QuerySelector("meta[property='og:title']")?.GetAttribute("content") ?? "";
        var title = document.Title ?? "";
        var headings = new List<(int At, int Level, string? Text)>();
        for (var i = 0; i < elements.Count; i++)
            if (Array.IndexOf(_levels, elements[i].LocalName) is >= 0 and var level && HtmlDateElements.ShortText(elements[i]) is var words && words is not { Length: <= 1 })
                headings.Add((i, level, words));
        if (headings.Count == 0)
            return -1;
        var named = headings.Where(h => h.Text is { Length: >= MinLength } text && (title.Contains(text, StringComparison.OrdinalIgnoreCase) || shown.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(h => h.Text!.Length).ThenBy(h => h.Level).FirstOrDefault((At: -1, Level: 0, Text: null));
        // Lists repeat the headline in headings of lower levels.
        var main = named.At < 0 ? headings.MinBy(h => h.Level) : headings.Find(h => h.Level == 0 && h.Text?.Contains(named.Text!, StringComparison.OrdinalIgnoreCase) == true) is { Text: not null } whole ? whole : named;
        return main.At;
    }
}
