using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsCorpus.Store.Backups;

namespace NewsCorpus.Store;

/// <summary>Something outside of the program is in the way: a folder, a file, a port, a lock. The message names it and the remedy; the exit code is 3.</summary>
public sealed class EnvironmentProblemException : Exception
{
    public EnvironmentProblemException()
    {
    }

    public EnvironmentProblemException(string message)
        : base(message)
    {
    }

    public EnvironmentProblemException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Brings the database file into being and up to the program's version. SQLite's own SQL stands here and in <see cref="SqliteFile"/>.</summary>
public sealed class CorpusDatabase(IDbContextFactory<CorpusDbContext> contexts, IOptions<NewsCorpusOptions> options, ILogger<CorpusDatabase> logger)
{
    /// <summary>Largest database, in bytes, that each start reads through for damage, which takes a fraction of a second. A larger one is only read through by <c>verify</c>.</summary>
    private const long CheckedAtOnce = 64L << 20;

    /// <summary>
    /// How every connection is opened. Write-ahead logging, a lasting property of the file, lets readers go on while one process writes. Each commit is on the disk when it returns: SQLite's
    /// default <c>synchronous = FULL</c> holds for each connection, and nothing may lower it on one, because pooled connections keep what they were told.
    /// </summary>
    /// <param name="timeout">Seconds that another writer is waited for.</param>
    public static string ConnectionString(string path, int timeout = NewsCorpusOptions.DefaultLockTimeout) =>
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = timeout, ForeignKeys = true }.ToString();

    /// <summary>A database that SQLite keeps in the system's temporary folder, seen by one connection and gone with it (https://sqlite.org/inmemorydb.html, "Temporary Databases").</summary>
    internal const string TemporaryConnectionString = "Data Source=;Pooling=False";

    /// <summary>Creates the folder and the database where missing, and migrates.</summary>
    /// <param name="evenDamaged">True to leave out the look for damage.</param>
    /// <exception cref="EnvironmentProblemException">The folder cannot be written, or the file is not a database of this program.</exception>
    public async Task PrepareAsync(CancellationToken cancellation, bool evenDamaged = false)
    {
        var path = options.Value.DatabasePath;
        try
        {
            Directory.CreateDirectory(options.Value.Data);
            InterruptedRestore.Finish(options.Value, logger);
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            if (!evenDamaged)
                await CheckAsync(db, path, cancellation);
            await MigrateAsync(db, path, cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
            if (!await db.Info.AnyAsync(cancellation))
            {
                db.Info.Add(new CorpusInfo { Id = 1, CorpusId = Guid.NewGuid() });
                await db.SaveChangesAsync(cancellation);
            }
            // Revisions that were taken before there were marks stand under one, so that the next mark is not theirs.
            if (!await db.RevisionMarks.AnyAsync(cancellation) && await db.Articles.MaxAsync(a => (long?)a.Revision, cancellation) is { } last)
            {
                db.RevisionMarks.Add(new RevisionMark { Id = Guid.CreateVersion7(), Last = last });
                await db.SaveChangesAsync(cancellation);
            }
        }
        catch (Exception e) when (ProblemOf(e, path) is { } problem && !ReferenceEquals(problem, e))
        {
            throw new EnvironmentProblemException(problem.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentProblemException($"The data folder {options.Value.Data} cannot be used: {e.Message} Give another with --data, or make it writable.", e);
        }
    }

    private static async Task CheckAsync(CorpusDbContext db, string path, CancellationToken cancellation)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= CheckedAtOnce })
            return;
        await db.Database.OpenConnectionAsync(cancellation);
        await foreach (var fault in SqliteFile.IntegrityAsync(db.Database.GetDbConnection(), quick: true, cancellation))
            throw new EnvironmentProblemException($"{Damaged(path)} ({fault.ReplaceLineEndings(" ")})");
    }

    /// <summary>The problem of the machine that an exception comes of, in words; null where it is of another kind. Wrong SQL (1) and a broken constraint (19) are faults of the program.</summary>
    public static EnvironmentProblemException? ProblemOf(Exception exception, string path)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is EnvironmentProblemException problem)
                return problem;
            if (e is SqliteException { SqliteErrorCode: not (1 or 19) } sqlite)
                return new EnvironmentProblemException(Explain(sqlite, path), exception);
        }
        return null;
    }

    private static string Damaged(string path) =>
        $"The file {path} is damaged or is not a database. Restore a backup (newscorpus restore FILE), or move the file away and ingest again.";

    /// <summary>Brings the tables of one context in the file up to the program's version.</summary>
    /// <exception cref="EnvironmentProblemException">A newer version of the program made them.</exception>
    public static async Task MigrateAsync(DbContext db, string path, CancellationToken cancellation)
    {
        // Even a migration with nothing to do writes, which a full disk refuses; what is there can be read on it all the same.
        if (await IsCurrentAsync(db, path, cancellation))
            return;
        using var held = await TakeMigratingAsync(Path.GetDirectoryName(path)!, cancellation);
        if (await IsCurrentAsync(db, path, cancellation))
            return;
        await ForgetDeadMigrationAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    /// <exception cref="EnvironmentProblemException">A newer version of the program made the tables.</exception>
    private static async Task<bool> IsCurrentAsync(DbContext db, string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return false;
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return applied.FirstOrDefault(m => !known.Contains(m)) is { } newer
            ? throw new EnvironmentProblemException($"The database {path} was made by a newer version of NewsCorpus (it has {newer}). Use that version, or another --data folder.")
            : applied.SetEquals(known);
    }

    /// <summary>Waits while another process migrates, however long it takes.</summary>
    private static async Task<FolderLock> TakeMigratingAsync(string folder, CancellationToken cancellation)
    {
        while (true)
        {
            if (FolderLock.TryTake(folder, FolderLock.Migrating) is { } held)
                return held;
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    /// <summary>
    /// EF marks a migration of SQLite that is under way by a row, and waits for ever where it finds one; a process that was killed leaves it. Whoever holds the lock of the folder knows that
    /// nobody else migrates, so that a row is a dead one's.
    /// </summary>
    private static async Task ForgetDeadMigrationAsync(DbContext db, CancellationToken cancellation)
    {
        const string Table = "__EFMigrationsLock";
        if (await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_schema WHERE type = 'table' AND name = {Table}").SingleAsync(cancellation) > 0)
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{Table}\"", cancellation);
    }

    /// <summary>What a database error means for the person at the keyboard, and what to do.</summary>
    public static string Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => $"The database {path} is locked by another program. Wait until it has finished, or stop it, and try again; NewsCorpus:LockTimeout is the time in seconds that is waited.",
        8 => $"The database {path} is read-only. Make the file and its folder writable, or give another --data folder.",
        10 => $"Reading or writing the database {path} failed ({e.Message}). Check the disk.",
        11 or 26 => Damaged(path),
        13 => $"The disk that holds {path} is full. Free some space and run again: what was committed is safe.",
        14 => $"The database {path} cannot be opened. Check that its folder exists and is writable.",
        _ => $"The database {path} failed: {e.Message}",
    };
}
