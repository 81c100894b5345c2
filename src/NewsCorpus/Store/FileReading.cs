using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>One article read from a file.</summary>
/// <param name="EntryKey">Its place in the file, see <see cref="ArticleDraft.EntryKey"/>.</param>
public sealed record EntryReading(string EntryKey, ArticleReading Article);

/// <summary>What ingestion found out about one file, ready to be stored.</summary>
public sealed record FileReading
{
    /// <summary>Absolute path.</summary>
    public required string Location { get; init; }

    /// <summary>Path to show, see <see cref="SourceFile.Path"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex; empty where the file could not be read at all.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Name of the reader; empty where none took the file.</summary>
    public string Format { get; init; } = "";

    public int ReaderVersion { get; init; }

    /// <inheritdoc cref="SourceFile.Charset"/>
    public string? Charset { get; init; }

    /// <inheritdoc cref="SourceFile.Address"/>
    public string? Address { get; init; }

    /// <summary>True where the kept bytes were read because the file is no longer there.</summary>
    public bool IsFromOriginal { get; init; }

    /// <summary>Where a resumed run goes on once this file is stored; null where the run cannot be resumed behind it.</summary>
    public string? Cursor { get; init; }

    /// <summary>The bytes, to be kept; null unless the file was read.</summary>
    public Original? Original { get; init; }

    /// <summary>The articles; empty unless the file was read.</summary>
    public IReadOnlyList<EntryReading> Entries { get; init; } = [];

    /// <summary>First article of a file that is unchanged, or null.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Null where the file was read and the store decides (added, updated, unchanged, duplicate); else skipped, rejected or unchanged.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Why; or remarks on a file that was read.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it; null where there is nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>
    /// Set, and nothing but the hash known, where the file was a duplicate when it was last seen: reads it after all, for when it is none any more. May take long; throws nothing that reading would not.
    /// </summary>
    public Func<FileReading>? ReadAfterAll { get; init; }

    public int? Line { get; init; }

    public long? Byte { get; init; }
}
