using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Store.Backups;

/// <param name="Manifest">What the backup says of itself.</param>
/// <param name="Aside">Folder with what the data folder held before; null where it held no corpus.</param>
public sealed record RestoreReport(BackupManifest Manifest, string? Aside);

/// <summary>Puts a backup in the place of the corpus. All is unpacked beside and checked first; then names are changed. Killed at any moment it leaves the old corpus or the new one.</summary>
public sealed class CorpusRestore(IOptions<NewsCorpusOptions> options, ILogger<CorpusRestore> logger, TimeProvider time)
{
    /// <param name="path">The backup.</param>
    /// <exception cref="EnvironmentProblemException">The backup cannot be used, or the data folder is in use. Nothing was replaced.</exception>
    public async Task<RestoreReport> RestoreAsync(string path, CancellationToken cancellation)
    {
        path = Path.GetFullPath(path);
        using var backup = BackupFile.Open(path);
        var data = options.Value.Data;
        using var restoring = Take(FolderLock.Restoring, "Another restore is at work in");
        using var serving = Take(FolderLock.Serving, "A server is using");
        using var ingesting = Take(FolderLock.Ingesting, "An ingestion is writing into");
        var incoming = Path.Combine(data, RestoreJournal.Incoming);
        InterruptedRestore.Finish(options.Value, logger, incoming);
        try
        {
            DiskSpace.Check(data, backup.Manifest.Entries.Sum(e => e.Size), "the unpacked backup");
            Directory.CreateDirectory(incoming);
            await backup.ExtractAsync(incoming, cancellation);
            await CheckAsync(Path.Combine(incoming, NewsCorpusOptions.DatabaseName), path, backup.Manifest, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return new RestoreReport(backup.Manifest, Replace(path));
        }
        catch (Exception e) when (RestoreJournal.Read(data) is null)
        {
            if (Directory.Exists(incoming))
                Directory.Delete(incoming, recursive: true);
            if (e is IOException or UnauthorizedAccessException)
                throw new EnvironmentProblemException($"The backup could not be unpacked into {data}: {e.Message} Nothing was replaced.", e);
            throw;
        }
    }

    private FolderLock Take(string name, string refusal) => FolderLock.TryTake(options.Value.Data, name)
        ?? throw new EnvironmentProblemException($"{refusal} {options.Value.Data} at this moment ({FolderLock.OwnerOf(options.Value.Data, name)}). Stop it, then restore. Nothing was replaced.");

    private static async Task CheckAsync(string database, string path, BackupManifest manifest, CancellationToken cancellation)
    {
        try
        {
            await using var db = SqliteFile.Open(database);
            await db.Database.OpenConnectionAsync(cancellation);
            var connection = db.Database.GetDbConnection();
            await foreach (var fault in SqliteFile.IntegrityAsync(connection, quick: false, cancellation))
                throw Unusable(fault);
            await foreach (var broken in SqliteFile.BrokenReferencesAsync(connection, cancellation))
                throw Unusable($"a row of {broken.Table} points to one of {broken.Parent} that is not there");
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            if ((await db.Database.GetAppliedMigrationsAsync(cancellation)).FirstOrDefault(m => !known.Contains(m)) is { } newer)
                throw new EnvironmentProblemException($"The backup {path} was made by a newer version of NewsCorpus ({manifest.Program}; it has {newer}). Restore it with that version. Nothing was replaced.");
            if (await db.Info.Select(i => (Guid?)i.CorpusId).SingleOrDefaultAsync(cancellation) != manifest.CorpusId)
                throw Unusable("it is of another corpus than the manifest says");
        }
        catch (SqliteException e)
        {
            throw Unusable(e.Message);
        }

        EnvironmentProblemException Unusable(string why) => new($"The database in the backup {path} cannot be used: {why.TrimEnd('.')}. Nothing was replaced. Take another backup.");
    }

    /// <returns>Where the earlier contents are; null where there were none.</returns>
    private string? Replace(string path)
    {
        SqliteFile.Release(options.Value.Connection);
        var had = File.Exists(options.Value.DatabasePath);
        var aside = "before-restore-" + time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (var n = 2; Directory.Exists(Path.Combine(options.Value.Data, aside)); n++)
            aside = $"{aside.Split('.')[0]}.{n}";
        var journal = new RestoreJournal(path, aside, IsAside: false);
        journal.Write(options.Value.Data);
        journal.Complete(options.Value);
        if (had)
            return Path.Combine(options.Value.Data, aside);
        if (!Directory.EnumerateFileSystemEntries(Path.Combine(options.Value.Data, aside)).Any())
            Directory.Delete(Path.Combine(options.Value.Data, aside));
        return null;
    }
}
