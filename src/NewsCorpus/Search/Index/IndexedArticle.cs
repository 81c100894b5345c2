using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>What the index takes of one article, as read from the database.</summary>
internal sealed record IndexedArticle
{
    public required long Id { get; init; }

    public required long Revision { get; init; }

    public required string Title { get; init; }

    public ArticleDate? Date { get; init; }

    /// <summary>The middle of the window in which an undated article was probably published; null for a dated one, and where nothing is estimated.</summary>
    public DateOnly? EstimatedDay { get; init; }

    public int OutletId { get; init; }

    public string? OutletName { get; init; }

    public string? Agency { get; init; }

    /// <summary>The story that it shares with its copies; null where it has none.</summary>
    public long? StoryId { get; init; }

    public string? Language { get; init; }

    /// <summary>Authors.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    public FactKind DateKind { get; init; }

    /// <summary>Path of the file, with forward slashes.</summary>
    public string File { get; init; } = "";

    public int WordCount { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>People mentioned or quoted, each once.</summary>
    public required IReadOnlyList<(int Id, string Name)> People { get; init; }

    public required IReadOnlyList<(int Id, string Name)> Tags { get; init; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<IndexedQuotation> Quotations { get; init; } = [];

    /// <summary>People who say something, each once.</summary>
    public IReadOnlyList<int> Speakers => [.. Quotations.Where(q => q.SpeakerId != 0).Select(q => q.SpeakerId).Distinct().Order()];
}

/// <param name="Start">Offset into the text.</param>
/// <param name="SpeakerId">The person who speaks, 0 where nobody known does.</param>
/// <param name="SpeakerName">Name of that person, or null.</param>
/// <param name="SpeakerText">The words of the article that name the speaker, or null.</param>
internal sealed record IndexedQuotation(int Start, int End, int SpeakerId, string? SpeakerName, string? SpeakerText, bool IsDirect);
