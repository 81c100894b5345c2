using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class PreviewTests
{
    private const string Ferry = " date 2025-03-04 The night ferry to Lower Quay was cancelled on Tuesday after a rope fouled its screw.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_tells_what_the_run_then_does_though_its_batches_are_rolled_back()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("changed.txt", Ferry + "Before.");
        corpus.Write("moved.txt", Ferry + "Moved.");
        corpus.Write("same.txt", Ferry + "Same.");
        await corpus.IngestAsync();
        corpus.Write("changed.txt", Ferry + "After.");
        File.Move(Path.Combine(corpus.Files, "moved.txt"), Path.Combine(corpus.Files, "b-moved-here.txt"));
        for (var i = 0; i < 9; i++)
            corpus.Write($"d{i}.txt", $"{Ferry}Number {i}.");
        // Each lies in a later batch of three than the file that it is to be compared with.
        corpus.Write("x-like-d0.txt", Ferry + "Number 0.");
        corpus.Write("x-like-the-changed.txt", Ferry + "After.");
        corpus.Write("x-like-the-changed-before.txt", Ferry + "Before.");
        corpus.Write("x-like-the-moved.txt", Ferry + "Moved.");
        corpus.Write("y-like-d0.txt", Ferry + "Number 0.");
        corpus.Write("y-like-the-changed-before.txt", Ferry + "Before.");

        var (preview, told) = await corpus.IngestAsync(dryRun: true);
        var (run, done) = await corpus.IngestAsync();

        Assert.Equal(done.Values.Select(o => (o.Path, o.Outcome, o.Reason)), told.Values.Select(o => (o.Path, o.Outcome, o.Reason)));
        Assert.Equal((run.Added, run.Updated, run.Unchanged, run.Duplicate), (preview.Added, preview.Updated, preview.Unchanged, preview.Duplicate));
        Assert.Equal(5, run.Duplicate);
        Assert.Equal(run.Error, preview.Error);
        Assert.All(told.Values.Where(o => o.Outcome == Outcome.Added), o => Assert.Null(o.ArticleId));
    }

    [Fact]
    public async Task Dry_run_leaves_the_database_as_it_is_to_the_byte()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        await corpus.IngestAsync();
        corpus.Write("a.txt", Ferry + "More.");
        corpus.Write("b.txt", Ferry + "Ines Calloway came.");
        await corpus.Get<CorpusDatabase>().PrepareAsync(Token);
        var before = await BytesAsync(corpus);

        var (run, _) = await corpus.IngestAsync(dryRun: true);

        Assert.Equal((1, 1), (run.Added, run.Updated));
        Assert.Equal(before, await BytesAsync(corpus));
    }

    [Fact]
    public async Task Queued_preview_keeps_its_report_and_nothing_else()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        await corpus.IngestAsync();
        corpus.Write("a.txt", Ferry.Replace("2025-03-04", "2025-03-05", StringComparison.Ordinal));
        corpus.Write("b.txt", Ferry + "Ines Calloway came.");
        corpus.Write("c.txt", Ferry + "Nobody came.");
        await corpus.IngestAsync(paths: Path.Combine(corpus.Files, "c.txt"));
        corpus.Write("c.txt", Ferry + "Harbour master Ines Calloway came, and Tom Vale said: “She was late.”");
        var before = await RowsAsync(corpus);
        var queue = corpus.Get<RunQueue>();
        var preview = await queue.EnqueueAsync(new IngestionRequest { StartedBy = "Ada", DryRun = true }, "run.start", Token);

        await corpus.Get<IngestionRunner>().RunNextAsync(Token);

        Assert.Equal(before, await RowsAsync(corpus));
        var report = corpus.Get<RunReport>();
        var changes = await report.ChangesAsync(preview.Id, null, 1, 20, Token);
        var change = Assert.Single(changes.Items, c => c.Field == "date");
        Assert.Equal(("a.txt", "2025-03-04", "2025-03-05"), (change.Path, change.Before, change.After));
        Assert.All(changes.Items, c => Assert.NotNull(c.Rule));
        var people = Assert.Single(changes.Items, c => c.Field == "people");
        Assert.Contains("Tom Vale", people.After, StringComparison.Ordinal);
        Assert.NotEqual("the file has changed", people.Rule);
        Assert.Contains(changes.Items, c => c is { Path: "c.txt", Field: "text", Rule: "the file has changed" });
        var outcomes = await report.OutcomesAsync(preview.Id, null, 1, 20, Token);
        Assert.Equal([("a.txt", Outcome.Updated), ("b.txt", Outcome.Added), ("c.txt", Outcome.Updated)], outcomes.Items.Select(o => (o.Path, o.Outcome)));

        var applied = (await queue.ApplyAsync(preview.Id, "Ada", Token)).Run!;
        await corpus.Get<IngestionRunner>().RunNextAsync(Token);
        var run = (await corpus.Get<RunStore>().FindAsync(applied.Id, Token))!;
        Assert.Equal((RunState.Finished, 1, 2, false), (run.State, run.Added, run.Updated, run.DryRun));
        Assert.NotNull((await queue.ApplyAsync(applied.Id, "Ada", Token)).Problem);
        await using var db = corpus.Database();
        Assert.Equal(["run.start", "run.apply"], await db.Log.OrderBy(l => l.Id).Select(l => l.Action).ToListAsync(Token));
    }

    [Fact]
    public async Task Outlet_that_gets_its_name_is_told_for_each_of_its_articles_once()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 4; i++)
            corpus.Write($"{i}.md", $"---\ntitle: Number {i}\nlink: https://quaynews.example/{i}\n---\n<p>Words of number {i}.</p>\n");
        await corpus.IngestAsync();
        for (var i = 4; i < 12; i++)
            corpus.Write($"{i}.md", $"---\ntitle: Number {i}\nlink: https://quaynews.example/{i}\noutlet: Quay News\n---\n<p>Words of number {i}.</p>\n");
        var changes = new List<ArticleChange>();

        await corpus.Get<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "test", DryRun = true }, p => changes.AddRange(p.Changes), Token);

        Assert.Equal([1L, 2L, 3L, 4L], changes.Where(c => c.Field == "outlet").Select(c => c.ArticleId).Order());
        Assert.All(changes, c => Assert.Equal(("quaynews.example", "Quay News"), (c.Before, c.After)));
    }

    [Fact]
    public async Task Resumed_preview_starts_over()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 12; i++)
            corpus.Write($"{i:00}.txt", $"{Ferry}Number {i}.");
        var preview = await corpus.Get<RunQueue>().EnqueueAsync(new IngestionRequest { StartedBy = "test", DryRun = true }, null, Token);
        var runner = corpus.Get<IngestionRunner>();
        await SlowRun.CarryOutAsync(corpus, (queue, id) => queue.CancelAsync(id, "test", Token), (r, progress) => r.ResumeAsync(preview.Id, progress, Token));
        Assert.InRange((await corpus.Get<RunStore>().FindAsync(preview.Id, Token))!.Files, 3, 11);

        var run = (await runner.ResumeAsync(preview.Id, null, Token))!;

        Assert.Equal((RunState.Finished, 12, 12), (run.State, run.Files, run.Added));
        Assert.Equal(12, (await corpus.Get<RunReport>().OutcomesAsync(run.Id, null, 1, 100, Token)).Total);
    }

    private static async Task<byte[]> BytesAsync(TestCorpus corpus)
    {
        // What is still in the log beside the database is part of it.
        await using var db = corpus.Database();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Token);
        return await File.ReadAllBytesAsync(Path.Combine(corpus.Folder, "data", "newscorpus.db"), Token);
    }

    /// <summary>All rows of all tables but those of runs and their log.</summary>
    private static async Task<List<string>> RowsAsync(TestCorpus corpus)
    {
        var rows = new List<string>();
        await using var connection = new SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(corpus.Folder, "data", "newscorpus.db")));
        await connection.OpenAsync(Token);
        foreach (var table in await ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'Run%' AND name NOT LIKE 'sqlite%' AND name <> 'Log'"))
            rows.AddRange((await ReadAsync($"SELECT * FROM \"{table}\"{(table == "Sequences" ? " WHERE Name <> 'run'" : "")}")).Select(row => $"{table}: {row}"));
        return rows;

        async Task<List<string>> ReadAsync(string sql)
        {
            var read = new List<string>();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(Token);
            while (await reader.ReadAsync(Token))
                read.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString())));
            return read;
        }
    }
}
