using NewsCorpus.Articles;

namespace NewsCorpus.Search;

/// <summary>An article with all that a list to take away, a feed or a citation says of it. Each fact comes with how it is known.</summary>
public sealed record FoundArticle
{
    public required long Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>Revision of the corpus that last changed the article.</summary>
    public required long Revision { get; init; }

    public required string Title { get; init; }

    public FactKind TitleKind { get; init; }

    /// <summary>Null where undated; an estimate never stands here.</summary>
    public ArticleDate? Date { get; init; }

    public FactKind DateKind { get; init; }

    /// <summary>When an undated article was probably published, or null.</summary>
    public DateEstimate? DateEstimate { get; init; }

    public NamedRef? Outlet { get; init; }

    public FactKind OutletKind { get; init; }

    /// <summary>Wire agency whose copy it is, apart from the outlet that printed it; null where none is credited.</summary>
    public string? Agency { get; init; }

    /// <summary>Who wrote it, in the order of the article.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>People who appear, most mentioned first.</summary>
    public IReadOnlyList<NamedRef> People { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>ISO 639-1 code, or null.</summary>
    public string? Language { get; init; }

    public FactKind LanguageKind { get; init; }

    /// <summary>Words of the body.</summary>
    public int Words { get; init; }

    /// <summary>Address of the original, or null.</summary>
    public string? Link { get; init; }

    public string? Summary { get; init; }

    /// <summary>Path of the file that it came from.</summary>
    public required string File { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Other articles of its story among the results.</summary>
    public int Copies { get; init; }

    /// <summary>The whole text; null where it was not asked for.</summary>
    public string? Text { get; init; }
}
