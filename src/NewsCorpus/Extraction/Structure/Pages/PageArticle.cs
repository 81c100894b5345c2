using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>The article on a whole page: the element that holds it, and what in that element is no part of it.</summary>
/// <param name="Root">Null where the page has no prose, or states its article outside of its elements.</param>
/// <param name="Apart">Elements below the root, each with the kind of its words; null where they are left out.</param>
/// <param name="Opening">What stands between the page's heading and the root: the heading itself, standfirst, byline, each with its kind.</param>
/// <param name="Stated">The article's words where the page holds them in its metadata alone; else null.</param>
internal sealed record PageArticle(IElement? Root, IReadOnlyDictionary<IElement, BlockKind?> Apart, IReadOnlyList<(IElement Element, BlockKind Kind)> Opening, string? Stated)
{
    /// <summary>A part that is longer is left out: what belongs to an article is short.</summary>
    private const int MaxPart = 1500;
    private const double LinkList = 0.6;

    /// <summary>A page that shows less than this share of the body it states shows only its beginning.</summary>
    private const double Shown = 0.4;

    public static PageArticle Find(IHtmlDocument document, IElement body)
    {
        var stated = StatedBody.Find(document);
        var tree = PageTree.Of(body, stated);
        var main = MainElement.Find(tree, stated);
        var apart = new Dictionary<IElement, BlockKind?>();
        if (stated is not null && (main is null || main.Prose < Shown * stated.Text.Length))
            return new PageArticle(null, apart, [], stated.Text);
        if (main is null)
            return new PageArticle(body, apart, [], null);
        foreach (var element in tree.Elements)
            if (IsIn(element, main) && IsNoPart(element, main))
                apart[element.Element] = KindOf(element);
        return new PageArticle(main.Element, apart, OpeningOf(tree, main), null);
    }

    private static bool IsIn(PageElement element, PageElement main)
    {
        for (var at = element.Parent; at is not null; at = at.Parent)
            if (at == main)
                return true;
        return false;
    }

    private static bool IsNoPart(PageElement element, PageElement main)
    {
        if (element.IsApart)
            return true;
        var isList = !HasHeading(element) && element.Element.LocalName is "ul" or "ol" or "div" or "section" or "table" or "dl";
        isList |= element.Element.LocalName == "p" && !Prose.EndsSentence(element.Element.TextContent);
        return isList && element.LinkDensity > LinkList && element.Prose * 10 < main.Prose;
    }

    private static bool HasHeading(PageElement element) => element.Element.QuerySelector("h1") is not null;

    /// <summary>Standfirst and byline are taken from between the heading and the body; whatever else stands there is the site's.</summary>
    private static List<(IElement, BlockKind)> OpeningOf(PageTree tree, PageElement main)
    {
        var opening = new List<(IElement, BlockKind)>();
        if (main.Element.QuerySelector("h1") is not null)
            return opening;
        PageElement? within = null;
        foreach (var element in tree.Elements)
        {
            if (element == main)
                return opening;
            // A site's name can be a heading too; the article's is the last before its body.
            if (element.Element.LocalName == "h1" && element.Text > 0)
            {
                opening.Clear();
                opening.Add((element.Element, BlockKind.Heading));
                continue;
            }
            if (opening.Count == 0)
                continue;
            if (within is not null && IsIn(element, within) || !HtmlBlocks.IsBlock(element.Element) || element.Text == 0 || IsIn(main, element))
                continue;
            if (HtmlRoles.Of(element.Element) is BlockKind.Standfirst or BlockKind.Byline or BlockKind.Note)
            {
                opening.Add((element.Element, HtmlRoles.Of(element.Element)!.Value));
                within = element;
            }
        }
        return [];
    }

    private static BlockKind? KindOf(PageElement element) => element.Purpose switch
    {
        Purpose.Comments or Purpose.Navigation => null,
        _ when element.Text > MaxPart => null,
        Purpose.Furniture => BlockKind.Furniture,
        _ => BlockKind.Related,
    };
}
