using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Verification;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Compares the folders that runs have read with what the database says of their files. Reads only. A folder that is gone as a whole is no difference: the originals are kept. In a configured folder
/// files that no run has seen count as well.
/// </summary>
public sealed class FolderVerifier(FileReader reader, IDbContextFactory<CorpusDbContext> contexts, IOptions<NewsCorpusOptions> options)
{
    private const int PageSize = 256;

    private sealed record Known(long Id, string Location, string Sha256, DateTimeOffset ModifiedAt, Outcome Outcome, bool IsMissing)
    {
        public bool IsRead => Outcome is Outcome.Added or Outcome.Updated or Outcome.Unchanged;
    }

    /// <summary>Whether a run is under way: it is just bringing in what differs, and there is nothing to compare.</summary>
    public bool IsRunUnderWay => FolderLock.IsHeld(options.Value.Data, FolderLock.Ingesting);

    /// <returns>Each difference as it is found.</returns>
    public async IAsyncEnumerable<Difference> VerifyAsync(IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var snapshot = await SqliteFile.BeginSnapshotAsync(db, cancellation);
        var roots = await RootsAsync(db, cancellation);
        long total = await db.SourceFiles.CountAsync(cancellation), done = 0;
        foreach (var root in roots)
        {
            foreach (var chunk in SourceFolder.Files(root).Chunk(PageSize))
            {
                var isArchive = chunk.ToLookup(FileReader.IsArchive);
                foreach (var entry in isArchive[true])
                    await foreach (var difference in CompareArchiveAsync(db, entry, cancellation))
                        yield return difference;
                var known = await KnownAsync(db, isArchive[false].Select(e => e.Location), cancellation);
                foreach (var entry in isArchive[false])
                    if (await CompareAsync(entry, known.GetValueOrDefault(entry.Location), cancellation) is { } difference)
                        yield return difference;
                progress?.Report(new VerifyProgress("files on disk", done += chunk.Length, total));
            }
        }
        await foreach (var difference in FindGoneAsync(db, roots, cancellation))
            yield return difference;
    }

    /// <summary>What runs have looked at and is there now.</summary>
    private async Task<IReadOnlyList<SourceRoot>> RootsAsync(CorpusDbContext db, CancellationToken cancellation)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var runs = db.Runs.Where(r => !r.DryRun && r.State != RunState.Queued).Select(r => r.Paths).Distinct().AsAsyncEnumerable();
        await foreach (var run in runs.WithCancellation(cancellation))
            paths.UnionWith(run.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(System.IO.Path.Exists));
        return SourceRoot.Of(paths, options.Value.Corpus, options.Value.Data);
    }

    private static async Task<Dictionary<string, Known>> KnownAsync(CorpusDbContext db, IEnumerable<string> locations, CancellationToken cancellation)
    {
        var asked = locations.ToList();
        return await db.SourceFiles.Where(f => asked.Contains(f.Location))
            .Select(f => new Known(f.Id, f.Location, f.Sha256, f.ModifiedAt, f.Outcome, f.IsMissing))
            .ToDictionaryAsync(f => f.Location, StringComparer.Ordinal, cancellation);
    }

    private async Task<Difference?> CompareAsync(SourceEntry entry, Known? known, CancellationToken cancellation)
    {
        if (entry.Fault is { } fault)
            return new Difference(DifferenceKind.FileUnreadable, entry.Path, $"{entry.Location}: {fault.Message}");
        if (known is null)
            return New(entry.Location);
        if (known.IsMissing)
            return Back(entry.Location);
        try
        {
            if (!known.IsRead)
                return File.GetLastWriteTimeUtc(entry.Location) == known.ModifiedAt.UtcDateTime ? null : Changed(entry.Location);
            await using var file = new FileStream(StableFile.Open(entry.Location), FileAccess.Read);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)) == known.Sha256 ? null : Changed(entry.Location);
        }
        catch (UnsupportedFileException)
        {
            // It had bytes when it was read.
            return Changed(entry.Location);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Gone(entry.Location);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Difference(DifferenceKind.FileUnreadable, entry.Location, $"{entry.Location} cannot be read: {e.Message}");
        }
    }

    private async IAsyncEnumerable<Difference> CompareArchiveAsync(CorpusDbContext db, SourceEntry archive, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var listing = new ArchiveListing(archive);
        foreach (var some in reader.Expand(archive).Select(listing.Note).Chunk(Environment.ProcessorCount * 8))
        {
            var known = await KnownAsync(db, some.Select(d => FileReader.LocationIn(archive, d)), cancellation);
            foreach (var document in some)
            {
                var location = FileReader.LocationIn(archive, document);
                if (!known.TryGetValue(location, out var file))
                {
                    if (New(location) is { } difference)
                        yield return difference;
                }
                else if (file.IsMissing)
                    yield return Back(location);
                else if (document.Fault is null && file.IsRead && Convert.ToHexStringLower(SHA256.HashData(document.Document.Bytes.Span)) != file.Sha256)
                    yield return Changed(location);
            }
        }
        var (first, end) = SourceFiles.Inside(archive.Location);
        var held = db.SourceFiles.Where(f => f.Location.CompareTo(first) >= 0 && f.Location.CompareTo(end) < 0 && !f.IsMissing).OrderBy(f => f.Location).Select(f => f.Location).AsAsyncEnumerable();
        await foreach (var location in held.WithCancellation(cancellation))
            if (listing.Holds(location) == false)
                yield return Gone(location);
    }

    /// <summary>Files that are no longer there and not marked so, below folders that are: the next run over them marks them.</summary>
    private static async IAsyncEnumerable<Difference> FindGoneAsync(CorpusDbContext db, IReadOnlyList<SourceRoot> roots, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var files = db.SourceFiles.Where(f => !f.IsMissing).OrderBy(f => f.Id).Select(f => f.Location).AsAsyncEnumerable();
        await foreach (var location in files.WithCancellation(cancellation))
            if (!SourceFile.IsOnDisk(location) && roots.Any(r => SourceRoot.Contains(r.Location, location)))
                yield return Gone(location);
    }

    /// <summary>Only of the configured corpus does anybody expect that all of it has been read.</summary>
    private Difference? New(string location) => options.Value.Corpus.Any(c => SourceRoot.Contains(System.IO.Path.TrimEndingDirectorySeparator(c), location))
        ? new Difference(DifferenceKind.FileNew, location, $"{location} is new: no run has seen it.")
        : null;

    private static Difference Back(string location) => new(DifferenceKind.FileNew, location, $"{location} was marked as gone and is there again.");

    private static Difference Changed(string location) => new(DifferenceKind.FileChanged, location, $"{location} is not what was ingested: it has changed since.");

    private static Difference Gone(string location) => new(DifferenceKind.FileGone, location, $"{location} is no longer there. Its articles and its original are kept.");
}
