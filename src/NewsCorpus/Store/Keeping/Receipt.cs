namespace NewsCorpus.Store.Keeping;

/// <summary>
/// What a search found at one moment, kept so that it can be judged later. Never changes: the fingerprint covers all of it. When it is deleted, its row stays and says so; the numbers of receipts are never given twice.
/// </summary>
public sealed class Receipt
{
    public const int LongestNote = 2000;

    public long Id { get; init; }

    /// <summary>Id of the account that made or uploaded it, or <see cref="SavedSearch.LocalReader"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>Name of who made it, as the log has it; of one that was uploaded, who did that.</summary>
    public required string By { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was brought in from its file; null for one that was made here.</summary>
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>All that it states of the search, as one JSON value.</summary>
    public required string Head { get; init; }

    /// <summary>Address of the search, as in <see cref="Head"/>.</summary>
    public required string Search { get; init; }

    /// <summary>Last revision of the corpus that the search saw, as in <see cref="Head"/>.</summary>
    public long Revision { get; init; }

    /// <summary>Results: stories, or articles where copies are not grouped.</summary>
    public int Total { get; init; }

    /// <summary>Articles, each copy counted: as many as it lists.</summary>
    public int TotalCopies { get; init; }

    /// <summary>SHA-256, lower-case hex, of the head and of each article in turn; null until all are stored.</summary>
    public string? Fingerprint { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public string? DeletedBy { get; set; }
}

/// <summary>Some of the articles of a receipt, in the order of their ids: JSON, Brotli.</summary>
public sealed class ReceiptPart
{
    public long ReceiptId { get; init; }

    /// <summary>From 0.</summary>
    public int Number { get; init; }

    public long FirstId { get; init; }

    public long LastId { get; init; }

    public required byte[] Bytes { get; init; }
}
