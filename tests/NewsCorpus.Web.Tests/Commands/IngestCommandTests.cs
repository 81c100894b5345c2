using System.Text.Json;

namespace NewsCorpus.Web.Tests.Commands;

public sealed class IngestCommandTests : IDisposable
{
    private readonly VerbFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Dry_run_as_json_gives_every_outcome_in_order_and_keeps_none()
    {
        for (var i = 0; i < 30; i++)
            await _folder.WriteAsync($"ferry-{i:00}");
        await File.WriteAllTextAsync(Path.Combine(_folder.Files, "a.md"), "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Wörds “quoted”.</p>\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await _folder.RunAsync("ingest", "--dry-run", "--json");

        Assert.Equal((1, ""), (code, error));
        using var run = JsonDocument.Parse(output);
        var outcomes = run.RootElement.GetProperty("outcomes").EnumerateArray().ToList();
        Assert.Equal((31, 31), (run.RootElement.GetProperty("files").GetInt32(), outcomes.Count));
        Assert.Equal(outcomes.Select(o => o.GetProperty("path").GetString()), outcomes.Select(o => o.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(("rejected", 3, "Use spaces."), (outcomes[0].GetProperty("outcome").GetString(), outcomes[0].GetProperty("line").GetInt32(), outcomes[0].GetProperty("remedy").GetString()));
        Assert.Equal(JsonValueKind.Null, outcomes[1].GetProperty("articleId").ValueKind);
        Assert.StartsWith("0 articles", (await _folder.RunAsync("search", "ferry")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_names_reason_and_remedy_and_a_dry_run_each_value_that_would_change()
    {
        await _folder.WriteAsync("one");
        Assert.Equal(0, (await _folder.RunAsync("ingest")).Code);
        await File.WriteAllTextAsync(Path.Combine(_folder.Files, "one.txt"), "date 2026-02-04\n\nThe one ferry sails again\n\nThe ferry called one left on Tuesday.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.Files, "README.md"), "About.", TestContext.Current.CancellationToken);

        var (_, output, _) = await _folder.RunAsync("ingest", "--dry-run");

        Assert.Contains("skipped  README.md: A file about the folder, not an article. Name it otherwise to have it read.", output, StringComparison.Ordinal);
        Assert.Contains("would change  one.txt: date from “2026-02-03” to “2026-02-04”", output, StringComparison.Ordinal);
    }
}
