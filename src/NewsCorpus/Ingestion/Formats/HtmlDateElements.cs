using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The date that a page shows its readers: an element that is named for dates (class, id, itemprop), a time element, or a few words that are a date, near the page's main heading. Gives at most
/// three fields, "page-date", "page-update", and "heading-link" where the heading is a link; "lone-date" where there is no "page-date", but only one day in all lines behind the heading that are a date. What stands in navigation, asides, comments and teasers of other articles is passed over.
/// </summary>
internal static class HtmlDateElements
{
    private const int MaxText = 100;
    private const int MaxNodes = 40;
    private const int MaxElements = 20_000;
    private const int NearAfter = 60;
    private const int NearBefore = 25;

    private const int FirstYear = 1990;

    /// <summary>A page with more lines that are dates lists something.</summary>
    private const int MaxLone = 8;

    private const int MaxDateLine = 70;

    /// <summary>What may stand before a label.</summary>
    private const string Marks = " .,:;|(-–—·•";

    /// <summary>Words of a name before a date, "by" among them.</summary>
    private const int MaxNames = 5;

    /// <summary>Score of a date behind a label.</summary>
    private const int LabelledScore = 4;

    /// <summary>Length of a time of day: "- 10:30 a.m. EST".</summary>
    private const int MaxTime = 16;

    /// <summary>"Uhr", "uur", "hrs ET".</summary>
    private const int MaxClockWord = 7;

    /// <summary>Below this a place is as likely another article's.</summary>
    private const int EnoughScore = 2;

    private static readonly string[] _strong = ["date", "datum", "fecha", "time", "publi", "posted", "veroeffentlicht", "erstellt"];

    /// <summary>Places of the particulars of an article.</summary>
    private static readonly string[] _weak = ["meta", "byline", "author", "autor", "post-footer", "entry-footer", "submitted", "kicker", "signature", "signatur", "subline", "dachzeile", "--when", "auteur",
        "article-info", "article_info", "article__info", "articleinfo", "post-info", "postinfo", "entry-info", "news-info", "newsinfo", "story-info", "storyinfo", "blog-info", "article-detail", "post-detail", "news-detail"];

    private static readonly string[] _by = ["by", "von", "par", "por", "di", "door", "av", "af", "przez", "автор"];

    /// <summary>Attributes that hold a date for scripts, beside those of <see cref="IsDateData"/>.</summary>
    private static readonly string[] _attributes = ["datetime", "content"];

    public static void Read(IHtmlDocument document, Action<string, string, IElement> add)
    {
        var elements = document.All.Take(MaxElements).ToList();
        var heading = HtmlHeading.Find(document, elements);
        var surroundings = new HtmlDateSurroundings(heading < 0 ? null : elements[heading]);
        var best = new (int Score, string Text, IElement Element)?[2];
        var refused = default((string Text, IElement Element)?);
        var lone = new List<(DateOnly Day, string Text, IElement Element)>();
        for (var i = 0; i < elements.Count; i++)
        {
            var (score, text) = Score(elements[i]);
            if (text is null)
                continue;
            var label = DateLabels.AtStart(text.AsSpan().TrimStart(Marks)) ?? LabelBefore(elements[i]);
            if (label is (_, null))
                continue;
            if (label is (_, not null))
                score = Math.Max(score, LabelledScore);
            // hAtom has "published updated" for what never changed.
            var isUpdate = label is (_, DateRole.Update) || (label is not (_, DateRole.Publication) && NamesUpdate(elements[i]));
            score += heading < 0 ? 0 : i > heading && i - heading <= NearAfter ? 2 : i < heading && heading - i <= NearBefore ? 1 : 0;
            var isBest = score >= EnoughScore && (best[isUpdate ? 1 : 0] is not var (least, other, _) || score > least || (score == least && DateOrder.IsOpen(other) && !DateOrder.IsOpen(text)));
            var isBehind = !isUpdate && best[0] is null && i > heading && lone.Count < MaxLone;
            if (!(isBest || isBehind) || surroundings.AreAnothers(elements[i], isUpdate))
                continue;
            // "2023/43" is an issue, and no reason to overlook the day beside it.
            if (DateParser.Parse(text) is { Date: null, Refusal: not null } && !DateOrder.IsOpen(text))
                refused ??= (text, elements[i]);
            else if (isBest)
                best[isUpdate ? 1 : 0] = (score, text, elements[i]);
            else if (DateParser.Find(text) is { Date: { } day })
                lone.Add((day.Day, text, elements[i]));
        }
        if (heading >= 0 && LinkOf(elements[heading]) is { } link)
            add("heading-link", link.GetAttribute("href")!, link);
        if (best[0] is { } date)
            add("page-date", date.Text, date.Element);
        else if (lone.Count is > 0 and < MaxLone && lone.TrueForAll(l => l.Day == lone[0].Day))
            add("lone-date", lone[0].Text, lone[0].Element);
        else if (refused is var (words, element))
            add("page-date", words, element);
        if (best[1] is { } update)
            add("page-update", update.Text, update.Element);
    }

