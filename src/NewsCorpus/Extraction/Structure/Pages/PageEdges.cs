using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure.Pages;

/// <summary>Takes the site's small print off both ends of a page's article: what stands above its heading, the lines of date, section and buttons below, and headings at the end that head nothing.</summary>
internal static class PageEdges
{
    private const int MinProse = 80;
    private const int MaxLine = 60;

    public static List<RawBlock> Trim(List<RawBlock> blocks)
    {
        var prose = blocks.FindIndex(IsProse);
        if (prose < 0)
            return blocks;
        var heading = blocks.FindIndex(0, prose, b => b is { Kind: BlockKind.Heading, Level: 1 });
        for (var i = 0; i < prose; i++)
            if (blocks[i].Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Heading && i != heading && (i < heading || IsLine(blocks[i])))
                blocks[i] = blocks[i] with { Kind = BlockKind.Furniture, Level = 0 };
        for (var i = blocks.Count - 1; i >= 0 && (blocks[i].Kind is BlockKind.Heading or >= BlockKind.Caption); i--)
            if (blocks[i].Kind == BlockKind.Heading && i != heading)
                blocks[i] = blocks[i] with { Kind = BlockKind.Related, Level = 0 };
        return blocks;
    }

    private static bool IsProse(RawBlock block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Quote && (block.Text.Length >= MinProse || (block.Text.Length > MaxLine / 2 && Prose.EndsSentence(block.Text)));

    /// <summary>A few words that are neither a sentence nor told to be anything by the rules for all texts: a date, a section, an author without "By".</summary>
    private static bool IsLine(RawBlock block) =>
        block.Kind != BlockKind.Heading && block.Text.Length <= MaxLine && !Prose.EndsSentence(block.Text) && !BylineRule.IsByline(block.Text) && !DatelineRule.IsAlone(block.Text) && CreditLine.Find(block.Text) is null;
}
