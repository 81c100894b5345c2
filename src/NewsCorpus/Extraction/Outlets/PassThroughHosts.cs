using System.Collections.Frozen;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>Hosts that hand on what others publish.</summary>
internal static class PassThroughHosts
{
    /// <summary>Feed services, search, social networks, shorteners, archives: never an outlet.</summary>
    private static readonly FrozenSet<string> _carriers = """
        feedburner.com feedproxy.google.com feeds2.feedburner.com news.google.com google.com google.co.uk googleusercontent.com ampproject.org bing.com duckduckgo.com t.co bit.ly ow.ly buff.ly dlvr.it ift.tt
        tinyurl.com goo.gl lnkd.in trib.al flip.it is.gd facebook.com fb.com fb.me twitter.com x.com instagram.com linkedin.com reddit.com redd.it tiktok.com threads.net bsky.app mastodon.social youtube.com youtu.be
        t.me telegram.me whatsapp.com pinterest.com apple.news news.apple.com flipboard.com feedly.com inoreader.com newsblur.com getpocket.com instapaper.com smartnews.com rss.app feed43.com feedspot.com rssmix.com politepol.com
        fetchrss.com archive.org archive.ph archive.is archive.today archive.md webcitation.org perma.cc 12ft.io outline.com proquest.com lexisnexis.com nexis.com factiva.com pressreader.com newspapers.com
        safelinks.protection.outlook.com list-manage.com mailchi.mp disqus.com doubleclick.net cloudfront.net s3.amazonaws.com dropbox.com
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Portals that show other outlets' articles on pages of their own: an outlet only where nothing else names one.</summary>
    private static readonly FrozenSet<string> _portals = """
        msn.com yahoo.com aol.com newsbreak.com headtopics.com allafrica.com ground.news biztoc.com upday.com dailyhunt.in muckrack.com realclearpolitics.com drudgereport.com memeorandum.com
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsCarrier(string host) => Has(_carriers, host);

    public static bool IsPortal(string host) => Has(_portals, host);

    /// <summary>The address that a carrier's address wraps: of an archived page, an AMP cache, or in a query of a redirect; else the address itself.</summary>
    public static Uri Unwrap(Uri address)
    {
        if (HostName.Normalize(address.IdnHost) is not { } host || !IsCarrier(host))
            return address;
        var whole = address.PathAndQuery;
        // Looks no further than the first inner address, so that wrapping in itself a thousand times costs nothing.
        var inner = whole.IndexOf("http", 1, StringComparison.OrdinalIgnoreCase);
        if (inner > 0 && whole[inner - 1] is '/' or '=')
        {
            var text = whole[inner - 1] == '=' ? Uri.UnescapeDataString(whole[inner..].Split('&', 2)[0]) : whole[inner..];
            if (Uri.TryCreate(text.Replace(":/", "://", StringComparison.Ordinal).Replace(":///", "://", StringComparison.Ordinal), UriKind.Absolute, out var found) && found.Scheme is "http" or "https" && found.Host.Length > 0)
                return found;
        }
        foreach (var mark in (ReadOnlySpan<string>)["/c/s/", "/v/s/", "/amp/s/", "/c/", "/amp/"])
            if (whole.StartsWith(mark, StringComparison.Ordinal) && Uri.TryCreate("https://" + whole[mark.Length..], UriKind.Absolute, out var cached))
                return cached;
        return address;
    }

    private static bool Has(FrozenSet<string> set, string host)
    {
        while (true)
        {
            if (set.Contains(host))
                return true;
            var dot = host.IndexOf('.');
            if (dot < 0)
                return false;
            host = host[(dot + 1)..];
        }
    }
}