    /// <summary>On blogs the heading of an article is the link to it.</summary>
    private static IElement? LinkOf(IElement heading) =>
        heading.ParentElement is { LocalName: "a" } above && above.HasAttribute("href") ? above : heading.Children.FirstOrDefault(c => c.LocalName == "a" && c.HasAttribute("href"));

    /// <summary>How much the element by itself looks like the place of a date, and the words that are the date; no words where it has none.</summary>
    private static (int Score, string? Text) Score(IElement element)
    {
        if (element.LocalName is "script" or "style" or "head" or "html" or "body" or "meta" or "title" or "option")
            return default;
        if (element.LocalName == "input")
            return HiddenDate(element);
        var name = $"{element.ClassName} {element.Id} {element.GetAttribute("itemprop")} {element.GetAttribute("property")}";
        var isNamed = name.Length > 3;
        if (element.LocalName == "a" && !IsArchiveLink(element, name))
            return default;
        var strength = element.LocalName == "time" || (isNamed && HtmlDateSurroundings.Has(name, _strong)) ? 3 : isNamed && HtmlDateSurroundings.Has(name, _weak) ? 2 : 1;
        if (element.HasAttribute("pubdate") || name.Contains("datePublished", StringComparison.OrdinalIgnoreCase))
            strength = 5;
        if (Data(element) is { } stated)
            return (strength, stated);
        if (strength == 1 && element.ChildElementCount > 3)
            return default;
        if (ShortText(element) is not { } text)
            return default;
        if (text.Length == 0 && strength == 3)
            text = HtmlWrittenDates.In(element) ?? text;
        if (text.Length < 6 || !DateDigits.AreIn(text) || DateParser.Find(text) is not { } match || match.Date is { Precision: > DatePrecision.Day })
            return default;
        if (match.Start <= 60 && DateLabels.AtStart(text) is not null)
            return (LabelledScore, text);
        if (text.Length > MaxText || IsSpan(text, match))
            return default;
        // The web has no older pages: such a day, where nothing says what it is, is one of a life or of history.
        return strength < 3 && (!IsDateLine(text, match) && strength == 1 || match.Date is { Day.Year: < FirstYear }) ? default : (strength, text);
    }

    /// <summary>A link is a date only where it leads to the article itself, is named for dates, or is nothing but a date: the archive of that day.</summary>
    private static bool IsArchiveLink(IElement link, string name) =>
        link.GetAttribute("rel")?.Contains("bookmark", StringComparison.OrdinalIgnoreCase) == true || HtmlDateSurroundings.Has(name, _strong)
        || (link.TextContent.Length <= MaxText && DateParser.Find(link.TextContent.Trim()) is { Start: 0 } && UrlDate.FindInPath(link.GetAttribute("href") ?? "") is not null);

    /// <summary>A hidden field that a page keeps its date of publication in.</summary>
    private static (int Score, string? Text) HiddenDate(IElement input) =>
        string.Equals(input.GetAttribute("type"), "hidden", StringComparison.OrdinalIgnoreCase) && input.GetAttribute("value") is { } value && IsDay(value)
            && HtmlDateSurroundings.Has($"{input.GetAttribute("name")} {input.Id}", ["publi", "pubdate", "postdate", "post-date", "post_date", "articledate", "article-date", "article_date"]) ? (3, value) : default;

    private static bool IsDay(string value) => value.Length is > 5 and <= MaxText && DateParser.Parse(value).Date is { Precision: <= DatePrecision.Day };

    /// <summary>The date that an attribute of the element states.</summary>
    private static string? Data(IElement element)
    {
        if (element.LocalName is "abbr" or "span" or "time" or "div" or "p" or "small" or "em" or "i" or "li" && element.GetAttribute("title") is { } title && IsDay(title))
            return title;
        if (element.GetAttribute("aria-label") is { Length: <= MaxText } words && DateLabels.AtStart(words) is (_, not null) && IsDay(words))
            return words;
        foreach (var attribute in element.Attributes)
            if ((_attributes.Contains(attribute.Name) || IsDateData(attribute.Name)) && IsDay(attribute.Value))
                return attribute.Value;
        return null;
    }

