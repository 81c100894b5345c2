namespace NewsCorpus.Articles;

/// <summary>A file that ingestion has seen. Its identity is its content; the path says where it was last found.</summary>
public sealed class SourceFile
{
    public long Id { get; init; }

    /// <summary>Absolute path by which the file is found again, whatever folder a run is pointed at.</summary>
    public required string Location { get; set; }

    /// <summary>Path to show: below the folder that the first run over it was pointed at, with forward slashes.</summary>
    public required string Path { get; set; }

    /// <summary>Stands between an archive and a path in it.</summary>
    public const string ArchiveSeparator = "!/";

    /// <summary>Whether the file, or the archive that it lies in, is on disk now.</summary>
    public static bool IsOnDisk(string location) =>
        File.Exists(location) || (location.IndexOf(ArchiveSeparator, StringComparison.Ordinal) is > 0 and var end && File.Exists(location[..end]));

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Name of the reader, e.g. "front-matter".</summary>
    public required string Format { get; set; }

    /// <summary>Version of reader and rules that the stored articles were made with.</summary>
    public int ReaderVersion { get; set; }

    public Outcome Outcome { get; set; }

    public string? Reason { get; set; }

    public long RunId { get; set; }

    public DateTimeOffset IngestedAt { get; set; }

    /// <summary>Set while the last run over its folder did not find the file; its articles stay.</summary>
    public bool IsMissing { get; set; }
}
