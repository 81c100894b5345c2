using System.Text;
using AngleSharp.Dom;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>What the class and id of an element say that it is for.</summary>
internal enum Purpose
{
    /// <summary>Nothing, or nothing known.</summary>
    None,

    /// <summary>The words of the article.</summary>
    Body,

    /// <summary>Readers' comments.</summary>
    Comments,

    /// <summary>Links to other articles.</summary>
    Related,

    /// <summary>Ways around the site and out of it: menus, buttons to share.</summary>
    Navigation,

    /// <summary>Advertisements, sign-ups, tags, notices and the like.</summary>
    Furniture,
}

/// <summary>Reads the purpose of elements from the names that sites give them.</summary>
internal static class ElementNames
{
    private const int MaxNames = 400;

    /// <summary>Looked for in the names written as "-one-two-three-"; the first group with a hit decides.</summary>
    private static readonly (Purpose Purpose, string[] Words)[] Groups =
    [
        (Purpose.Body,
        [
            "-article-body-", "-articlebody-", "-article-text-", "-article-content-", "-article-copy-", "-story-body-", "-storybody-", "-story-text-", "-story-content-", "-entry-content-", "-post-content-", "-post-body-",
            "-post-text-", "-body-copy-", "-bodycopy-", "-body-text-", "-bodytext-", "-content-body-", "-article-main-", "-main-article-", "-text-body-", "-article-wrap-", "-wysiwyg-",
        ]),
        (Purpose.Comments, ["comment", "disqus", "-respond-", "-replies-", "-discussion", "livefyre", "-coral-", "viafoura", "spotim", "-spot-im-"]),
        (Purpose.Related,
        [
            "-related", "recommend", "recirc", "-read-more", "-readmore-", "-more-stories", "-more-on-", "-more-from-", "-most-read", "-mostread", "-most-popular", "-most-recent", "-popular", "trending", "-also-like", "-up-next-", "-next-article", "-next-post",
            "-prev-", "-previous-", "-post-nav", "outbrain", "taboola", "zergnet", "-teaser", "-promo-", "-crosslink", "-further-reading", "-interlink", "-latest-", "-see-also-", "-read-also-", "-read-next-",
        ]),
        (Purpose.Navigation,
        [
            "-nav-", "navigation", "-navbar", "-menu", "breadcrumb", "paginat", "-pager-", "-share", "-sharing", "sharedaddy", "-social", "addthis", "addtoany", "-toolbar", "-article-tools-", "-skip-", "-screen-reader", "-sr-only-", "-visually-hidden",
            "-visuallyhidden", "-hidden-", "-d-none-", "-invisible-",
        ]),
        (Purpose.Furniture,
        [
            "newsletter", "-subscribe", "-subscription", "-signup", "-sign-up-", "-optin", "-opt-in-", "-ad-", "-ads-", "-advert", "adsense", "-dfp-", "-sponsor", "-regwall", "cookie", "-consent", "gdpr", "-paywall-overlay", "-paywall-message", "-paywall-banner", "-paywall-prompt", "-popup", "-modal-", "-sidebar",
            "-footer-", "-copyright", "-identity-", "-tags-", "-tag-list", "-taglist", "-tag-cloud", "-tagged-", "-author-bio", "-about-author", "-about-the-author", "-author-box", "-authorbox", "-author-info", "-poll-", "-donate", "-donation", "-login", "-entry-meta-", "-post-meta-",
            "-article-meta-", "-story-meta-", "-postmeta-", "-post-info-", "-rating", "-widget", "-follow-", "-print-only-", "-timestamp-", "-button-", "-btn-", "-cta-",
        ]),
    ];

    public static Purpose Of(IElement element)
    {
        var names = Words(element);
        if (names.Length == 0)
            return Purpose.None;
        foreach (var (purpose, words) in Groups)
            foreach (var word in words)
                if (names.Contains(word, StringComparison.Ordinal))
                    return purpose;
        return Purpose.None;
    }

    /// <summary>Class, id, item property and test id in lower case, each word between dashes: "articleBody main_text" is "-article-body-main-text-".</summary>
    public static string Words(IElement element)
    {
        var (classes, id, data) = (element.GetAttribute("class"), element.Id, element.GetAttribute("itemprop") ?? element.GetAttribute("data-component") ?? element.GetAttribute("data-testid"));
        if (classes is null && id is null && data is null)
            return "";
        var result = new StringBuilder("-", 64);
        foreach (var names in (ReadOnlySpan<string?>)[classes, id, data])
        {
            if (names is null)
                continue;
            for (var i = 0; i < names.Length && i < MaxNames; i++)
            {
                var c = names[i];
                if (!char.IsAsciiLetterOrDigit(c) || (char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(names[i - 1])))
                    Part(result);
                if (char.IsAsciiLetterOrDigit(c))
                    result.Append(char.ToLowerInvariant(c));
            }
            Part(result);
        }
        return result.ToString();
    }

    private static void Part(StringBuilder names)
    {
        if (names[^1] != '-')
            names.Append('-');
    }
}
