namespace NewsCorpus.Articles;

/// <summary>What is kept of an article's words to find its copies; apart from <see cref="Article"/> so that lists never load it.</summary>
public sealed class ArticleFingerprint
{
    public long ArticleId { get; init; }

    /// <summary>As the rules of extraction wrote it; some 400 bytes.</summary>
    public required byte[] Bytes { get; set; }
}
