namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>What a feed states of all its entries.</summary>
/// <param name="Title">Name of the feed, taken for its publisher.</param>
/// <param name="Authors">Atom: the authors of entries that name none (RFC 4287, 4.2.1).</param>
internal sealed record FeedSource(MarkupElement? Title, MarkupElement? Language, IReadOnlyList<MarkupElement> Authors)
{
    public static FeedSource Of(MarkupElement root)
    {
        var head = root.First("channel") ?? root;
        return new FeedSource(head.First("title") ?? head.First("dc:title"), head.First("language") ?? head.First("dc:language"), root.LocalName == "feed" ? [.. root.All("author")] : []);
    }
}
