using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>What the store already knows of a file.</summary>
/// <param name="ArticleId">Its first article, or null.</param>
public sealed record KnownFile(string Sha256, string Format, int ReaderVersion, Outcome Outcome, long? ArticleId);

/// <summary>Files that a run did not find any more.</summary>
/// <param name="Some">Paths of the first few.</param>
public sealed record MissingFiles(int Count, IReadOnlyList<string> Some);

/// <summary>What the database knows of files on disk, asked for by folder or by location. Nothing here holds all files of a corpus in memory.</summary>
public sealed class SourceFiles(IDbContextFactory<CorpusDbContext> contexts)
{
    private const int Portion = 500;
    private const int Named = 5;

    public async Task<Dictionary<string, KnownFile>> KnownAsync(IReadOnlyList<string> locations, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.SourceFiles
            .Where(f => locations.Contains(f.Location))
            .Select(f => new { f.Location, f.Sha256, f.Format, f.ReaderVersion, f.Outcome, Article = db.Articles.Where(a => a.SourceFileId == f.Id).Min(a => (long?)a.Id) })
            .ToDictionaryAsync(f => f.Location, f => new KnownFile(f.Sha256, f.Format, f.ReaderVersion, f.Outcome, f.Article), StringComparer.Ordinal, cancellation);
    }

    /// <summary>The rows of files by their locations, as they were when last read.</summary>
    public async Task<Dictionary<string, SourceFile>> SeenAsync(IReadOnlyList<string> locations, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.SourceFiles.AsNoTracking().Where(f => locations.Contains(f.Location)).ToDictionaryAsync(f => f.Location, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Whether any file of an archive was read from it when it had this time of change.</summary>
    public async Task<bool> AnyReadAtAsync(string archive, DateTimeOffset modified, CancellationToken cancellation)
    {
        await foreach (var file in BelowAsync(archive, null, cancellation))
            if (file.ModifiedAt == modified && !file.IsMissing)
                return true;
        return false;
    }

    /// <summary>Whether anything at or below a path was ever seen.</summary>
    public async Task<bool> AnyAsync(string root, CancellationToken cancellation)
    {
        await foreach (var _ in BelowAsync(root, null, cancellation))
            return true;
        return false;
    }

    /// <summary>Archives below a path that hold rejected files, or were rejected themselves.</summary>
    public async Task<HashSet<string>> RejectedArchivesAsync(string root, CancellationToken cancellation)
    {
        var archives = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var file in BelowAsync(root, null, cancellation))
            if (file.Outcome == Outcome.Rejected && file.Location.Contains(SourceFile.ArchiveSeparator, StringComparison.Ordinal) && SourceFile.DiskPath(file.Location) is { } archive)
                archives.Add(archive);
        return archives;
    }

    /// <summary>Marks the files at or below a path that are no longer there, and those that came back. Their articles stay. Returns those newly missing.</summary>
    /// <param name="preview">Given to find them out only; a file that the preview would have moved is not missing.</param>
    public async Task<MissingFiles> MarkMissingAsync(string root, PreviewLedger? preview, CancellationToken cancellation)
    {
        var (count, some, changed) = (0, new List<string>(), new List<long>());
        await foreach (var file in BelowAsync(root, null, cancellation))
        {
            var missing = !SourceFile.IsOnDisk(file.Location);
            if (missing == file.IsMissing || (preview is not null && await preview.HasMovedAsync(file, cancellation)))
                continue;
            if (missing && ++count <= Named)
                some.Add(file.Path);
            changed.Add(file.Id);
            if (changed.Count == Portion)
                await FlipAsync();
        }
        await FlipAsync();
        return new MissingFiles(count, some);

        async Task FlipAsync()
        {
            if (preview is null && changed.Count > 0)
            {
                await using var db = await contexts.CreateDbContextAsync(cancellation);
                await db.SourceFiles.Where(f => changed.Contains(f.Id)).ExecuteUpdateAsync(s => s.SetProperty(f => f.IsMissing, f => !f.IsMissing), cancellation);
            }
            changed.Clear();
        }
    }

    /// <summary>Files at or below a path, in the order of their locations.</summary>
    /// <param name="after">Location behind which to begin, or null.</param>
    public async IAsyncEnumerable<SourceFile> BelowAsync(string root, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Every location that begins with the root, be it a folder, an archive or the file itself; a sibling whose name only begins the same is sorted out below.
        var end = root + '\uFFFF';
        after ??= "";
        while (true)
        {
            List<SourceFile> portion;
            await using (var db = await contexts.CreateDbContextAsync(cancellation))
                portion = await db.SourceFiles.AsNoTracking()
                    .Where(f => f.Location.CompareTo(root) >= 0 && f.Location.CompareTo(end) < 0 && f.Location.CompareTo(after) > 0)
                    .OrderBy(f => f.Location).Take(Portion).ToListAsync(cancellation);
            foreach (var file in portion)
                if (IsBelow(file.Location, root))
                    yield return file;
            if (portion.Count < Portion)
                yield break;
            after = portion[^1].Location;
        }
    }

    /// <summary>Whether the articles of any file were made by another version of reader and rules than the present one.</summary>
    public async Task<bool> AnyOlderAsync(Func<string, int> versionOf, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var versions = await db.SourceFiles
            .Where(f => f.Format != "" && f.Outcome != Outcome.Duplicate && f.Outcome != Outcome.Skipped)
            .Select(f => new { f.Format, f.ReaderVersion }).Distinct().ToListAsync(cancellation);
        return versions.Exists(v => v.ReaderVersion != versionOf(v.Format));
    }

    /// <summary>Takes back that an archive as a whole could not be opened, once it could: what is to be said now is said of the files in it.</summary>
    public async Task ForgetFaultAsync(string archive, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.SourceFiles.Where(f => f.Location == archive && f.Outcome == Outcome.Rejected && !db.Articles.Any(a => a.SourceFileId == f.Id)).ExecuteDeleteAsync(cancellation);
    }

    private static bool IsBelow(string location, string root) =>
        location.Length == root.Length
        || Path.EndsInDirectorySeparator(root)
        || location[root.Length] == Path.DirectorySeparatorChar
        || location.AsSpan(root.Length).StartsWith(SourceFile.ArchiveSeparator, StringComparison.Ordinal);

    /// <summary>The kept bytes of a file, or null.</summary>
    public async Task<Original?> OriginalAsync(string sha256, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Originals.AsNoTracking().SingleOrDefaultAsync(o => o.Sha256 == sha256, cancellation);
    }
}
