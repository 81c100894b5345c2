namespace NewsCorpus.Ingestion;

/// <summary>The bytes of one file, or of one entry of an archive.</summary>
/// <param name="Path">Path for messages and for the name's ending, forward slashes.</param>
public sealed record SourceDocument(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Character set that was declared outside of the bytes, e.g. by a server; null where none was.</summary>
    public string? Charset { get; init; }

    /// <summary>Address that the bytes were fetched from; null where it is not known.</summary>
    public string? Address { get; init; }

    public IngestionLimits Limits { get; init; } = IngestionLimits.Default;

    /// <summary>How columns and fields of data files are named.</summary>
    public ColumnMap Columns { get; init; } = ColumnMap.Default;
}

/// <summary>A file as text.</summary>
/// <param name="Path">As in <see cref="SourceDocument"/>.</param>
/// <param name="Text">NFC, "\n" line ends, no byte order mark. Its lines are the lines of the file, so a line number counted here is one of the file.</param>
/// <param name="Charset">Name of the character set that the bytes were read as, e.g. "utf-8".</param>
/// <param name="Notes">Remarks for the run's report, e.g. that the character set was guessed. A draft's own notes do not repeat them.</param>
public sealed record DecodedSource(string Path, string Text, string Charset, IReadOnlyList<string> Notes)
{
    /// <summary>The bytes, for formats whose parts have character sets of their own.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    public IngestionLimits Limits { get; init; } = IngestionLimits.Default;

    public ColumnMap Columns { get; init; } = ColumnMap.Default;

    /// <summary>Ending of the path, lower case with its dot; "" where there is none.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();
}
