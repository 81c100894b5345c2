namespace NewsCorpus.Store.Copies;

/// <summary>An article whose copies are still to be looked for. Written in the transaction that adds or changes the article, and removed in the one that links it: whatever ends in between, nothing is forgotten.</summary>
public sealed class CopyTask
{
    public long ArticleId { get; init; }

    /// <summary>True where text, outlet or state changed: the article is taken out of its story first, and the story is looked at without it.</summary>
    public bool IsAnew { get; set; }
}
