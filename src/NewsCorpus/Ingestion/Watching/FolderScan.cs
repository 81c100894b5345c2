using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Watching;

/// <summary>Tells what of a watched folder a run would find something new in, so that no run is made that would find nothing.</summary>
internal sealed class FolderScan(SourceFiles files, IOptions<NewsCorpusOptions> options)
{
    private const int LookupSize = 256;
    private const int MostRemembered = 10_000;

    /// <summary>Files as they were when a run was queued for them, or touched files that have the bytes they had.</summary>
    private readonly Dictionary<string, (long Size, DateTime Modified)> _asBefore = new(StringComparer.Ordinal);

    /// <summary>Notices every file that is not as it was when it was last read, and every known one that is gone.</summary>
    public async Task ScanAsync(WatchedFolder folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder.Root.Location) && !File.Exists(folder.Root.Location))
            return;
        foreach (var chunk in SourceFolder.Files(folder.Root).Chunk(LookupSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var seen = await files.SeenAsync([.. chunk.Select(e => e.Location)], cancellation);
            foreach (var entry in chunk)
            {
                var file = new FileInfo(entry.Location);
                if (file.Exists && (!seen.TryGetValue(entry.Location, out var known) || !IsAsSeen(file, known)) && !IsAsBefore(file))
                    folder.Notice(entry.Location);
            }
        }
        await foreach (var file in files.BelowAsync(folder.Root.Location, null, cancellation))
            if (!file.IsMissing && !SourceFile.IsOnDisk(file.Location))
                folder.Notice(DiskPathOf(file.Location));
    }

    /// <summary>Whether a run would do anything with a file that is there.</summary>
    public async Task<bool> IsNewsAsync(string path, CancellationToken cancellation)
    {
        var file = new FileInfo(path);
        if (!file.Exists || IsAsBefore(file))
            return false;
        var seen = (await files.SeenAsync([path], cancellation)).GetValueOrDefault(path);
        if (seen is not null ? IsAsSeen(file, seen) || await HasBytesAsync(file, seen, cancellation) : await files.WasReadAtAsync(path, new DateTimeOffset(file.LastWriteTimeUtc), cancellation) == true)
        {
            Remember(path);
            return false;
        }
        return true;
    }

    /// <summary>Passes over the file from now on, until it changes.</summary>
    public void Remember(string path)
    {
        var file = new FileInfo(path);
        if (_asBefore.Count >= MostRemembered)
            _asBefore.Clear();
        if (file.Exists)
            _asBefore[path] = (file.Length, file.LastWriteTimeUtc);
    }

    /// <summary>Looks at every file again: a run did not come to its end.</summary>
    public void Forget() => _asBefore.Clear();

    /// <summary>Whether a run would have to mark anything at or below a path that is gone.</summary>
    public async Task<bool> IsLossAsync(string path, CancellationToken cancellation)
    {
        await foreach (var file in files.BelowAsync(path, null, cancellation))
            if (!file.IsMissing)
                return true;
        return false;
    }

    /// <summary>The row of a file that was not taken the last time may still have the size of its last good reading.</summary>
    private static bool IsAsSeen(FileInfo file, SourceFile seen) =>
        (seen.Size == file.Length || seen.Outcome is Outcome.Rejected or Outcome.Skipped or Outcome.Duplicate) && seen.ModifiedAt == new DateTimeOffset(file.LastWriteTimeUtc) && !seen.IsMissing;

    private bool IsAsBefore(FileInfo file) => _asBefore.TryGetValue(file.FullName, out var before) && before == (file.Length, file.LastWriteTimeUtc);

    private async Task<bool> HasBytesAsync(FileInfo file, SourceFile seen, CancellationToken cancellation)
    {
        if (file.Length == 0 || file.Length != seen.Size || file.Length > options.Value.MaxFileBytes || seen.IsMissing || (seen.Format.Length > 0 && seen.ReaderVersion != ArticleReaders.VersionOf(seen.Format)))
            return false;
        try
        {
            await using var bytes = file.OpenRead();
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation)) == seen.Sha256;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The run tells why it cannot be read.
            return false;
        }
    }

    /// <summary>A location in an archive that is gone, as the path of the archive.</summary>
    private static string DiskPathOf(string location) => location.IndexOf(SourceFile.ArchiveSeparator, StringComparison.Ordinal) is > 0 and var end ? location[..end] : location;
}
