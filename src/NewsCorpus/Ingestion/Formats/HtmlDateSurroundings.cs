using AngleSharp.Dom;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Whether a place of a page belongs to its article, told by what the place stands in. What holds the article's heading is the article's, whatever it is named.</summary>
internal sealed class HtmlDateSurroundings
{
    private const int MaxDepth = 12;

    /// <summary>The text of a box that tells of another article is shorter than an article, white space counted.</summary>
    private const int MaxCard = 2000;

    private static readonly string[] _others =
    [
        "comment", "kommentar", "related", "recommend", "widget_", "widget-area", "widgets", "latest", "popular", "copyright", "footer-", "ticker", "menu", "event", "weather", "most-read", "mostread", "newsletter",
        "carousel", "trending", "calendar", "kalender", "veranstaltung", "breaking", "upcoming", "current-date", "currentdate", "todaydate", "today-date", "topbar", "top-bar", "masthead", "clock", "cookie", "pagination", "similar", "read-next", "readnext", "reflist", "citation", "reference-text", "footnote", "search-site", "searchbox",
    ];

    /// <summary>What stands beside: other articles, or particulars of this one.</summary>
    private static readonly string[] _asides = ["sidebar"];

    /// <summary>A teaser leads somewhere; what is called so and leads nowhere is the article's own.</summary>
    private static readonly string[] _teasers = ["teaser"];

    /// <summary>The footer of a page may say when the page was changed.</summary>
    private static readonly string[] _otherUpdates = [.. _others.Except(["copyright", "footer-"], StringComparer.Ordinal)];

    /// <summary>Nodes of a box of particulars, buttons to share and print among them.</summary>
    private const int MaxParticulars = 200;

    private readonly HashSet<IElement> _around = [];

    public HtmlDateSurroundings(IElement? heading)
    {
        for (var at = heading; at is not null; at = at.ParentElement)
            _around.Add(at);
    }

    public bool AreAnothers(IElement element, bool isUpdate)
    {
        var depth = 0;
        // What states itself to be the date of publication may stand in an aside of its own.
        var isStated = element.GetAttribute("itemprop")?.Contains("datePublished", StringComparison.OrdinalIgnoreCase) == true;
        for (var at = element; at is not null && at.LocalName != "body" && depth < MaxDepth && !_around.Contains(at); at = at.ParentElement, depth++)
            if (at.LocalName is "nav" or "form" || (at.LocalName == "aside" && !isStated && !IsParticulars(at)) || (at.LocalName == "footer" && !isUpdate && at.ParentElement?.LocalName != "article")
                || Names(at, isUpdate ? _otherUpdates : _others) || (Names(at, _asides) && !IsParticulars(at)) || (Names(at, _teasers) && HasLink(at)) || IsCard(at))
                return true;
        return false;
    }

    private static bool HasLink(IElement element) => element.QuerySelector("a[href]") is not null || element.Closest("a[href]") is not null;

    /// <summary>Page builders name the box ("elementor-widget__width-auto"), not what is in it.</summary>
    private const string BoxOfBuilder = "elementor-";

    private static bool Names(IElement element, string[] words)
    {
        if (element.Id is { } id && !IsArticleBar(id) && Has(id, words))
            return true;
        foreach (var name in element.ClassList)
            if (!name.StartsWith(BoxOfBuilder, StringComparison.Ordinal) && !IsArticleBar(name) && Has(name, words))
                return true;
        return false;
    }

    /// <summary>"article_topbar": the bar on top of the article, not of the site.</summary>
    private static bool IsArticleBar(string name) => Has(name, ["topbar", "top-bar", "masthead"]) && Has(name, ["article", "post", "story", "entry"]);

    public static bool Has(string name, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>An aside in the article that is short, has one date and no heading tells of the article: its date, section and length.</summary>
    private static bool IsParticulars(IElement aside) =>
        Has(aside.ClassName ?? "", ["meta", "byline", "author", "autor"])
        || (aside.Closest("article, main") is not null && aside.QuerySelector("h1, h2, h3, h4") is null && HtmlDateElements.ShortText(aside, MaxParticulars) is { } text && DateParser.Find(text) is { } first && DateParser.Find(text.AsSpan(first.End)) is null);

    /// <summary>One of several boxes of the same kind side by side, each with a heading that leads elsewhere: other articles.</summary>
    private static bool IsCard(IElement box)
    {
        if (box.ParentElement is not { } parent || parent.ChildElementCount < 2 || (string.IsNullOrEmpty(box.ClassName) && box.LocalName != "li") || box.TextContent.Length > MaxCard || !HasLinkedHeading(box))
            return false;
        foreach (var other in parent.Children)
            if (other != box && other.LocalName == box.LocalName && other.ClassName == box.ClassName && HasLinkedHeading(other))
                return true;
        return false;
    }

    /// <summary>An item of a list needs no link: headings in lists are of other things.</summary>
    private static bool HasLinkedHeading(IElement box)
    {
        if (box.LocalName is "a" or "li" || box.ParentElement?.LocalName == "a")
            return box.QuerySelector("h2, h3, h4, h5") is not null;
        foreach (var heading in box.QuerySelectorAll("h2, h3, h4, h5"))
            if (heading.QuerySelector("a[href]") is not null || heading.Closest("a[href]") is not null)
                return true;
        return false;
    }
}
