using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

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

/// <summary>Brings the database file into being and up to the program's version. All of SQLite's own SQL stands here.</summary>
public sealed class CorpusDatabase(IDbContextFactory<CorpusDbContext> contexts, IOptions<NewsCorpusOptions> options)
{
    /// <summary>
    /// Waits for another writer at most this many seconds. Write-ahead logging lets readers go on while one process writes;
    /// foreign keys are on by default in the provider.
    /// </summary>
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30, ForeignKeys = true }.ToString();

    /// <summary>A database that SQLite keeps in the system's temporary folder, seen by one connection and gone with it (https://sqlite.org/inmemorydb.html, "Temporary Databases").</summary>
    internal const string TemporaryConnectionString = "Data Source=;Pooling=False";

    /// <summary>Creates the folder and the database where missing, and migrates.</summary>
    /// <exception cref="EnvironmentProblemException">The folder cannot be written, or the file is not a database of this program.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var path = options.Value.DatabasePath;
        try
        {
            Directory.CreateDirectory(options.Value.Data);
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await MigrateAsync(db, path, cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", cancellation);
            if (!await db.Info.AnyAsync(cancellation))
            {
                db.Info.Add(new CorpusInfo { Id = 1, CorpusId = Guid.NewGuid() });
                await db.SaveChangesAsync(cancellation);
            }
        }
        catch (SqliteException e)
        {
            throw new EnvironmentProblemException(Explain(e, path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentProblemException($"The data folder {options.Value.Data} cannot be used: {e.Message} Give another with --data, or make it writable.", e);
        }
    }

    /// <summary>Brings the tables of one context in the file up to the program's version.</summary>
    /// <exception cref="EnvironmentProblemException">A newer version of the program made them.</exception>
    public static async Task MigrateAsync(DbContext db, string path, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = File.Exists(path) ? (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet(StringComparer.Ordinal) : [];
        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
            throw new EnvironmentProblemException($"The database {path} was made by a newer version of NewsCorpus (it has {newer}). Use that version, or another --data folder.");
        // Migrating takes a lock that a killed process would leave behind, so not at every start.
        if (applied.Count < known.Count)
            await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>What a database error means for the person at the keyboard, and what to do.</summary>
    public static string Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => $"The database {path} is locked by another program. Stop that program and try again.",
        8 => $"The database {path} is read-only. Make the file and its folder writable, or give another --data folder.",
        10 => $"Reading or writing the database {path} failed ({e.Message}). Check the disk.",
        11 or 26 => $"The file {path} is damaged or is not a database. Restore a backup, or move it away and ingest again.",
        13 => $"The disk that holds {path} is full. Free some space and run again: what was committed is safe.",
        14 => $"The database {path} cannot be opened. Check that its folder exists and is writable.",
        _ => $"The database {path} failed: {e.Message}",
    };
}
