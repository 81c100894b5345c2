namespace NewsCorpus.Search.Receipts;

/// <summary>What a receipt states of its search and of the corpus in which it was made.</summary>
public sealed record ReceiptHead
{
    /// <summary>The form of receipts that this program writes.</summary>
    public const int CurrentForm = 1;

    /// <summary>Version of this form.</summary>
    public int Receipt { get; init; } = CurrentForm;

    /// <summary>Its number in the corpus in which it was made.</summary>
    public required long Id { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public string MadeBy { get; init; } = "NewsCorpus";

    /// <summary>Name of who made it.</summary>
    public required string By { get; init; }

    public string? Note { get; init; }

    /// <summary>Id of the corpus: article ids are its own.</summary>
    public required Guid Corpus { get; init; }

    /// <summary>Last revision of the corpus that the index held: no later change was seen by the search.</summary>
    public required long Revision { get; init; }

    /// <summary>Largest id of an article and of a run then: what has a larger one came later.</summary>
    public required long LastArticle { get; init; }

    public required long LastRun { get; init; }

    /// <summary>Version of the index: another one may read words otherwise.</summary>
    public required int IndexFormat { get; init; }

    /// <summary>The query as typed, "" for all articles.</summary>
    public required string Query { get; init; }

    /// <summary>The query as it was read, in the query language's canonical form.</summary>
    public required string Reading { get; init; }

    /// <summary>The same in plain words.</summary>
    public required string Words { get; init; }

    public required IReadOnlyList<FilterInForce> Filters { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public long? Since { get; init; }

    public required UndatedMode Undated { get; init; }

    public required EstimatesMode Estimates { get; init; }

    public required CopiesMode Copies { get; init; }

    public required SortOrder Sort { get; init; }

    /// <summary>Address of the search.</summary>
    public required string Search { get; init; }

    /// <summary>Results: stories, or articles where copies are not grouped.</summary>
    public required int Total { get; init; }

    /// <summary>Articles, each copy counted: as many as are listed.</summary>
    public required int TotalCopies { get; init; }
}

/// <summary>One article of a receipt as it was then.</summary>
public sealed record ReceiptArticle
{
    public required long Id { get; init; }

    /// <summary>Revision of the corpus that had last changed it.</summary>
    public required long Revision { get; init; }

    /// <summary>SHA-256 of the normalised text, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Title { get; init; }

    /// <summary>ISO 8601 as far as known; null where undated.</summary>
    public string? Date { get; init; }

    /// <summary>The window in which an undated article was probably published, "2026-01-03/2026-01-20"; null where nothing was estimated.</summary>
    public string? Estimate { get; init; }

    public int? OutletId { get; init; }

    public string? Outlet { get; init; }

    /// <summary>The story that it shared with its copies; null where it had none.</summary>
    public long? Story { get; init; }
}
