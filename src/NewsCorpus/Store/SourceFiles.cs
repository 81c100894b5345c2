using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>What the store already knows of a file.</summary>
/// <param name="Size">Bytes, when it was last read.</param>
/// <param name="ModifiedAt">Its time of change then.</param>
/// <param name="ArticleId">Its first article, or null.</param>
public sealed record KnownFile(string Sha256, string Format, int ReaderVersion, long Size, DateTimeOffset ModifiedAt, Outcome Outcome, long? ArticleId);

/// <summary>Files that a run did not find any more.</summary>
/// <param name="Some">Paths of the first few.</param>
public sealed record MissingFiles(int Count, IReadOnlyList<string> Some);

/// <summary>Files of an archive, by their ids, that are in it no longer, and that are in it again.</summary>
public sealed record ChangedEntries(IReadOnlyList<long> Vanished, IReadOnlyList<long> Returned);

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
            .Select(f => new { f.Location, f.Sha256, f.Format, f.ReaderVersion, f.Size, f.ModifiedAt, f.Outcome, Article = db.Articles.Where(a => a.SourceFileId == f.Id).Min(a => (long?)a.Id) })
            .ToDictionaryAsync(f => f.Location, f => new KnownFile(f.Sha256, f.Format, f.ReaderVersion, f.Size, f.ModifiedAt, f.Outcome, f.Article), StringComparer.Ordinal, cancellation);
    }

    /// <summary>The rows of files by their locations, as they were when last read.</summary>
    public async Task<Dictionary<string, SourceFile>> SeenAsync(IReadOnlyList<string> locations, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.SourceFiles.AsNoTracking().Where(f => locations.Contains(f.Location)).ToDictionaryAsync(f => f.Location, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Whether any file of an archive was read from it when it had this time of change; null where none was ever read from it.</summary>
    public async Task<bool?> WasReadAtAsync(string archive, DateTimeOffset modified, CancellationToken cancellation)
    {
        var (first, end) = Inside(archive);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var files = db.SourceFiles.Where(f => f.Location.CompareTo(first) >= 0 && f.Location.CompareTo(end) < 0);
        return await files.AnyAsync(cancellation) ? await files.AnyAsync(f => f.ModifiedAt == modified && !f.IsMissing, cancellation) : null;
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

    /// <summary>
    /// Marks the files at or below a path that are no longer there, and those that came back. Their articles stay. Returns those newly missing. What is in an archive that is there, whoever goes through it marks
    /// (<see cref="MarkEntriesAsync"/>).
    /// </summary>
    /// <param name="isArchive">Whether the file at a path is an archive still; asked once for the files of one.</param>
    /// <param name="preview">Given to find them out only; a file that the preview would have moved is not missing.</param>
    public async Task<MissingFiles> MarkMissingAsync(string root, Func<string, bool> isArchive, PreviewLedger? preview, CancellationToken cancellation)
    {
        var (count, some, changed) = (0, new List<string>(), new List<long>());
        var (archive, isStill) = ("", true);
        await foreach (var file in BelowAsync(root, null, cancellation))
        {
            var missing = file.IsMissing;
            if (SourceFile.DiskPath(file.Location) is not { } disk)
                missing = true;
            else if (disk == file.Location)
                missing = false;
            else if (!missing)
            {
                if (archive != disk)
                    (archive, isStill) = (disk, isArchive(disk));
                missing = !isStill;
            }
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

    /// <summary>
    /// Marks the files of an archive that it no longer holds, and those that came back into it, and dates the ones that it holds. Returns both. May be called while others of its files are stored:
    /// one that is given another place meanwhile is left alone.
    /// </summary>
    /// <param name="holds">Whether the archive holds a file now; null where nobody can tell.</param>
    /// <param name="modified">The archive's time of change, once all in it was read; null before.</param>
    public async Task<ChangedEntries> MarkEntriesAsync(string archive, Func<string, bool?> holds, DateTimeOffset? modified, PreviewLedger? preview, CancellationToken cancellation)
    {
        var (vanished, returned) = (new List<SourceFile>(), new List<SourceFile>());
        var dated = new List<long>();
        await foreach (var file in BelowAsync(archive, null, cancellation))
        {
            if (file.Location == archive || holds(file.Location) is not { } isHeld)
                continue;
            if (isHeld == file.IsMissing)
                (isHeld ? returned : vanished).Add(file);
            if (isHeld && modified is not null && file.ModifiedAt != modified)
                dated.Add(file.Id);
            file.IsMissing = !isHeld;
        }
        if (preview is not null)
            await preview.MarkAsync([.. vanished, .. returned], cancellation);
        else
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            foreach (var portion in vanished.Concat(returned).Select(f => f.Location).Chunk(Portion))
                await db.SourceFiles.Where(f => portion.Contains(f.Location)).ExecuteUpdateAsync(s => s.SetProperty(f => f.IsMissing, f => !f.IsMissing), cancellation);
            foreach (var ids in dated.Chunk(Portion))
                await db.SourceFiles.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(s => s.SetProperty(f => f.ModifiedAt, modified!.Value), cancellation);
        }
        return new ChangedEntries(vanished.ConvertAll(f => f.Id), returned.ConvertAll(f => f.Id));
    }

    /// <summary>Of files that vanished from their archives during a run, those that have not turned up elsewhere since.</summary>
    public async Task<MissingFiles> StillMissingAsync(IReadOnlyCollection<long> vanished, PreviewLedger? preview, CancellationToken cancellation)
    {
        var (count, some) = (0, new List<string>());
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var ids in vanished.Chunk(Portion))
            foreach (var file in await db.SourceFiles.AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Location).ToListAsync(cancellation))
            {
                // One whose articles a duplicate has taken over has turned up there.
                var isMissing = preview is null ? file is { IsMissing: true, Outcome: not Outcome.Duplicate } : !await preview.HasMovedAsync(file, cancellation);
                if (isMissing && ++count <= Named)
                    some.Add(file.Path);
            }
        return new MissingFiles(count, some);
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

    /// <summary>Between which locations those of an archive's files lie: the first one included, the end not ("0" comes next after "/").</summary>
    internal static (string First, string End) Inside(string archive) => (archive + SourceFile.ArchiveSeparator, archive + "!0");

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
