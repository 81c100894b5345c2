using System.Text.Json;
using NewsCorpus.Web.Commands;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Commands;

/// <summary>verify, backup, restore and the lock of serve, as the command line gives them.</summary>
public sealed class KeepingVerbsTests : IDisposable
{
    private readonly VerbFolder _folder = new();

    [Fact]
    public async Task Verify_says_what_differs_and_what_to_do()
    {
        await IngestAsync("one", "two");
        Assert.Equal((0, "Files, originals, database and index agree.", ""), await _folder.RunAsync("verify"));

        File.Delete(Path.Combine(_folder.Files, "two.txt"));
        await _folder.ExecuteAsync("DELETE FROM Bodies WHERE ArticleId = 1");
        var (code, text, _) = await _folder.RunAsync("verify");
        var (jsonCode, json, _) = await _folder.RunAsync("verify", "--json");

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
        var page = await _folder.NumberAsync("SELECT rootpage FROM sqlite_master WHERE name = 'Bodies'");
        await using (var file = new FileStream(Path.Combine(_folder.Data, "newscorpus.db"), FileMode.Open, FileAccess.ReadWrite))
        {
            file.Seek((page - 1) * 4096, SeekOrigin.Begin);
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, 4096).ToArray(), TestContext.Current.CancellationToken);
        }

        var verify = await _folder.RunAsync("verify");
        var search = await _folder.RunAsync("search", "ferry");

        Assert.Equal((1, 3), (verify.Code, search.Code));
        Assert.Contains("damaged", verify.Output, StringComparison.Ordinal);
        Assert.Contains("newscorpus restore FILE", verify.Output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder.Data, "newscorpus.db"), search.Error, StringComparison.Ordinal);
        Assert.Contains("newscorpus restore FILE", search.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finishes_what_a_crash_left_of_the_index_and_says_so()
    {
        await IngestAsync("one");
        await _folder.ExecuteAsync("UPDATE Articles SET Revision = 2; UPDATE Sequences SET Last = 2 WHERE Name = 'revision'; INSERT INTO RevisionMarks VALUES ('0F8FAD5B-D9CB-469F-A165-70867728950E', 2)");

        var (code, text, _) = await _folder.RunAsync("verify");

        Assert.Equal(0, code);
        Assert.Contains("lacked the last 1 changes", text, StringComparison.Ordinal);
        Assert.Equal("Files, originals, database and index agree.", (await _folder.RunAsync("verify")).Output);
    }

    [Fact]
    public async Task Backup_and_restore_bring_back_what_was_there()
    {
        await IngestAsync("one");
        var backup = _folder.Below("corpus.backup");

        var made = await _folder.RunAsync("backup", backup);
        var refused = await _folder.RunAsync("backup", backup);
        await IngestAsync("two");
        var restored = await _folder.RunAsync("restore", backup);

        Assert.Equal((0, 3, 0), (made.Code, refused.Code, restored.Code));
        Assert.Contains("1 article of 1 file", made.Output, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Contains("before-restore-", restored.Output, StringComparison.Ordinal);
        // The second file is on disk and new to the restored corpus; its articles are found as before.
        Assert.Contains("two.txt is new", (await _folder.RunAsync("verify")).Output, StringComparison.Ordinal);
        Assert.StartsWith("1 articles", (await _folder.RunAsync("search", "ferry")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _folder.RunAsync("ingest", _folder.Files)).Code);
        Assert.Equal(0, (await _folder.RunAsync("verify")).Code);
    }

    [Fact]
    public async Task Second_server_on_a_data_folder_is_refused_by_the_name_of_the_first_and_so_is_a_restore()
    {
        await IngestAsync("one");
        var backup = _folder.Below("corpus.backup");
        Assert.Equal(0, (await _folder.RunAsync("backup", backup)).Code);
        var settings = new HostSettings { Data = _folder.Data, Corpus = [_folder.Files], Urls = "http://127.0.0.1:0" };
        var token = TestContext.Current.CancellationToken;
        await using (var first = await ServeCommand.StartAsync(settings, TextWriter.Null, token))
        {
            var second = await _folder.RunAsync("serve", "--urls", "http://127.0.0.1:0");
            var restore = await _folder.RunAsync("restore", backup);
            var verify = await _folder.RunAsync("verify");
            var copy = await _folder.RunAsync("backup", backup, "--force");

            Assert.Equal((3, 3, 0, 0), (second.Code, restore.Code, verify.Code, copy.Code));
            Assert.All([second.Error, restore.Error], message => Assert.Contains($"process {Environment.ProcessId}", message, StringComparison.Ordinal));
            Assert.Contains("serve.lock", second.Error, StringComparison.Ordinal);
            await first.StopAsync(token);
        }
        await using var third = await ServeCommand.StartAsync(settings, TextWriter.Null, token);
        await third.StopAsync(token);
    }

    public void Dispose() => _folder.Dispose();

    private async Task IngestAsync(params string[] names)
    {
        foreach (var name in names)
            await _folder.WriteAsync(name);
        var (code, _, error) = await _folder.RunAsync("ingest", _folder.Files);
        Assert.Equal((0, ""), (code, error));
    }
}
