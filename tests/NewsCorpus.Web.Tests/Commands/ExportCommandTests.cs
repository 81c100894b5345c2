using System.Text.Json;

namespace NewsCorpus.Web.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly VerbFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Writes_all_matches_and_a_manifest_beside_them()
    {
        await _folder.WriteAsync("Alder");
        await _folder.WriteAsync("Birch");
        Assert.Equal(0, (await _folder.RunAsync("ingest")).Code);
        var file = _folder.Below("ferries.jsonl");

        var (code, output, error) = await _folder.RunAsync("export", "alder", "--out", file, "--from", "2026-02", "--text");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1 article to " + file, output, StringComparison.Ordinal);
        var article = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(file, Token))).RootElement;
        Assert.Contains("Alder", article.GetProperty("text").GetString(), StringComparison.Ordinal);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(file + ".manifest.json", Token)).RootElement;
        Assert.Equal(("alder", "jsonl", "2026-02-01", 1), (manifest.GetProperty("query").GetString(), manifest.GetProperty("format").GetString(), manifest.GetProperty("from").GetString(), manifest.GetProperty("written").GetInt32()));
        Assert.False(File.Exists(file + ".part"));

        Assert.Equal(0, (await _folder.RunAsync("export", "--format", "CSV", "--out", _folder.Below("all"))).Code);
        Assert.Equal(3, (await File.ReadAllLinesAsync(_folder.Below("all"), Token)).Length);
    }

    [Theory]
    [InlineData("--format", "xls", "“xls” is no format")]
    [InlineData("--from", "2026-13", "2026-13")]
    [InlineData("--sort", "oldest", "give --format")]
    public async Task What_cannot_be_read_writes_nothing(string option, string value, string reason)
    {
        var (code, _, error) = await _folder.RunAsync("export", "--out", _folder.Below("out.xyz"), option, value);

        Assert.Equal(2, code);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Below("out.xyz")));
    }

    [Fact]
    public async Task Query_of_which_a_part_cannot_be_read_writes_nothing()
    {
        var (code, _, error) = await _folder.RunAsync("export", "(ferry", "--out", _folder.Below("out.csv"));

        Assert.Equal(2, code);
        Assert.Contains("Nothing was written", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Below("out.csv")));
    }

    [Fact]
    public async Task File_that_cannot_be_written_is_named()
    {
        var (code, _, error) = await _folder.RunAsync("export", "--out", Path.Combine(_folder.Below("nowhere"), "out.csv"));

        Assert.Equal(3, code);
        Assert.Contains("out.csv cannot be written", error, StringComparison.Ordinal);
    }
}