    private static bool IsDateData(string attribute) =>
        attribute.StartsWith("data-", StringComparison.Ordinal) && (HtmlDateSurroundings.Has(attribute, ["date", "time", "publish", "pubdate", "epoch", "iso", "utc", "created"])) && !HtmlDateSurroundings.Has(attribute, ["update", "modif", "event", "end", "expire"]);

    /// <summary>No more than a date, or a date with its weekday before and its time behind it, or with a mark behind it and a few words: "8 January 2026 | Harbour".</summary>
    private static bool IsDateLine(string text, DateMatch match)
    {
        if ((match.End - match.Start) * 10 >= text.Length * 6)
            return true;
        var before = text.AsSpan(0, match.Start);
        if (text.Length > MaxDateLine || !(IsDayBefore(before) || IsNameBefore(before)))
            return false;
        var rest = text.AsSpan(match.End).TrimStart();
        return rest.IsEmpty || IsBy(rest[..Math.Max(0, rest.IndexOf(' '))]) || rest[0] is '|' or ',' or '•' or '·' or '-' or '–' or '—' or '/' || rest.Length <= MaxClockWord || (rest.Length <= MaxTime && rest.ContainsAnyInRange('0', '9'));
    }

    /// <summary>"By Ada Vesper, ", "Ada Vesper | ", "Hafenstadt, ": a few words that begin in capitals, and a mark; "Von Ada Vesper am ": a word for "by" needs none.</summary>
    private static bool IsNameBefore(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd();
        var first = words.IndexOf(' ') is > 0 and var space ? words[..space] : words;
        if (IsBy(first))
            return !words.ContainsAny('.', ':') && words.Count(' ') <= MaxNames;
        if (words.Length < 3 || words[^1] is not (',' or '|' or '•' or '·' or '-' or '–' or '—' or '/') || words.ContainsAnyInRange('0', '9'))
            return false;
        var names = 0;
        foreach (var range in words.SplitAny(" ,|•·-–—/"))
            if (words[range] is { IsEmpty: false } word && (++names > MaxNames || (!char.IsUpper(word[0]) && word.Length > 4)))
                return false;
        return char.IsUpper(words[0]);
    }

    /// <summary>"31 December 2025 - 6 January 2026": the time of an event or of a report, not of its publication.</summary>
    private static bool IsSpan(string text, DateMatch first) =>
        first.Date is { } from && text.AsSpan(first.End).TrimStart() is ['-' or '–' or '—', .. var rest] && DateParser.Find(rest) is { Date: { } until } next && rest[..next.Start].Trim().IsEmpty && until.Day > from.Day;

    private static bool IsBy(ReadOnlySpan<char> word)
    {
        foreach (var by in _by)
            if (word.Equals(by, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>"am Dienstag, ": a weekday, or words of at most four letters.</summary>
    private static bool IsDayBefore(ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny(" ,.:|"))
            if (words[range] is { Length: > 4 } word && !DateVocabulary.IsWeekday(word))
                return false;
        return words.Length <= 25;
    }

    /// <summary>The words of a small element; null for one of many nodes or long text, which is no place of a date.</summary>
    internal static string? ShortText(IElement element, int maxNodes = MaxNodes)
    {
        var text = new StringBuilder();
        var nodes = 0;
        foreach (var node in element.GetDescendants())
        {
            if (++nodes > maxNodes || text.Length > MaxText * 4)
                return null;
            if (node is IText { ParentElement: not IHtmlScriptElement and not IHtmlStyleElement } words)
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

    /// <summary>The label that stands right before the element, in what goes before it or before its parent: "Datum" in a list of particulars, "Last edited:" in a paragraph.</summary>
    private static (string Label, DateRole? Role)? LabelBefore(IElement element)
    {
        INode at = element;
        for (var level = 0; level < 2 && at.Parent is { } parent; level++, at = parent)
            for (var before = at.PreviousSibling; before is not null; before = before.PreviousSibling)
            {
                var words = before switch { IText text => text.Data, IElement { LocalName: "script" or "style" } => "", IElement other => ShortText(other), _ => "" };
                if (words is null)
                    return null;
                words = words.Trim();
                if (!words.AsSpan().Trim(" :|,.()-–—\u00A0").IsEmpty)
                    return words.Length <= MaxText * 2 ? DateLabels.AtEnd(words) : null;
            }
        return null;
    }

    private static bool NamesUpdate(IElement element)
    {
        var name = $"{element.ClassName} {element.GetAttribute("itemprop")} {element.GetAttribute("property")}";
        return name.Contains("modif", StringComparison.OrdinalIgnoreCase) || name.Contains("updat", StringComparison.OrdinalIgnoreCase) || name.Contains("lastmod", StringComparison.OrdinalIgnoreCase) || name.Contains("edited", StringComparison.OrdinalIgnoreCase);
    }
}
