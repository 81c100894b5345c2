using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>An article as a preview would leave it, with what decides of whom it is a copy. Only of articles for which that changes.</summary>
public sealed record PreviewedArticle
{
    /// <summary>Null for one that would be new: its number will be another's.</summary>
    public required long? Id { get; init; }

    /// <inheritdoc cref="SourceFile.Path"/>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>The title that the rules read, which copies are compared by.</summary>
    public required string RulesTitle { get; init; }

    /// <summary>Null where the outlet is not known, or would be new.</summary>
    public required int? OutletId { get; init; }

    public required string? Outlet { get; init; }

    public required ArticleState State { get; init; }

    /// <summary>Null where the words are those stored.</summary>
    public required ArticleContent? Content { get; init; }

    /// <summary>Null where it is the one stored.</summary>
    public required byte[]? Fingerprint { get; init; }
}
