using System.Collections.Frozen;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>
/// The rules that tell an article's outlet, the strongest first. The words of an outlet inside the text ("told Harbour Post") are never read.
/// </summary>
internal static class OutletRules
{
    private static readonly string[] _outletKeys = ["outlet", "publication", "newspaper", "news_outlet", "media_outlet", "publication_name", "publication-name", "magazine", "journal"];

    private static readonly string[] _siteKeys =
    [
        "og:site_name", "site_name", "sitename", "site-name", "publisher", "publisher.name", "source_name", "source.name", "source", "dc.publisher", "dcterms.publisher", "provider", "feed_title", "feedtitle", "feed-title",
        "site", "site_title", "channel", "application-name", "cre", "article:publisher",
    ];

    private static readonly FrozenSet<string> _feedKeys = new[]
    {
        "source", "source_url", "sourceurl", "source-url", "feed", "feed_url", "feedurl", "feed-url", "rss", "site", "site_url", "siteurl", "website", "domain", "host", "homepage", "publisher", "publisher_url", "outlet_url",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] _rightsKeys = ["copyright", "rights", "copyright-holder", "copyrightholder", "dc.rights", "dcterms.rightsholder"];

    private static readonly Action<ArticleDraft, ArticleContent, List<OutletClue>>[] _all =
    [
        (draft, _, clues) => Named(draft, clues, _outletKeys, ClueWeight.Plain),
        (draft, _, clues) => Named(draft, clues, _siteKeys, ClueWeight.Loose),
        (_, content, clues) => OriginLines.Read(content, clues),
        Links,
        Feeds,
        (draft, _, clues) => Named(draft, clues, _rightsKeys, ClueWeight.LastResort),
        (_, content, clues) => OriginLines.ReadCopyright(content, clues),
        Categories,
    ];

    public static List<OutletClue> Read(ArticleDraft draft, ArticleContent content)
    {
        var clues = new List<OutletClue>();
        foreach (var rule in _all)
            rule(draft, content, clues);
        return clues;
    }

    private static void Named(ArticleDraft draft, List<OutletClue> clues, string[] keys, ClueWeight weight)
    {
        foreach (var key in keys)
            foreach (var field in draft.Fields)
            {
                // A host in a field that may be about the feed is read as such, after the article's own address.
                if (field.Key != key || (weight != ClueWeight.Plain && HostName.IsHostOrAddress(field.Value)))
                    continue;
                var words = weight == ClueWeight.LastResort ? OriginLines.CopyrightHolder(field.Value) : field.Value;
                if (words is not null && OutletNames.Read(words) is var (name, domain, isKnown))
                    clues.Add(new OutletClue(name, domain, isKnown, FactKind.Stated, weight == ClueWeight.Loose && domain is not null && PassThroughHosts.IsPortal(domain) ? ClueWeight.LastResort : weight, field.Place, field.Excerpt, Line: field.Line));
            }
    }

    private static void Links(ArticleDraft draft, ArticleContent content, List<OutletClue> clues)
    {
        foreach (var (field, address) in ArticleLinks.Of(draft))
            Host(clues, HostName.Normalize(PassThroughHosts.Unwrap(address).IdnHost), $"site of the {field.Key}", field.Excerpt, field.Line);
        if (ArticleLinks.TryRead(draft.EntryKey, out var entry))
            Host(clues, HostName.Normalize(PassThroughHosts.Unwrap(entry).IdnHost), "site of the entry's address", draft.EntryKey, null);
    }

    private static void Feeds(ArticleDraft draft, ArticleContent content, List<OutletClue> clues)
    {
        foreach (var field in draft.Fields)
            if (_feedKeys.Contains(field.Key))
                Host(clues, HostName.OfText(field.Value), $"site of the {field.Key}", field.Excerpt, field.Line);
    }

    /// <summary>Collectors of feeds file an article under the feed's host.</summary>
    private static void Categories(ArticleDraft draft, ArticleContent content, List<OutletClue> clues)
    {
        foreach (var field in draft.Fields)
            if (field.Key is "categories" or "category" or "tags" or "section")
                Host(clues, HostName.OfText(field.Value), $"site in the {field.Key}", field.Excerpt, field.Line, ClueWeight.LastResort);
    }

    private static void Host(List<OutletClue> clues, string? host, string rule, string excerpt, int? line, ClueWeight weight = ClueWeight.Plain)
    {
        if (host is null || OutletNames.OfHost(host) is not var (name, domain, isKnown))
            return;
        if (PassThroughHosts.IsPortal(host))
            weight = ClueWeight.LastResort;
        clues.Add(new OutletClue(name, domain, isKnown, FactKind.Stated, weight, rule, excerpt, Line: line) { IsSite = true });
    }
}
