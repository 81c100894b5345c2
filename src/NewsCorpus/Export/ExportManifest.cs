using System.Text.Json;
using NewsCorpus.Search;

namespace NewsCorpus.Export;

/// <summary>Where an exported file comes from: enough to make it again, and to see what has changed since.</summary>
public sealed record ExportManifest
{
    public string MadeBy { get; } = "NewsCorpus";

    /// <summary>When the search was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    public required string Format { get; init; }

    public required bool WithText { get; init; }

    /// <summary>The query as typed, "" for all articles.</summary>
    public required string Query { get; init; }

    /// <summary>The query as it was read.</summary>
    public required string Reading { get; init; }

    public required IReadOnlyList<FilterInForce> Filters { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Only articles that a later revision brought or changed; null for all.</summary>
    public long? Since { get; init; }

    public required UndatedMode Undated { get; init; }

    public required EstimatesMode Estimates { get; init; }

    public required CopiesMode Copies { get; init; }

    public required SortOrder Sort { get; init; }

    /// <summary>Address of the same search.</summary>
    public required string Search { get; init; }

    /// <summary>Id of the corpus.</summary>
    public required Guid Corpus { get; init; }

    /// <summary>Last revision of the corpus that the index held.</summary>
    public required long Revision { get; init; }

    /// <summary>Address of a receipt of the same search at the same revision; null where nobody has made one.</summary>
    public string? Receipt { get; init; }

    /// <summary>Results: stories, or articles where copies are not grouped.</summary>
    public required int Total { get; init; }

    /// <summary>Results with each copy counted.</summary>
    public required int TotalCopies { get; init; }

    /// <summary>Articles in the file; null before it is written.</summary>
    public int? Written { get; init; }

    /// <summary>Of <see cref="Written"/>, those that changed after <see cref="Revision"/>: they stand as they are now.</summary>
    public int? ChangedSince { get; init; }

    /// <summary>Results that were set aside before they could be written.</summary>
    public int? Gone { get; init; }

    public override string ToString() => JsonSerializer.Serialize(this, ExportJson.Indented);
}
