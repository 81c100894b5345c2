namespace NewsCorpus.Articles;

/// <summary>
/// A file that ingestion has seen. Its identity is its content; the path says where it was last found. Hash, size and format of one that has articles are those of its last good reading,
/// whatever became of later ones: they name the original that is kept.
/// </summary>
public sealed class SourceFile
{
    public long Id { get; init; }

    /// <summary>Absolute path by which the file is found again, whatever folder a run is pointed at.</summary>
    public required string Location { get; set; }

    /// <summary>Path to show: below the folder that the first run over it was pointed at, with forward slashes.</summary>
    public required string Path { get; set; }

    /// <summary>Stands between an archive and a path in it.</summary>
    public const string ArchiveSeparator = "!/";

    /// <summary>Whether the file, or the archive that it lies in, is on disk now. One that cannot be looked at (a folder closed to this user) counts as there: nobody knows better.</summary>
    public static bool IsOnDisk(string location) => DiskPath(location) is not null;

    /// <summary>The file on disk that is at a location, or the archive that holds it; null where neither is there. A folder's name may end in "!", so each place where an archive could end is tried.</summary>
    public static string? DiskPath(string location)
    {
        if (IsThere(location))
            return location;
        for (var end = location.IndexOf(ArchiveSeparator, StringComparison.Ordinal); end > 0; end = location.IndexOf(ArchiveSeparator, end + 1, StringComparison.Ordinal))
            if (IsThere(location[..end]))
                return location[..end];
        return null;
    }

    /// <summary>Whether the file is where it was last found: on disk, or in an archive on disk that held it when it was last gone through.</summary>
    public bool IsPresent => DiskPath(Location) is { } disk && (disk == Location || !IsMissing);

    private static bool IsThere(string path)
    {
        try
        {
            return !File.GetAttributes(path).HasFlag(FileAttributes.Directory);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

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

    /// <summary>Why the last run did not read it, or a remark on how it did; null where there is nothing to say.</summary>
    public string? Reason { get; set; }

    public long RunId { get; set; }

    public DateTimeOffset IngestedAt { get; set; }

    /// <summary>Set while the last run over its folder or its archive did not find the file; its articles stay.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Character set that was declared outside of the bytes, as a web archive does; kept so that the kept bytes read the same.</summary>
    public string? Charset { get; set; }

    /// <summary>Address that the bytes were fetched from, as a web archive states it; kept for the same reason.</summary>
    public string? Address { get; set; }
}

/// <summary>A state in which a file was read before it changed. Its original is kept like any other.</summary>
public sealed class SourceVersion
{
    public long SourceFileId { get; init; }

    /// <summary>SHA-256 of the bytes of then, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When and by which run that state was read.</summary>
    public DateTimeOffset IngestedAt { get; init; }

    public long RunId { get; init; }
}
