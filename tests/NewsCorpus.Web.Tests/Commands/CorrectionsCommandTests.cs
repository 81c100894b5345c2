using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Web.Commands;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Commands;

public sealed class CorrectionsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newscorpus-verb-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Log_goes_out_of_one_data_folder_and_into_another()
    {
        var seed = Path.Combine(HostSettings.Home, "seeds", "020-night-closure-extended.md");
        Assert.Equal(0, (await RunAsync("ingest", seed, "--data", Data("one"))).Code);
        using (var host = await WebApp.OpenPlainAsync(new HostSettings { Data = Data("one") }, Token))
            Assert.True((await host.Services.GetRequiredService<ArticleEditor>().SetTitleAsync(1, "A title of our own", new Edit("ada", "Why not."), Token)).IsDone);
        var file = Path.Combine(_folder, "log.jsonl");

        Assert.Contains("1 correction", (await RunAsync("corrections", "export", file, "--data", Data("one"))).Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(file, Token), (await RunAsync("corrections", "export", "-", "--data", Data("one"))).Output);
        Assert.Contains("wait for their article", (await RunAsync("corrections", "import", file, "--dry-run", "--data", Data("two"))).Output, StringComparison.Ordinal);
        Assert.Contains("1 new correction", (await RunAsync("corrections", "import", file, "--data", Data("two"))).Output, StringComparison.Ordinal);
        Assert.Contains("0 new corrections", (await RunAsync("corrections", "import", file, "--data", Data("two"))).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("ingest", seed, "--data", Data("two"))).Code);
        Assert.Contains("A title of our own", (await RunAsync("search", "title:own", "--data", Data("two"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_file_is_explained_line_by_line()
    {
        var file = Path.Combine(_folder, "bad.jsonl");
        await File.WriteAllTextAsync(file, "\nnot json\n", Token);

        var (code, _, error) = await RunAsync("corrections", "import", file, "--data", Data("one"));
        Assert.Equal(1, code);
        Assert.Contains("line 2", error, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", error, StringComparison.Ordinal);
        (code, _, error) = await RunAsync("corrections", "import", file + ".none", "--data", Data("one"));
        Assert.Equal(3, code);
        Assert.Contains("cannot be read", error, StringComparison.Ordinal);
        (code, _, error) = await RunAsync("corrections", "export", Path.Combine(_folder, "no", "such", "folder"), "--data", Data("one"));
        Assert.Equal(3, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    private string Data(string name) => Path.Combine(_folder, name);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (await CommandLine.RunAsync(args, output, error, Token), output.ToString(), error.ToString());
    }
}
