using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests;

/// <summary>A database with all migrations applied and nothing in it, made once: hundreds of tests begin with one. It has no identity of its own yet, which <see cref="CorpusDatabase.PrepareAsync"/> gives each.</summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<Task<byte[]>> _file = new(MakeAsync);

    /// <summary>Writes it into the folder, which is made where missing.</summary>
    public static async Task PutAsync(string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, await _file.Value, cancellation);
    }

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newscorpus-migrated-").FullName;
        try
        {
            var path = Path.Combine(folder, "newscorpus.db");
            var connection = CorpusDatabase.ConnectionString(path);
            await using (var db = new CorpusDbContext(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(connection).Options))
                await CorpusDatabase.MigrateAsync(db, path, CancellationToken.None);
            // The last connection that is closed moves the log into the file.
            SqliteFile.Release(connection);
            Assert.False(File.Exists(path + "-wal"));
            return await File.ReadAllBytesAsync(path, CancellationToken.None);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
