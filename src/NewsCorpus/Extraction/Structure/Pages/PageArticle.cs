using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>The article on a whole page: the element that holds it, and what in that element is no part of it.</summary>
/// <param name="Root">Null where the page has no prose, or states its article outside of its elements.</param>
/// <param name="Apart">Elements below the root, each with the kind of its words; null where they are left out.</param>
/// <param name="Stated">The article's words where the page holds them in its metadata alone; else null.</param>
internal sealed record PageArticle(IElement? Root, IReadOnlyDictionary<IElement, BlockKind?> Apart, string? Stated)
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
        var main = MainElement.Find(tree);
        var apart = new Dictionary<IElement, BlockKind?>();
        if (stated is not null && (main is null || main.Prose < Shown * stated.Text.Length))
            return new PageArticle(null, apart, stated.Text);
        if (main is null)
            return new PageArticle(body, apart, null);
        foreach (var element in tree.Elements)
            if (element != main && IsIn(element, main) && IsNoPart(element, main))
                apart[element.Element] = KindOf(element);
        return new PageArticle(main.Element, apart, null);
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
        var isList = element.Element.LocalName is "ul" or "ol" or "div" or "section" or "table" or "p" or "dl" or "header";
        return isList && element.LinkDensity > LinkList && element.Prose * 10 < main.Prose;
    }

    private static BlockKind? KindOf(PageElement element) => element.Purpose switch
    {
        Purpose.Comments or Purpose.Navigation => null,
        _ when element.Text > MaxPart => null,
        Purpose.Furniture => BlockKind.Furniture,
        _ => BlockKind.Related,
    };
}
