using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// Finds the people that an article's own words name and tells which mentions are the same person: a statistical tagger (see <c>Data/MODEL.md</c>) finds the
/// names, <see cref="WithinArticleResolver"/> joins them. Captions, credits, bylines, datelines, related links and furniture name nobody.
/// Safe for many threads; weights and word lists are loaded once per process, on first use.
/// </summary>
public sealed class PersonRecogniser
{
    private static readonly Lazy<PersonTagger> _embedded = new(ModelFile.LoadEmbedded);

    private readonly Lazy<PersonTagger> _tagger = _embedded;

    public PeopleFinding Recognise(ArticleContent content)
    {
        var blocks = content.Blocks.Where(b => b.IsBody && b.Kind is not (BlockKind.Byline or BlockKind.Dateline)).Select(b => (b.Start, b.End));
        var document = new TokenisedText(content.Text, blocks);
        if (document.Tokens.Length == 0)
            return PeopleFinding.Nobody;
        var labels = _tagger.Value.Label(document);
        return new WithinArticleResolver(document, labels, WordLists.Embedded).Resolve();
    }
}
