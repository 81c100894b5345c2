namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>Vocabularies (XML namespaces) by their address, each with the short name by which readers ask for its elements.</summary>
internal static class MarkupNames
{
    private static readonly (string Start, string Short)[] Known =
    [
        ("http://purl.org/dc/elements/", "dc"),
        ("http://purl.org/dc/terms", "dcterms"),
        ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://purl.org/rss/1.0/modules/", ""),
        ("http://purl.org/rss/1.0", "rss"),
        ("http://my.netscape.com/rdf/simple", "rss"),
        ("http://channel.netscape.com/rdf/simple", "rss"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
        ("http://www.w3.org/2005/atom", "atom"),
        ("http://purl.org/atom", "atom"),
        ("http://search.yahoo.com/mrss", "media"),
        ("http://video.search.yahoo.com/mrss", "media"),
        ("http://www.itunes.com/dtds/podcast-1.0", "itunes"),
        ("http://rssnamespace.org/feedburner", "feedburner"),
        ("http://www.w3.org/1999/xhtml", "xhtml"),
        ("http://iptc.org/std/nitf", "nitf"),
        ("http://iptc.org/std/nar", "nar"),
        ("http://www.w3.org/xml/1998/namespace", "xml"),
    ];

    /// <summary>Short name of a vocabulary; null for one that is not known. Letter case, white space and "https" do not count.</summary>
    public static string? ShortOf(string address)
    {
        address = address.Trim();
        if (address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            address = string.Concat("http", address.AsSpan(5));
        foreach (var (start, name) in Known)
            if (address.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return name.Length == 0 ? null : name;
        return null;
    }

    /// <summary>Vocabularies that are the main one of a file, whose elements go by their bare names.</summary>
    public static bool IsMain(string name) => name is "rss" or "atom" or "nitf" or "nar" or "xhtml";
}
