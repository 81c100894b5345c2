using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>An undated article with what the corpus knows about its time.</summary>
public sealed record UndatedArticle
{
    public required long Id { get; init; }

    public required long Revision { get; init; }

    public required ArticleContent Content { get; init; }

    /// <summary>Days of dated articles with exactly its words, in order.</summary>
    public required IReadOnlyList<DateOnly> CopyDays { get; init; }

    /// <summary>People whom it and dated articles name, without those that a great many do.</summary>
    public required IReadOnlyList<SharedPerson> People { get; init; }
}
