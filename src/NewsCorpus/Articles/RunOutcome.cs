namespace NewsCorpus.Articles;

/// <summary>What became of one file in one run.</summary>
public sealed class RunOutcome
{
    public long Id { get; init; }

    public long RunId { get; init; }

    public required string Path { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why, or a remark; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it; null where there is nothing to do. Every rejected or skipped file has one.</summary>
    public string? Remedy { get; init; }

    /// <summary>Line in the file, from 1, or null.</summary>
    public int? Line { get; init; }

    /// <summary>Byte offset in the file, from 0, or null.</summary>
    public long? Byte { get; init; }

    /// <summary>The file's first article; null where it has none, and in a preview where it would only be made.</summary>
    public long? ArticleId { get; init; }
}

/// <summary>One value of an article that a run changed, or in a preview would change. Kept for the newest runs.</summary>
public sealed class RunChange
{
    public long Id { get; init; }

    public long RunId { get; init; }

    /// <summary>Null for an article that a preview would only make.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Path of the article's file, to show.</summary>
    public required string Path { get; init; }

    /// <summary>The article's title after the change.</summary>
    public required string Title { get; init; }

    /// <summary>"title", "date", "outlet", "people", "tags", "text", "story" or "details".</summary>
    public required string Field { get; init; }

    /// <summary>Null where there was no value.</summary>
    public string? Before { get; init; }

    /// <summary>Null where there is none any more.</summary>
    public string? After { get; init; }

    /// <summary>The rule that says so; where none does alone, whether the file has changed or what reads it.</summary>
    public string? Rule { get; init; }
}
