using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Store.Backups;

/// <summary>Writes a corpus into one file: a ZIP archive of the database as it was at one moment, the keys, and a manifest. Pages, corrections and ingestion go on meanwhile. The index is left out: it is made anew from the database.</summary>
public sealed class CorpusBackup(IDbContextFactory<CorpusDbContext> contexts, IOptions<NewsCorpusOptions> options, TimeProvider time)
{
    /// <summary>A backup holds the keys and the accounts: it is its owner's alone.</summary>
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="path">The file to make.</param>
    /// <param name="overwrite">True to take the place of a file that is there.</param>
    /// <exception cref="EnvironmentProblemException">The file is there, the disk is too small, or the database is damaged. Nothing stands under the name then that did not before.</exception>
    public async Task<BackupManifest> WriteAsync(string path, bool overwrite, CancellationToken cancellation)
    {
        path = Path.GetFullPath(path);
        CheckTarget(path, overwrite);
        await CheckSpaceAsync(path, cancellation);
        var copy = path + ".db.part";
        var part = path + ".part";
        try
        {
            await using var archive = Create(part);
            try
            {
                await Create(copy).DisposeAsync();
                SqliteFile.Copy(options.Value.DatabasePath, copy);
                var manifest = await DescribeAsync(copy, cancellation);
                manifest = await PackAsync(archive, copy, manifest, cancellation);
                archive.Flush(flushToDisk: true);
                archive.Close();
                File.Move(part, path, overwrite);
                return manifest;
            }
            finally
            {
                // While the archive is open nobody else writes beside this name.
                File.Delete(copy);
                File.Delete(part);
            }
        }
        catch (SqliteException e)
        {
            throw new EnvironmentProblemException(CorpusDatabase.Explain(e, e.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL ? copy : options.Value.DatabasePath) + " No backup was made.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentProblemException($"The backup {path} could not be written: {e.Message} Free some space there, or choose another place. No backup was made.", e);
        }
    }

    private static void CheckTarget(string path, bool overwrite)
    {
        if (Directory.Exists(path))
            throw new EnvironmentProblemException($"{path} is a folder. Give the name of a file in it, for example {Path.Combine(path, "corpus.backup")}.");
        if (!overwrite && File.Exists(path))
            throw new EnvironmentProblemException($"{path} is there already. Choose another name, or add --force to replace it.");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new EnvironmentProblemException($"There is no folder {Path.GetDirectoryName(path)}. Make it, or choose another place.");
    }

    /// <summary>For a moment the copy of the database and the archive lie side by side; the archive is hardly ever larger than the copy.</summary>
    private async Task CheckSpaceAsync(string path, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var needed = 2 * await SqliteFile.SizeAsync(db.Database.GetDbConnection(), cancellation);
        DiskSpace.Check(Path.GetDirectoryName(path)!, needed, "the backup");
    }

    private async Task<BackupManifest> DescribeAsync(string copy, CancellationToken cancellation)
    {
        await using var db = SqliteFile.Open(copy);
        await db.Database.OpenConnectionAsync(cancellation);
        await foreach (var fault in SqliteFile.IntegrityAsync(db.Database.GetDbConnection(), quick: true, cancellation))
            throw new EnvironmentProblemException($"The database {options.Value.DatabasePath} is damaged ({fault}): a backup of it would be of no use, and none was made. Restore an earlier one.");
        return new BackupManifest
        {
            Format = BackupManifest.Kind,
            FormatVersion = BackupManifest.CurrentVersion,
            Program = BackupManifest.CurrentProgram.ToString(),
            CorpusId = await db.Info.Select(i => i.CorpusId).SingleAsync(cancellation),
            CreatedAt = time.GetUtcNow(),
            Revision = await db.Articles.MaxAsync(a => (long?)a.Revision, cancellation) ?? 0,
            Articles = await db.Articles.CountAsync(cancellation),
            Files = await db.SourceFiles.CountAsync(cancellation),
            Entries = [],
        };
    }

    private async Task<BackupManifest> PackAsync(FileStream archive, string copy, BackupManifest manifest, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var entries = new List<BackupEntry> { await AddAsync(zip, NewsCorpusOptions.DatabaseName, copy, cancellation) };
        if (Directory.Exists(options.Value.KeysPath))
            foreach (var key in Directory.GetFiles(options.Value.KeysPath).Order(StringComparer.Ordinal))
                entries.Add(await AddAsync(zip, $"{NewsCorpusOptions.KeysName}/{Path.GetFileName(key)}", key, cancellation));
        manifest = manifest with { Entries = entries };
        await using var stream = await zip.CreateEntry(BackupManifest.FileName).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(stream, manifest, BackupJson.Default.BackupManifest, cancellation);
        return manifest;
    }

    private static async Task<BackupEntry> AddAsync(ZipArchive zip, string name, string path, CancellationToken cancellation)
    {
        await using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        // Most of a database is compressed already.
        await using var target = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        var (size, sha256) = await HashedCopy.CopyAsync(source, target, long.MaxValue, cancellation);
        return new BackupEntry(name, size, sha256);
    }

    private static FileStream Create(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = Private;
        return new FileStream(path, how);
    }
}
