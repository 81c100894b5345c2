using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.News;
using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>NewsML-G2 (IPTC): a news item, or a message with items. Packages, concepts and plans hold no text and are left out.</summary>
public sealed class NewsMlReader : IArticleReader
{
    private static readonly string[] Roots = ["newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"];

    public string Name => "newsml-g2";

    public int Version => 1;

    public bool CanRead(DecodedSource source) => MarkupProlog.Of(source.Text) is var (root, _) && Roots.Contains(root);

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        var notes = new List<string>(source.Notes);
        var (_, start) = MarkupProlog.Of(source.Text) ?? throw new ArgumentException("no NewsML-G2", nameof(source));
        var root = MarkupParser.Parse(source.Text, start, source.Limits, notes);
        var items = root.Descendants().Where(e => e.LocalName.Equals("newsItem", StringComparison.OrdinalIgnoreCase)).ToList();
        if (items.Count == 0)
            throw new UnsupportedFileException($"This NewsML-G2 file is a {root.LocalName} and has no news item with a text in it.", "If there should be any, export the items with their texts.");
        var keys = new EntryKeys();
        var drafts = new List<ArticleDraft>();
        foreach (var item in items)
        {
            drafts.Add(NewsItem.Read(item, root, keys, items.Count == 1, notes));
            notes = [];
        }
        if (drafts.TrueForAll(d => d.Fault is not null))
            throw new UnsupportedFileException(drafts[0].Fault!.Reason, drafts[0].Fault!.Remedy);
        foreach (var draft in drafts)
            yield return draft;
    }
}
