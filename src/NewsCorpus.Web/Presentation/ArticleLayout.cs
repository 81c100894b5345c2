using NewsCorpus.Articles;

namespace NewsCorpus.Web.Presentation;

/// <summary>Some blocks that share one element of the page.</summary>
/// <param name="Kind">Of the first block; a dateline and the paragraph it opens are one group of the kind <see cref="BlockKind.Paragraph"/>.</param>
/// <param name="Heading">For a heading its level on the page, 2 to 6; else 0.</param>
public sealed record BlockGroup(BlockKind Kind, IReadOnlyList<Block> Blocks, int Heading = 0)
{
    public int Start => Blocks[0].Start;

    public int End => Blocks[^1].End;
}

/// <summary>The blocks of an article sorted into the places of its page.</summary>
public sealed record ArticleLayout
{
    /// <summary>Editor's notes and corrections: whoever reads the article should see them first.</summary>
    public IReadOnlyList<Block> Notes { get; private init; } = [];

    /// <summary>The article itself in reading order, captions with their credits where they stood.</summary>
    public IReadOnlyList<BlockGroup> Body { get; private init; } = [];

    public IReadOnlyList<Block> Contributors { get; private init; } = [];

    public IReadOnlyList<Block> Related { get; private init; } = [];

    public IReadOnlyList<Block> Furniture { get; private init; } = [];

    public static ArticleLayout Of(string text, IReadOnlyList<Block> blocks)
    {
        var body = new List<BlockGroup>();
        // Levels of the headings around the current place: a page must not skip one, whatever the file did.
        var levels = new Stack<int>();
        foreach (var block in blocks)
        {
            var last = body.Count > 0 ? body[^1] : null;
            switch (block.Kind)
            {
                // The page has the headline above everything.
                case BlockKind.Headline or BlockKind.Note or BlockKind.Contributor or BlockKind.Related or BlockKind.Furniture:
                    break;
                case BlockKind.Heading:
                    while (levels.TryPeek(out var level) && level >= block.Level)
                        levels.Pop();
                    levels.Push(block.Level);
                    body.Add(new BlockGroup(BlockKind.Heading, [block], Math.Min(6, 1 + levels.Count)));
                    break;
                case BlockKind.List when last?.Kind == BlockKind.List:
                case BlockKind.Quote when last?.Kind == BlockKind.Quote:
                case BlockKind.Credit when last?.Kind is BlockKind.Caption or BlockKind.Credit:
                    body[^1] = last with { Blocks = [.. last.Blocks, block] };
                    break;
                case BlockKind.Paragraph when last?.Kind == BlockKind.Dateline && !text.AsSpan(last.End, block.Start - last.End).Contains('\n'):
                    body[^1] = new BlockGroup(BlockKind.Paragraph, [.. last.Blocks, block]);
                    break;
                default:
                    body.Add(new BlockGroup(block.Kind, [block]));
                    break;
            }
        }
        return new ArticleLayout
        {
            Body = body,
            Notes = Of(BlockKind.Note),
            Contributors = Of(BlockKind.Contributor),
            Related = Of(BlockKind.Related),
            Furniture = Of(BlockKind.Furniture),
        };

        List<Block> Of(BlockKind kind) => [.. blocks.Where(b => b.Kind == kind)];
    }
}
