using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Store;

public sealed class DiskFaultsTests
{
    private const string Lamp = " date 2025-10-07 The lamp on the north pier was mended on Tuesday by keeper Sunniva Bell.\n\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Full_database_stops_the_run_with_its_batch_undone_and_the_next_run_takes_the_rest()
    {
        var limit = new PageLimit();
        await using var corpus = await TestCorpus.CreateAsync(services => services.ConfigureDbContext<CorpusDbContext>(db => db.AddInterceptors(limit)));
        Fill(corpus, 30);
        await using (var db = corpus.Database())
            limit.Pages = 25 + (int)await db.Database.SqlQueryRaw<long>("SELECT page_count AS Value FROM pragma_page_count").SingleAsync(Token);

        var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync());

        Assert.Contains("full", problem.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(corpus.Data, "newscorpus.db"), problem.Message, StringComparison.Ordinal);
        await using (var db = corpus.Database())
        {
            Assert.InRange(await db.Articles.CountAsync(Token), 1, 29);
            Assert.Equal(0, await db.Articles.CountAsync(Token) % 3);
        }
        limit.Pages = 1_000_000;
        var (run, _) = await corpus.IngestAsync();
        Assert.Equal(30, run.Added + run.Unchanged);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Full_disk_stops_the_run_and_leaves_all_that_was_committed()
    {
        await using var corpus = TestCorpus.Unprepared();
        using var disk = SmallDisk.Mount(corpus.Data, kilobytes: 1600);
        await corpus.Get<CorpusDatabase>().PrepareAsync(Token);
        Fill(corpus, 60);

        var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync());

        Assert.Matches("full|space", problem.Message);
        Assert.Contains(corpus.Data, problem.Message, StringComparison.Ordinal);
        disk.Grow(64 << 10);
        var (run, _) = await corpus.IngestAsync();
        Assert.Equal(60, run.Added + run.Unchanged);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Full_disk_under_the_index_leaves_the_search_at_its_last_state_until_there_is_room()
    {
        await using var corpus = TestCorpus.Unprepared();
        using var disk = SmallDisk.Mount(Path.Combine(corpus.Data, "index"), kilobytes: 192);
        await corpus.Get<CorpusDatabase>().PrepareAsync(Token);
        corpus.Write("first.txt", Lamp + "It burns oil.\n");
        await corpus.IngestAsync();
        var catchUp = corpus.Get<IndexCatchUp>();
        await catchUp.CatchUpAsync(Token);
        Fill(corpus, 120);
        await corpus.IngestAsync();

        var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => catchUp.CatchUpAsync(Token));
        var again = await Assert.ThrowsAsync<EnvironmentProblemException>(() => catchUp.CatchUpAsync(Token));

        Assert.Contains(disk.Folder, problem.Message, StringComparison.Ordinal);
        Assert.Contains("space", again.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await corpus.Get<ArticleSearch>().SearchAsync(new SearchRequest { Query = "lamp" }, Token)).Total);
        disk.Grow(64 << 10);
        Assert.Equal(120, await catchUp.CatchUpAsync(Token));
        Assert.Equal(121, (await corpus.Get<ArticleSearch>().SearchAsync(new SearchRequest { Query = "lamp" }, Token)).Total);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Fact]
    public async Task Read_only_data_folder_is_named()
    {
        await using var corpus = TestCorpus.Unprepared();
        using var disk = SmallDisk.Mount(corpus.Data, kilobytes: 8192);
        await corpus.Get<CorpusDatabase>().PrepareAsync(Token);
        corpus.Write("a.txt", Lamp);
        await using (var db = corpus.Database())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Token);
        SqliteConnection.ClearAllPools();
        disk.MakeReadOnly();

        var run = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync());
        var start = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusDatabase>().PrepareAsync(Token));

        Assert.All([run, start], p => Assert.Contains(corpus.Data, p.Message, StringComparison.Ordinal));
        Assert.All([run, start], p => Assert.Contains("writable", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Database_that_another_program_keeps_locked_is_said_to_be_and_then_the_work_goes_on()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Lamp);
        await using (var other = new SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(corpus.Data, "newscorpus.db"))))
        {
            await other.OpenAsync(Token);
            await using var writing = await other.BeginTransactionAsync(Token);

            var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync());

            Assert.Contains("locked by another program", problem.Message, StringComparison.Ordinal);
            // Readers are not held back.
            await using var db = corpus.Database();
            Assert.Equal(0, await db.Articles.CountAsync(Token));
        }
        SqliteFile.Release(CorpusDatabase.ConnectionString(Path.Combine(corpus.Data, "newscorpus.db")));

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal(1, run.Added);
        Assert.Empty(await corpus.VerifyAsync());
    }

    [Theory]
    [InlineData("head")]
    [InlineData("middle")]
    public async Task Start_on_a_damaged_database_says_so_and_how_to_restore(string place)
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Fill(corpus, 9);
        await corpus.IngestAsync();
        await corpus.BreakDatabaseAsync();
        if (place == "head")
        {
            await using var file = new FileStream(Path.Combine(corpus.Data, "newscorpus.db"), FileMode.Open, FileAccess.Write);
            await file.WriteAsync(new byte[200], Token);
        }

        var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.Get<CorpusDatabase>().PrepareAsync(Token));

        Assert.Contains("damaged", problem.Message, StringComparison.Ordinal);
        Assert.Contains("newscorpus restore", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_that_is_damaged_while_it_is_used_stops_the_run_with_that_message()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Fill(corpus, 9);
        await corpus.IngestAsync();
        await corpus.BreakDatabaseAsync();
        Fill(corpus, 12, "Mended anew. ");

        var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync());

        Assert.Contains("newscorpus restore", problem.Message, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal(RunState.Failed, await db.Runs.OrderBy(r => r.Id).Select(r => r.State).LastAsync(Token));
    }

    private static void Fill(TestCorpus corpus, int count, string more = "")
    {
        var random = new Random(11);
        for (var i = 0; i < count; i++)
            corpus.Write($"{i:000}.txt", $"{Lamp}{more}{string.Join(' ', Enumerable.Range(0, 400).Select(_ => $"word{random.Next(100_000)}"))}.\n");
    }

    /// <summary>Has SQLite itself say that the disk is full once the database has so many pages.</summary>
    private sealed class PageLimit : DbConnectionInterceptor
    {
        public int Pages { get; set; } = 1_000_000;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        private void Limit(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {Pages}";
            command.ExecuteNonQuery();
        }
    }
}
