using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The date that a page shows its readers: an element that is named for dates (class, id, itemprop), a time element, or a few words that are a date, near the page's main heading. Gives at most
/// three fields, "page-date", "page-update", and "heading-link" where the heading is a link. What stands in navigation, asides, comments and teasers of other articles is passed over.
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

    private static readonly string[] _others = ["comment", "related", "teaser", "sidebar", "recommend", "widget_", "widget-area", "widgets", "latest", "popular", "copyright", "footer-", "ticker", "menu", "event", "weather", "most-read", "newsletter"];

    /// <summary>The footer of a page may say when the page was changed.</summary>
    private static readonly string[] _otherUpdates = [.. _others.Except(["copyright", "footer-"], StringComparer.Ordinal)];

    /// <summary>Attributes that hold a date for scripts.</summary>
    private static readonly string[] _attributes = ["datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "data-publish-date", "data-pubdate", "data-utime"];

    /// <summary>Words that begin a sentence about the publication itself.</summary>
    private static readonly string[] _labels =
    [
        "published", "posted", "first published", "this article was published", "this entry was posted", "this post was", "publication date", "date:", "veröffentlicht", "publiziert", "erstellt", "eingestellt", "erschienen", "datum:", "dieser artikel wurde", "dieser beitrag wurde", "dieser eintrag wurde",
        "publié", "mis en ligne", "publicado", "publicada", "fecha", "publicat", "pubblicato", "pubblicata", "data:", "gepubliceerd", "geplaatst", "publicerad", "publiceret", "publisert", "julkaistu", "opublikowano", "data publikacji", "publikováno", "vydáno", "publikované", "objavljeno", "közzétéve", "megjelent",
        "yayınlanma", "yayın tarihi", "опубликовано", "дата публикации", "опубліковано", "δημοσιεύθηκε", "發布", "发布", "公開日", "掲載",
    ];

    private static readonly string[] _updates =
    [
        "updated", "update:", "last updated", "last modified", "modified", "aktualisiert", "zuletzt", "letzte änderung", "stand:", "mis à jour", "mise à jour", "dernière modification",
        "actualizado", "última actualización", "aggiornato", "ultimo aggiornamento", "ultima modifica", "laatst", "bijgewerkt", "senast", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "aktualizacja", "ostatnia", "aktualizováno", "frissítve", "güncelle", "обновлено", "оновлено", "diese seite wurde zuletzt", "this page was last",
    ];

    public static void Read(IHtmlDocument document, Action<string, string, IElement> add)
    {
        var elements = document.All.Take(MaxElements).ToList();
        var heading = Heading(elements);
        var around = heading < 0 ? [] : Around(elements[heading]);
        var best = new (int Score, string Text, IElement Element)?[2];
        for (var i = 0; i < elements.Count; i++)
        {
            var (score, text) = Score(elements[i]);
            if (text is null)
                continue;
            var isUpdate = IsUpdate(elements[i], text);
            score += heading < 0 ? 0 : i > heading && i - heading <= NearAfter ? 2 : i < heading && heading - i <= NearBefore ? 1 : 0;
            if (score >= EnoughScore && score > (best[isUpdate ? 1 : 0]?.Score ?? 0) && !StandsApart(elements[i], around, isUpdate))
                best[isUpdate ? 1 : 0] = (score, text, elements[i]);
        }
        if (heading >= 0 && LinkOf(elements[heading]) is { } link)
            add("heading-link", link.GetAttribute("href")!, link);
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

    /// <summary>On blogs the heading of an article is the link to it.</summary>
    private static IElement? LinkOf(IElement heading) =>
        heading.ParentElement is { LocalName: "a" } above && above.HasAttribute("href") ? above : heading.Children.FirstOrDefault(c => c.LocalName == "a" && c.HasAttribute("href"));

    /// <summary>How much the element by itself looks like the place of a date, and the words that are the date; no words where it has none.</summary>
    private static (int Score, string? Text) Score(IElement element)
    {
        if (element.LocalName is "script" or "style" or "head" or "html" or "body" or "meta" or "title" or "option" or "input"
            || (element.LocalName == "a" && element.GetAttribute("rel")?.Contains("bookmark", StringComparison.OrdinalIgnoreCase) != true && !Has(element.ClassName ?? "", _strong)))
            return default;
        var name = $"{element.ClassName} {element.Id} {element.GetAttribute("itemprop")}";
        var stated = Array.Find(_attributes, element.HasAttribute) is { } attribute ? element.GetAttribute(attribute) : element.LocalName is "abbr" or "span" ? element.GetAttribute("title") : null;
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
        if (match.Start <= 60 && (StartsWithAny(text, _labels) || StartsWithAny(text, _updates)))
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
                AppendWords(text, words.Data);
        }
        return CleanText.Excerpt(text.ToString());
    }

    /// <summary>Appends the words with single spaces between and behind them: how a page is indented says nothing.</summary>
    private static void AppendWords(StringBuilder text, string words)
    {
        foreach (var range in words.AsSpan().SplitAny(" \t\r\n\f\u00A0"))
            if (range.End.Value > range.Start.Value)
                text.Append(words.AsSpan()[range]).Append(' ');
    }

    private static bool IsUpdate(IElement element, string text)
    {
        var name = $"{element.ClassName} {element.GetAttribute("itemprop")}";
        return name.Contains("modif", StringComparison.OrdinalIgnoreCase) || name.Contains("updat", StringComparison.OrdinalIgnoreCase)
            || StartsWithAny(text, _updates);
    }

    /// <summary>Whether the element belongs to something else than the article. What holds the article's heading too is no such thing, whatever it is named.</summary>
    private static bool StandsApart(IElement element, HashSet<IElement> around, bool isUpdate)
    {
        var depth = 0;
        // What states itself to be the date of publication may stand in an aside of its own.
        var isStated = element.GetAttribute("itemprop")?.Contains("datePublished", StringComparison.OrdinalIgnoreCase) == true;
        for (var at = element; at is not null && at.LocalName != "body" && depth < 12 && !around.Contains(at); at = at.ParentElement, depth++)
            if (at.LocalName is "nav" or "form" || (at.LocalName == "aside" && !isStated && !Has(at.ClassName ?? "", _weak)) || (at.LocalName == "footer" && !isUpdate && at.ParentElement?.LocalName != "article") || Has($"{at.ClassName} {at.Id}", isUpdate ? _otherUpdates : _others))
                return true;
        return false;
    }

    private static HashSet<IElement> Around(IElement heading)
    {
        var around = new HashSet<IElement>();
        for (var at = heading; at is not null; at = at.ParentElement)
            around.Add(at);
        return around;
    }

    private static bool Has(string name, string[] words)
    {
        foreach (var word in words)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
