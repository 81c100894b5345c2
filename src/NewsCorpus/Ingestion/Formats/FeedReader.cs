using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 0.3 and 1.0 as they are found: each entry an article, known by its GUID, id or link wherever it stands in the file.</summary>
public sealed class FeedReader : IArticleReader
{
    public string Name => "feed";

    public int Version => 1;

    public bool CanRead(DecodedSource source) =>
        MarkupProlog.Of(source.Text) is var (root, start)
        && (root is "rss" || (root is "rdf" && HasSign(source.Text, start, "rss")) || (root is "feed" or "entry" && HasSign(source.Text, start, "atom")));

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var notes = new List<string>(source.Notes);
        var (_, start) = MarkupProlog.Of(source.Text) ?? throw new ArgumentException("no feed", nameof(source));
        var root = MarkupParser.Parse(source.Text, start, source.Limits, notes);
        var feed = FeedSource.Of(root);
        var entries = root.LocalName == "entry" ? [root] : root.Descendants().Where(e => e.LocalName is "item" or "entry" && e.Name is "item" or "entry").ToList();
        if (entries.Count == 0)
            throw new UnsupportedFileException("The feed has no entries.", "Fetch it again if there should be any.");
        var keys = new EntryKeys();
        foreach (var entry in entries)
        {
            yield return FeedEntry.Read(entry, feed, keys, notes);
            // What concerns the file is said once.
            notes = [];
        }
    }

    /// <summary>"feed" and "RDF" are names of others too; the vocabulary says what is meant. A feed without one is an Atom feed if it has entries.</summary>
    private static bool HasSign(string text, int start, string sign)
    {
        var head = text.AsSpan(start, Math.Min(4096, text.Length - start));
        return head.Contains(sign, StringComparison.OrdinalIgnoreCase) || head.Contains("<entry", StringComparison.OrdinalIgnoreCase) || head.Contains("<item", StringComparison.OrdinalIgnoreCase);
    }
}
