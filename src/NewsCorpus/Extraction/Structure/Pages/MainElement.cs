namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>
/// Finds the element of a page that holds the article. What holds prose gets points, and those around it a share of them, so that a body in several parts is found as well as one in one piece
/// (the idea of Arc90's Readability, 2009, here on characters of prose). Names of bodies, schema.org's itemprop and the body that JSON-LD states speak for an element, names of other parts against it.
/// </summary>
internal static class MainElement
{
    private const double StatedWeight = 3;
    private const double NamedWeight = 1.4;
    private static readonly double[] Shares = [1, 0.6, 0.3, 0.15];

    /// <summary>An element around the best one takes its place where it has so much more prose, outside of what stands apart.</summary>
    private const double Gain = 1.15;

    /// <summary>Length of a stated body to the prose of its element, and share of what was found of it on the page that the element holds, from which on the two are the same.</summary>
    private const double Enough = 0.6;
    private const double Nearly = 0.9;

    /// <summary>A stated body so short, and so small a share of what stands around it, is the opening of an article in parts.</summary>
    private const int MaxOpening = 1000;
    private const double Opening = 0.33;

    private const int MaxClimb = 6;
    private const double MaxLinks = 0.3;

    /// <returns>Null where the page has no prose.</returns>
    public static PageElement? Find(PageTree tree, StatedBody? stated)
    {
        var points = new Dictionary<PageElement, double>();
        foreach (var element in tree.Elements)
        {
            if (element.OwnProse == 0 || IsInApart(element))
                continue;
            var worth = element.OwnProse + StatedWeight * element.OwnStated;
            var holder = Holder(element);
            for (var level = 0; level < Shares.Length && holder is not null; level++, holder = holder.Parent)
                points[holder] = points.GetValueOrDefault(holder) + worth * Shares[level];
        }
        if (points.Count == 0)
            return null;
        var best = points.MaxBy(p => p.Value * Weight(p.Key)).Key;
        // What holds all of a stated body, and little else, is the article; a summary that calls itself the body says nothing of that.
        if (stated is null || (IsStated(best) && IsOpening(stated, Climb(best))))
            return Climb(best);
        return IsStated(best) ? best : points.Keys.Where(IsStated).MinBy(element => element.Prose) ?? Climb(best);

        bool IsStated(PageElement element) => stated.Text.Length >= Enough * element.Prose && element.Stated >= Nearly * tree.Elements[0].Stated;
    }

    /// <summary>Of slide shows and of news in entries often no more is stated than the first words, which stand in a box of their own.</summary>
    private static bool IsOpening(StatedBody stated, PageElement around) => stated.Text.Length < MaxOpening && stated.Text.Length < Opening * around.Prose;

    private static double Weight(PageElement element) => (1 - element.LinkDensity) * (IsBody(element) ? NamedWeight : 1);

    public static bool IsBody(PageElement element) =>
        element.Purpose == Purpose.Body || element.Element.LocalName == "article" || string.Equals(element.Element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase);

    private static bool IsInApart(PageElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
            if (at.IsApart)
                return true;
        return false;
    }

    /// <summary>The element whose part a paragraph is; a division with words of its own is one itself.</summary>
    private static PageElement Holder(PageElement element)
    {
        var at = element;
        while (at.Parent is { } parent && at.Element.LocalName is "p" or "li" or "ul" or "ol" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "td" or "tr" or "tbody" or "dd" or "dt" or "dl" or "figcaption" or "figure")
            at = parent;
        return at;
    }

    private static PageElement Climb(PageElement best)
    {
        var around = best;
        for (var i = 0; i < MaxClimb && around.Parent is { } parent;)
        {
            // A wrapper that adds nothing is no step.
            i += parent.AllProse > around.AllProse ? 1 : 0;
            around = parent;
            // Around what is named as the body only more of the same counts: comments need no name.
            if ((IsBody(best) ? around.BodyProse : around.Prose) >= Gain * best.Prose && around.LinkDensity <= MaxLinks)
                best = around;
        }
        return best;
    }
}
