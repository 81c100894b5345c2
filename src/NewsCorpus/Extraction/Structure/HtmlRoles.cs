using AngleSharp.Dom;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>What an element's name, class and microdata say that its text is.</summary>
internal static class HtmlRoles
{
    /// <summary>A wrapper of a whole article can be called anything; a part of one is short.</summary>
    private const int MaxPart = 1500;

    /// <summary>Words of class names and item properties, each with the kind it means.</summary>
    private static readonly Dictionary<string, BlockKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["standfirst"] = BlockKind.Standfirst,
        ["subtitle"] = BlockKind.Standfirst,
        ["subheadline"] = BlockKind.Standfirst,
        ["dek"] = BlockKind.Standfirst,
        ["byline"] = BlockKind.Byline,
        ["dateline"] = BlockKind.Dateline,
        ["caption"] = BlockKind.Caption,
        ["figcaption"] = BlockKind.Caption,
        ["credit"] = BlockKind.Credit,
        ["credits"] = BlockKind.Credit,
        ["related"] = BlockKind.Related,
        ["readmore"] = BlockKind.Related,
        ["recirc"] = BlockKind.Related,
        ["newsletter"] = BlockKind.Furniture,
        ["advert"] = BlockKind.Furniture,
        ["advertisement"] = BlockKind.Furniture,
        ["sharing"] = BlockKind.Furniture,
        ["breadcrumb"] = BlockKind.Furniture,
        ["breadcrumbs"] = BlockKind.Furniture,
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet", "svg", "canvas", "audio", "video", "picture", "img", "source", "track",
        "map", "head", "title", "meta", "link", "base", "button", "input", "select", "option", "textarea", "datalist", "progress", "meter", "dialog",
    };

    /// <summary>Elements without words for a reader of the article.</summary>
    public static bool IsHidden(IElement element) =>
        Hidden.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && IsUndisplayed(style)
        || element.ClassList.Contains("footnote-back-ref");

    /// <summary>The kind that an element gives to all text in it; null where it says nothing.</summary>
    public static BlockKind? Of(IElement element)
    {
        switch (element.LocalName)
        {
            case "figure" or "figcaption":
                return BlockKind.Caption;
            case "nav" or "footer" or "form":
                return BlockKind.Furniture;
            case "aside":
                return element.TextContent.Length <= MaxPart ? BlockKind.Furniture : null;
        }
        var role = Named(element.GetAttribute("class")) ?? Named(element.GetAttribute("itemprop"));
        return role is not null && element.TextContent.Length <= MaxPart ? role : null;
    }

    private static bool IsUndisplayed(string style)
    {
        var compact = style.Length > 500 ? "" : style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static BlockKind? Named(string? names)
    {
        if (names is null || names.Length > 500)
            return null;
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in names.AsSpan().SplitAny(" -_\t\n"))
            if (lookup.TryGetValue(names.AsSpan()[range], out var kind))
                return kind;
        return null;
    }
}
