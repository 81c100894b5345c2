using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Reads the body of a draft into readable blocks. Without state, safe for all threads; the input may be hostile.</summary>
public static class ContentReader
{
    private const string Between = "\n\n";

    /// <summary>Fields that can hold the article's own address, against which relative links are resolved.</summary>
    private static readonly string[] AddressKeys = ["base", "link", "canonical", "og:url", "url"];

    public static ArticleContent Read(ArticleDraft draft)
    {
        var blocks = draft.BodyFormat switch
        {
            BodyFormat.Html => HtmlBlocks.Read(draft.Body, AddressOf(draft)),
            BodyFormat.Markdown => MarkdownBlocks.Read(draft.Body, AddressOf(draft)),
            _ => PlainTextBlocks.Read(draft.Body),
        };
        return Assemble(BlockClassifier.Classify(blocks));
    }

    private static Uri? AddressOf(ArticleDraft draft) =>
        Uri.TryCreate(draft.Field(AddressKeys)?.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static ArticleContent Assemble(List<(RawBlock Block, Piece[] Pieces)> classified)
    {
        if (classified.Count == 0)
            return ArticleContent.Empty;
        var blocks = new List<Block>(classified.Count);
        var spans = new List<InlineSpan>();
        var start = 0;
        foreach (var (block, pieces) in classified)
        {
            foreach (var piece in pieces)
                blocks.Add(new Block(piece.Kind, start + piece.Start, start + piece.End, LevelOf(piece, block)));
            foreach (var span in block.Spans)
                spans.Add(span with { Start = start + span.Start, End = start + span.End });
            start += block.Text.Length + Between.Length;
        }
        return new ArticleContent(string.Join(Between, classified.Select(c => c.Block.Text)), blocks, spans);
    }

    private static int LevelOf(Piece piece, RawBlock block) => piece.Kind switch
    {
        BlockKind.Heading => Math.Max(block.Level, block.Kind == BlockKind.Heading ? 1 : 2),
        BlockKind.List => block.Level,
        _ => 0,
    };
}
