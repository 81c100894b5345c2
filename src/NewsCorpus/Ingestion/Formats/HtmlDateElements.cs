using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The date that a page shows its readers: an element that is named for dates (class, id, itemprop), a time element, or a few words that are a date, near the page's main heading. Gives at most
/// two fields, "page-date" and "page-update". What stands in navigation, asides, comments and teasers of other articles is passed over.
/// </summary>
internal static class HtmlDateElements
{
    private const int MaxText = 100;
    private const int MaxNodes = 40;
    private const int MaxElements = 20_000;
    private const int NearAfter = 60;
    private const int NearBefore = 25;

    /// <summary>Below this a place is as likely another article's.</summary>
    private const int EnoughScore = 2;

    private static readonly string[] _strong = ["date", "datum", "fecha", "time", "publish", "publi", "posted", "pubdate", "veroeffentlicht", "erstellt"];

    private static readonly string[] _weak = ["meta", "byline", "author", "autor", "post-footer", "entry-footer", "submitted", "kicker"];

    private static readonly string[] _others = ["comment", "related", "teaser", "sidebar", "recommend", "widget", "latest", "popular", "copyright", "footer-", "ticker", "menu", "event", "weather", "most-read", "newsletter"];

    /// <summary>Words that begin a sentence about the publication itself.</summary>
    private static readonly string[] _labels =
    [
        "published", "posted", "first published", "this article was published", "this entry was posted", "this post was", "veröffentlicht", "erschienen", "dieser artikel wurde", "dieser beitrag wurde", "dieser eintrag wurde",
        "publié", "mis en ligne", "publicado", "pubblicato", "gepubliceerd", "publicerad", "opublikowano",
    ];

    private static readonly string[] _updates = ["updated", "update:", "last updated", "last modified", "modified", "aktualisiert", "zuletzt", "letzte änderung", "stand:", "mis à jour", "mise à jour", "actualizado", "aggiornato"];

    public static void Read(IHtmlDocument document, Action<string, string, IElement> add)
    {
        var elements = document.All.Take(MaxElements).ToList();
        var heading = Heading(elements);
        var best = new (int Score, string Text, IElement Element)?[2];
        for (var i = 0; i < elements.Count; i++)
        {
            var (score, text) = Score(elements[i]);
            if (text is null)
                continue;
            var isUpdate = IsUpdate(elements[i], text);
            score += heading < 0 ? 0 : i > heading && i - heading <= NearAfter ? 2 : i < heading && heading - i <= NearBefore ? 1 : 0;
            if (score >= EnoughScore && score > (best[isUpdate ? 1 : 0]?.Score ?? 0) && !StandsApart(elements[i]))
                best[isUpdate ? 1 : 0] = (score, text, elements[i]);
        }
        if (best[0] is { } date)
            add("page-date", date.Text, date.Element);
        if (best[1] is { } update)
            add("page-update", update.Text, update.Element);
    }

    /// <summary>The first heading of the highest level that the page has; -1 where it has none.</summary>
    private static int Heading(List<IElement> elements)
    {
        foreach (var level in (ReadOnlySpan<string>)["h1", "h2", "h3"])
            if (elements.FindIndex(element => element.LocalName == level && ShortText(element) is null or { Length: > 1 }) is >= 0 and var found)
                return found;
        return -1;
    }

    /// <summary>How much the element by itself looks like the place of a date, and the words that are the date; no words where it has none.</summary>
    private static (int Score, string? Text) Score(IElement element)
    {
        if (element.LocalName is "script" or "style" or "head" or "html" or "body" or "meta" or "title" or "a" or "option" or "input")
            return default;
        var name = $"{element.ClassName} {element.Id} {element.GetAttribute("itemprop")}";
        var stated = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("data-datetime") ?? element.GetAttribute("data-date")
            ?? (element.LocalName is "abbr" or "span" ? element.GetAttribute("title") : null);
        var isNamed = name.Length > 2;
        var strength = element.LocalName == "time" || (isNamed && Has(name, _strong)) ? 3 : isNamed && Has(name, _weak) ? 2 : 1;
        if (element.HasAttribute("pubdate") || name.Contains("datePublished", StringComparison.OrdinalIgnoreCase))
            strength = 5;
        if (stated is { Length: > 5 and <= MaxText } && DateParser.Parse(stated).Date is not null)
            return (strength, stated);
        if (strength == 1 && element.ChildElementCount > 3)
            return default;
        if (ShortText(element) is not { Length: >= 6 } text || !text.AsSpan().ContainsAnyInRange('0', '9') || DateParser.Find(text) is not { } match || match.Date is { Precision: > DatePrecision.Day })
            return default;
        if (match.Start <= 60 && StartsWithAny(text, _labels))
            return (4, text);
        if (text.Length > MaxText)
            return default;
        return strength == 1 && !IsDateLine(text, match) ? default : (strength, text);
    }

    /// <summary>No more than a date, or a date with a mark behind it and a few words: "8 January 2026 | Harbour".</summary>
    private static bool IsDateLine(string text, DateMatch match)
    {
        if ((match.End - match.Start) * 10 >= text.Length * 6)
            return true;
        var rest = text.AsSpan(match.End).TrimStart();
        return match.Start <= 2 && text.Length <= 60 && rest.Length > 0 && rest[0] is '|' or ',' or '•' or '·' or '-' or '–' or '—' or '/';
    }

    private static bool StartsWithAny(string text, string[] words) => Array.Exists(words, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a small element; null for one of many nodes or long text, which is no place of a date.</summary>
    private static string? ShortText(IElement element)
    {
        var text = new StringBuilder();
        var nodes = 0;
        foreach (var node in element.GetDescendants())
        {
            if (++nodes > MaxNodes || text.Length > MaxText * 4)
                return null;
            if (node is IText words)
                text.Append(words.Data).Append(' ');
        }
        return CleanText.Excerpt(text.ToString()).Replace('\n', ' ');
    }

    private static bool IsUpdate(IElement element, string text)
    {
        var name = $"{element.ClassName} {element.GetAttribute("itemprop")}";
        return name.Contains("modif", StringComparison.OrdinalIgnoreCase) || name.Contains("updat", StringComparison.OrdinalIgnoreCase)
            || StartsWithAny(text, _updates);
    }

    private static bool StandsApart(IElement element)
    {
        var depth = 0;
        for (var at = element; at is not null && at.LocalName != "body" && depth < 12; at = at.ParentElement, depth++)
            if (at.LocalName is "nav" or "aside" or "form" or "footer" && at.ParentElement?.LocalName != "article" || Has($"{at.ClassName} {at.Id}", _others))
                return true;
        return false;
    }

    private static bool Has(string name, string[] words)
    {
        foreach (var word in words)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
