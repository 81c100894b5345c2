using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Tells captions, credits, datelines, bylines and all that stands around the words of an article from those words.</summary>
internal static class BlockClassifier
{
    /// <summary>In the order in which they are asked; the first that says something decides. What is recognised by fixed words stands before what is recognised by its form.</summary>
    public static IReadOnlyList<BlockRule> Rules { get; } =
    [
        new("editor's note or correction", NoteRule.Read),
        new("furniture", FurnitureRule.Read),
        new("contributor line", ContributorRule.Read),
        new("standfirst", StandfirstRule.Read),
        new("byline", BylineRule.Read),
        new("caption and credit", CaptionRule.Read),
        new("related link", RelatedRule.Read),
        new("pull-quote", PullQuoteRule.Read),
        new("heading in capitals", CapitalsRule.Read),
        new("heading between paragraphs", HeadingRule.Read),
        new("dateline", DatelineRule.Read),
    ];

    /// <summary>The blocks with their pieces, in order.</summary>
    public static List<(RawBlock Block, Piece[] Pieces)> Classify(IReadOnlyList<RawBlock> blocks)
    {
        blocks = SplitGluedLines(blocks);
        var shouted = IsShouted(blocks);
        var result = new List<(RawBlock, Piece[])>(blocks.Count);
        var bodySeen = 0;
        BlockKind? previous = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var pieces = Read(new BlockPlace(blocks, i, bodySeen, previous, shouted));
            result.Add((blocks[i], pieces));
            previous = pieces[^1].Kind;
            if (previous is BlockKind.Paragraph or BlockKind.Quote && Prose.EndsSentence(blocks[i].Text))
                bodySeen++;
        }
        return result;
    }

    private static Piece[] Read(BlockPlace place)
    {
        foreach (var rule in Rules)
            if (rule.Read(place) is { } pieces)
                return pieces;
        return place.Whole(place.Block.Kind);
    }

    /// <summary>A byline or a caption with its credit can share a paragraph with the text below it; only a line break tells them apart.</summary>
    private static List<RawBlock> SplitGluedLines(IReadOnlyList<RawBlock> blocks)
    {
        var result = new List<RawBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            var start = 0;
            for (var at = block.Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = block.Text.IndexOf('\n', at + 1))
            {
                var line = block.Text.AsSpan(start, at - start);
                if (!BylineRule.IsByline(line) && CreditLine.Find(line) is not { IsPhoto: true })
                    continue;
                if (block.Slice(start, at) is { } part)
                    result.Add(part);
                start = at + 1;
            }
            if (block.Slice(start, block.Text.Length) is { } rest)
                result.Add(rest);
        }
        return result;
    }

    private static bool IsShouted(IReadOnlyList<RawBlock> blocks)
    {
        int capitals = 0, all = 0;
        foreach (var block in blocks)
        {
            all += block.Text.Length;
            capitals += Prose.IsCapitals(block.Text) ? block.Text.Length : 0;
        }
        return capitals * 2 > all;
    }
}
