namespace NewsCorpus.Articles;

/// <summary>What one article is to another.</summary>
public enum CopyKind
{
    /// <summary>The same normalised text.</summary>
    Exact = 0,

    /// <summary>The same article with edits.</summary>
    Near = 1,

    /// <summary>The article is a part of the other.</summary>
    Excerpt = 2,

    /// <summary>The other is a part of the article.</summary>
    ExcerptedBy = 3,
}

/// <summary>Two articles of which one is a copy or a part of the other. One row a pair.</summary>
public sealed class CopyLink
{
    /// <summary>The article that was compared.</summary>
    public long ArticleId { get; init; }

    /// <summary>The article that it was compared with.</summary>
    public long OtherId { get; init; }

    /// <summary>What the first is to the second.</summary>
    public CopyKind Kind { get; init; }

    /// <summary>Jaccard similarity of the two sets of shingles, 0 to 1: exact, not estimated.</summary>
    public double Similarity { get; init; }

    /// <summary>Share of the shorter article's words that stand in the longer one, 0 to 1.</summary>
    public double Containment { get; init; }

    /// <summary>Whether the pair holds a story together. An excerpt from the midst of a digest, or one of an article that has nearer copies, does not.</summary>
    public bool Groups { get; init; }

    /// <summary>What the second is to the first.</summary>
    public CopyKind KindOfOther => Kind switch
    {
        CopyKind.Excerpt => CopyKind.ExcerptedBy,
        CopyKind.ExcerptedBy => CopyKind.Excerpt,
        _ => Kind,
    };
}
