using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Store;

/// <summary>EF marks a migration that is under way by a row, which a process that is killed leaves behind.</summary>
public sealed class InterruptedMigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Start_after_a_kill_migrates_whatever_row_was_left()
    {
        await using var corpus = TestCorpus.Unprepared();
        await KillInFirstMigrationAsync(corpus);

        await corpus.Get<CorpusDatabase>().PrepareAsync(TestContext.Current.CancellationToken);

        await using var db = corpus.Database();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Token));
        Assert.Equal(0, await RowsAsync(db));
    }

    [Fact(Timeout = 60_000)]
    public async Task Start_waits_for_a_migration_that_is_under_way_elsewhere_and_leaves_its_row_alone()
    {
        await using var corpus = TestCorpus.Unprepared();
        await KillInFirstMigrationAsync(corpus);
        await using var db = corpus.Database();
        Task start;
        using (FolderLock.TryTake(corpus.Data, FolderLock.Migrating))
        {
            start = corpus.Get<CorpusDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
            await Task.WhenAny(start, Task.Delay(1000, Token));

            Assert.False(start.IsCompleted);
            Assert.Equal(1, await RowsAsync(db));
            // The other one comes to its end.
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", Token);
            await db.Database.MigrateAsync(Token);
        }
        await start;
    }

    private static async Task KillInFirstMigrationAsync(TestCorpus corpus)
    {
        Directory.CreateDirectory(corpus.Data);
        await using var db = corpus.Database();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First(), Token);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-08 09:30:00')", Token);
    }

    private static Task<int> RowsAsync(CorpusDbContext db) => db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM __EFMigrationsLock").SingleAsync(Token);
}
