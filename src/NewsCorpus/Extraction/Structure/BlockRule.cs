using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>A stretch of a block and what it is.</summary>
internal readonly record struct Piece(BlockKind Kind, int Start, int End);

/// <summary>A block among the others, as a rule sees it.</summary>
/// <param name="BodySeen">How many paragraphs of whole sentences stand before it.</param>
/// <param name="Previous">What the block before it was read as; null at the start.</param>
/// <param name="IsShouted">True where most of the article is in capitals, so that capitals mean nothing.</param>
internal readonly record struct BlockPlace(IReadOnlyList<RawBlock> All, int Index, int BodySeen, BlockKind? Previous, bool IsShouted)
{
    public RawBlock Block => All[Index];

    public string Text => All[Index].Text;

    /// <summary>Blocks behind this one.</summary>
    public int FromEnd => All.Count - 1 - Index;

    public bool IsNearEnd => FromEnd < 8 && (BodySeen > 0 || FromEnd == 0);

    public Piece[] Whole(BlockKind kind) => [new Piece(kind, 0, Text.Length)];
}

/// <summary>Reads the pieces of a block, in order and without overlap; null where the rule has nothing to say.</summary>
/// <param name="Name">For messages and tests.</param>
internal sealed record BlockRule(string Name, Func<BlockPlace, Piece[]?> Read);
