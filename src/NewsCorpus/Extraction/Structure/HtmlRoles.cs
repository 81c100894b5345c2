using AngleSharp.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure.Pages;

namespace NewsCorpus.Extraction.Structure;

/// <summary>What an element's name, class and microdata say that its text is.</summary>
internal static class HtmlRoles
{
    /// <summary>A wrapper of a whole article can be called anything; a part of one is short.</summary>
    private const int MaxPart = 1500;

    /// <summary>Parts of class names, ids and item properties, written as <see cref="ElementNames.Of(IElement)"/> reads them, each with the kind it means.</summary>
    private static readonly (string Words, BlockKind Kind)[] Names =
    [
        ("-pull-quote-", BlockKind.PullQuote), ("-pullquote-", BlockKind.PullQuote), ("-pulled-quote-", BlockKind.PullQuote), ("-quote-pull-", BlockKind.PullQuote),
        ("-standfirst-", BlockKind.Standfirst), ("-subtitle-", BlockKind.Standfirst), ("-sub-title-", BlockKind.Standfirst), ("-subheadline-", BlockKind.Standfirst), ("-sub-headline-", BlockKind.Standfirst), ("-dek-", BlockKind.Standfirst), ("-deck-", BlockKind.Standfirst),
        ("-strapline-", BlockKind.Standfirst), ("-article-summary-", BlockKind.Standfirst), ("-story-summary-", BlockKind.Standfirst), ("-alternative-headline-", BlockKind.Standfirst), ("-article-lead-", BlockKind.Standfirst), ("-article-intro-", BlockKind.Standfirst),
        ("-byline-", BlockKind.Byline), ("-bylines-", BlockKind.Byline), ("-author-name-", BlockKind.Byline), ("-article-author-", BlockKind.Byline), ("-story-author-", BlockKind.Byline), ("-entry-author-", BlockKind.Byline), ("-post-author-", BlockKind.Byline),
        ("-dateline-", BlockKind.Dateline),
        ("-editors-note-", BlockKind.Note), ("-editor-note-", BlockKind.Note), ("-correction-", BlockKind.Note), ("-corrections-", BlockKind.Note), ("-clarification-", BlockKind.Note), ("-article-update-", BlockKind.Note), ("-update-note-", BlockKind.Note), ("-amendment-", BlockKind.Note),
        ("-credit-", BlockKind.Credit), ("-credits-", BlockKind.Credit), ("-photographer-", BlockKind.Credit), ("-copyright-holder-", BlockKind.Credit), ("-image-source-", BlockKind.Credit), ("-attribution-", BlockKind.Credit),
        ("-caption-", BlockKind.Caption), ("-figcaption-", BlockKind.Caption), ("-captions-", BlockKind.Caption), ("-wp-caption-text-", BlockKind.Caption),
        ("-related-", BlockKind.Related), ("-readmore-", BlockKind.Related), ("-read-more-", BlockKind.Related), ("-recirc-", BlockKind.Related), ("-recommended-", BlockKind.Related), ("-see-also-", BlockKind.Related), ("-most-read-", BlockKind.Related),
        ("-contributors-", BlockKind.Contributor), ("-reporting-credit-", BlockKind.Contributor), ("-tagline-byline-", BlockKind.Contributor),
        ("-newsletter-", BlockKind.Furniture), ("-advert-", BlockKind.Furniture), ("-advertisement-", BlockKind.Furniture), ("-sharing-", BlockKind.Furniture), ("-breadcrumb-", BlockKind.Furniture), ("-breadcrumbs-", BlockKind.Furniture), ("-signup-", BlockKind.Furniture),
        ("-sign-up-", BlockKind.Furniture), ("-subscribe-", BlockKind.Furniture), ("-story-highlights-", BlockKind.Furniture), ("-cookie-notice-", BlockKind.Furniture),
    ];

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
            case "nav" or "footer":
                return BlockKind.Furniture;
            case "aside" when Named(ElementNames.Words(element)) is BlockKind.PullQuote or BlockKind.Note && IsShort(element):
                break;
            case "aside" or "form":
                return IsShort(element) ? BlockKind.Furniture : null;
        }
        var role = Named(ElementNames.Words(element));
        return role is not null && IsShort(element) ? role : null;
    }

    /// <summary>Whether an element holds no more text than a part of an article does. Stops where it does.</summary>
    private static bool IsShort(IElement element)
    {
        var left = MaxPart;
        foreach (var text in element.Descendants<IText>())
            if ((left -= text.Length) < 0)
                return false;
        return true;
    }

    private static bool IsUndisplayed(string style)
    {
        var compact = style.Length > 500 ? "" : style.Replace(" ", "", StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private static BlockKind? Named(string names)
    {
        if (names.Length > 0)
            foreach (var (words, kind) in Names)
                if (names.Contains(words, StringComparison.Ordinal))
                    return kind;
        return null;
    }
}
