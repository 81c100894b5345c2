using System.Text.Json;
using NewsCorpus.Store;
using NewsCorpus.Web.Commands;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Commands;

/// <summary>verify, backup, restore and the lock of serve, as the command line gives them.</summary>
public sealed class KeepingVerbsTests : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newscorpus-keep-" + Guid.NewGuid().ToString("N"));

    private string Data => Path.Combine(_folder, "data");

    private string Files => Path.Combine(_folder, "files");

    [Fact]
    public async Task Verify_says_what_differs_and_what_to_do()
    {
        await IngestAsync("one", "two");
        Assert.Equal((0, "Files, originals, database and index agree.", ""), await RunAsync("verify"));

        File.Delete(Path.Combine(Files, "two.txt"));
        await ExecuteAsync("DELETE FROM Bodies WHERE ArticleId = 1");
        var (code, text, _) = await RunAsync("verify");
        var (jsonCode, json, _) = await RunAsync("verify", "--json");

        Assert.Equal((1, 1), (code, jsonCode));
        Assert.Contains("Article 1 (“", text, StringComparison.Ordinal);
        Assert.Contains("two.txt is no longer there", text, StringComparison.Ordinal);
        Assert.Contains("bodyMissing (1): Read the file again", text, StringComparison.Ordinal);
        Assert.Contains("fileGone (1): The next run takes it up", text, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json);
        Assert.Equal(["bodyMissing", "fileGone"], report.RootElement.GetProperty("differences").EnumerateArray().Select(d => d.GetProperty("kind").GetString()));
        Assert.Equal(2, report.RootElement.GetProperty("total").GetInt32());
        Assert.All(report.RootElement.GetProperty("differences").EnumerateArray(), d => Assert.NotEqual("", d.GetProperty("remedy").GetString()));
    }

    [Fact]
    public async Task Verify_describes_a_damaged_database_that_other_verbs_refuse()
    {
        await IngestAsync("one");
        await using (var file = new FileStream(Path.Combine(Data, "newscorpus.db"), FileMode.Open, FileAccess.ReadWrite))
        {
            file.Seek(-4096, SeekOrigin.End);
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, 4096).ToArray(), TestContext.Current.CancellationToken);
        }

        var verify = await RunAsync("verify");
        var search = await RunAsync("search", "ferry");

        Assert.Equal((1, 3), (verify.Code, search.Code));
        Assert.Contains("damaged", verify.Output, StringComparison.Ordinal);
        Assert.Contains("newscorpus restore FILE", verify.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Data, "newscorpus.db"), search.Error, StringComparison.Ordinal);
        Assert.Contains("newscorpus restore FILE", search.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finishes_what_a_crash_left_of_the_index_and_says_so()
    {
        await IngestAsync("one");
        await ExecuteAsync("UPDATE Articles SET Revision = 2; UPDATE Sequences SET Last = 2 WHERE Name = 'revision'; INSERT INTO RevisionMarks VALUES ('0F8FAD5B-D9CB-469F-A165-70867728950E', 2)");

        var (code, text, _) = await RunAsync("verify");

        Assert.Equal(0, code);
        Assert.Contains("lacked the last 1 changes", text, StringComparison.Ordinal);
        Assert.Equal("Files, originals, database and index agree.", (await RunAsync("verify")).Output);
    }

    [Fact]
    public async Task Backup_and_restore_bring_back_what_was_there()
    {
        await IngestAsync("one");
        var backup = Path.Combine(_folder, "corpus.backup");

        var made = await RunAsync("backup", backup);
        var refused = await RunAsync("backup", backup);
        await IngestAsync("two");
        var restored = await RunAsync("restore", backup);

        Assert.Equal((0, 3, 0), (made.Code, refused.Code, restored.Code));
        Assert.Contains("1 article of 1 file", made.Output, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Contains("before-restore-", restored.Output, StringComparison.Ordinal);
        // The second file is on disk and new to the restored corpus; its articles are found as before.
        Assert.Contains("two.txt is new", (await RunAsync("verify")).Output, StringComparison.Ordinal);
        Assert.StartsWith("1 articles", (await RunAsync("search", "ferry")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("ingest", Files)).Code);
        Assert.Equal(0, (await RunAsync("verify")).Code);
    }

    [Fact]
    public async Task Second_server_on_a_data_folder_is_refused_by_the_name_of_the_first_and_so_is_a_restore()
    {
        await IngestAsync("one");
        var backup = Path.Combine(_folder, "corpus.backup");
        Assert.Equal(0, (await RunAsync("backup", backup)).Code);
        var settings = new HostSettings { Data = Data, Corpus = [Files], Urls = "http://127.0.0.1:0" };
        var token = TestContext.Current.CancellationToken;
        await using (var first = await ServeCommand.StartAsync(settings, TextWriter.Null, token))
        {
            var second = await RunAsync("serve", "--urls", "http://127.0.0.1:0");
            var restore = await RunAsync("restore", backup);
            var verify = await RunAsync("verify");
            var copy = await RunAsync("backup", backup, "--force");

            Assert.Equal((3, 3, 0, 0), (second.Code, restore.Code, verify.Code, copy.Code));
            Assert.All([second.Error, restore.Error], message => Assert.Contains($"process {Environment.ProcessId}", message, StringComparison.Ordinal));
            Assert.Contains("serve.lock", second.Error, StringComparison.Ordinal);
            await first.StopAsync(token);
        }
        await using var third = await ServeCommand.StartAsync(settings, TextWriter.Null, token);
        await third.StopAsync(token);
    }

    public ValueTask DisposeAsync()
    {
        Release();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task IngestAsync(params string[] names)
    {
        Directory.CreateDirectory(Files);
        foreach (var name in names)
            await File.WriteAllTextAsync(Path.Combine(Files, name + ".txt"), $"date 2026-02-03\n\nThe {name} ferry sails again\n\nThe ferry called {name} left on Tuesday.\n", TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("ingest", Files);
        Assert.Equal((0, ""), (code, error));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db")));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--data", Data, "--corpus", Files], output, error, TestContext.Current.CancellationToken);
        // Each verb is a process of its own outside of these tests.
        Release();
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }

    private void Release()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db")));
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
    }
}
