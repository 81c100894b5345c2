using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace NewsCorpus.Store;

/// <summary>A row that points to one that is not there.</summary>
internal sealed record BrokenReference(string Table, long? Row, string Parent);

/// <summary>SQLite's own ways with a database as a whole: check it, copy it, see it stand still. The rest of SQLite's SQL is in <see cref="CorpusDatabase"/>.</summary>
internal static class SqliteFile
{
    /// <summary>Everything that the context reads until the transaction's end is of one moment. Writers go on meanwhile.</summary>
    public static async Task<IDbContextTransaction> BeginSnapshotAsync(CorpusDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        // A transaction that EF begins takes SQLite's write lock at once; this one never does.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        var snapshot = (await db.Database.UseTransactionAsync(transaction, cancellation))!;
        // The moment is that of the first look.
        await db.Info.AsNoTracking().AnyAsync(cancellation);
        return snapshot;
    }

    /// <summary>
    /// Room for the pages that a writer comes back to: indexes over hashes are met in all their places. 32 MiB instead of SQLite's 2, and as much of the log before it is moved over, so that such a
    /// page is moved once for many batches. The connection keeps both, the room until <see cref="NarrowCacheAsync"/>.
    /// </summary>
    public static Task WidenCacheAsync(CorpusDbContext db, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8192", cancellation);

    /// <summary>Gives the room back. A batch is written by any connection of the pool: each would keep 32 MiB, though what it remembers is out of date as soon as another one writes.</summary>
    public static Task NarrowCacheAsync(CorpusDbContext db, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -2000", cancellation);

    /// <summary>What is wrong with the pages and indexes, in SQLite's words; nothing where they are sound.</summary>
    /// <param name="quick">True to leave out whether each index says what its table says, which takes most of the time.</param>
    public static async IAsyncEnumerable<string> IntegrityAsync(DbConnection connection, bool quick, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = quick ? "PRAGMA quick_check" : "PRAGMA integrity_check";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            if (reader.GetString(0) is not "ok" and var problem)
                yield return problem;
    }

    public static async IAsyncEnumerable<BrokenReference> BrokenReferencesAsync(DbConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return new BrokenReference(reader.GetString(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetInt64(1), reader.GetString(2));
    }

    /// <summary>Bytes of the database with what its log has not moved over yet.</summary>
    public static async Task<long> SizeAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Copies the state of one moment into another file, which is overwritten. Writers are not held back.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new SqliteConnection(Unpooled(from));
        using var target = new SqliteConnection(Unpooled(to));
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        // Alone, without a log beside it.
        using var command = target.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    /// <summary>A context on a database that is not the data folder's own. Leaves no file open behind it.</summary>
    public static CorpusDbContext Open(string path) => new(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(Unpooled(path)).Options);

    /// <summary>Closes the connections that this process keeps to a database, so that its file can be moved.</summary>
    public static void Release(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static string Unpooled(string path) => new SqliteConnectionStringBuilder(CorpusDatabase.ConnectionString(path)) { Pooling = false }.ToString();
}
