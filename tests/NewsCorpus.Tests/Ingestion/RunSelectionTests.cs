using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class RunSelectionTests
{
    private const string Ferry = " date 2025-03-04 The night ferry to Lower Quay was cancelled on Tuesday after a rope fouled its screw.\n";
    private const string Broken = "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Failed_reads_only_what_was_rejected_also_inside_archives()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("b.md", Broken);
        corpus.Write("c.md", Broken + "<p>Other words.</p>");
        Pack(corpus, ("good.txt", Ferry + "One."), ("bad.md", Broken + "<p>Third.</p>"));
        var (first, _) = await corpus.IngestAsync();
        Assert.Equal((5, 3), (first.Files, first.Rejected));
        corpus.Write("b.md", "---\ntitle: Closed\n---\n<p>Words.</p>\n");
        corpus.Write("new.txt", Ferry + "Two.");

        var (run, outcomes) = await RunAsync(corpus, RunSelection.Failed);

        Assert.Equal(["b.md", "c.md", "desk.zip!/bad.md"], outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((3, 1, 2), (run.Files, run.Added, run.Rejected));
        Assert.Equal(RunSelection.Failed, run.Select);
    }

    [Fact]
    public async Task Archive_that_could_not_be_opened_is_read_whole_once_it_can()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        Pack(corpus, ("a.txt", Ferry), ("b.txt", Ferry + "More."));
        var path = Path.Combine(corpus.Files, "desk.zip");
        var bytes = await File.ReadAllBytesAsync(path, Token);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)], Token);
        var (first, _) = await corpus.IngestAsync();
        Assert.Equal((1, 1), (first.Files, first.Rejected));
        await File.WriteAllBytesAsync(path, bytes, Token);

        var (run, _) = await RunAsync(corpus, RunSelection.Failed);
        var (again, _) = await RunAsync(corpus, RunSelection.Failed);

        Assert.Equal((2, 2), (run.Files, run.Added));
        Assert.Equal(0, again.Files);
        await using var db = corpus.Database();
        Assert.False(await db.SourceFiles.AnyAsync(f => f.Outcome == Outcome.Rejected, Token));
    }

    [Fact]
    public async Task One_file_or_folder_is_shown_below_its_configured_folder()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var file = corpus.Write("2025/march/a.txt", Ferry);
        corpus.Write("2025/b.txt", Ferry + "One.");
        corpus.Write("c.txt", Ferry + "Two.");

        var (_, one) = await RunAsync(corpus, RunSelection.New, file);
        var (_, some) = await RunAsync(corpus, RunSelection.New, Path.Combine(corpus.Files, "2025"));

        Assert.Equal(["2025/march/a.txt"], one.Keys);
        Assert.Equal(["2025/b.txt", "2025/march/a.txt"], some.Keys);
    }

    [Fact]
    public async Task Folder_inside_another_is_seen_once()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var file = corpus.Write("in/a.txt", Ferry);

        var (run, _) = await RunAsync(corpus, RunSelection.New, Path.Combine(corpus.Files, "in"), corpus.Files, file, corpus.Files + Path.DirectorySeparatorChar);

        Assert.Equal(1, run.Files);
    }

    [Fact]
    public async Task Data_folder_inside_a_corpus_folder_is_never_read()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        Directory.CreateDirectory(Path.Combine(corpus.Folder, "data", "keys"));
        await File.WriteAllTextAsync(Path.Combine(corpus.Folder, "data", "keys", "key.xml"), "<key>not for readers</key>", Token);

        var (run, outcomes) = await RunAsync(corpus, RunSelection.New, corpus.Folder);

        Assert.Equal(["files/a.txt"], outcomes.Keys);
        Assert.Equal(1, run.Files);
        Assert.NotNull((await corpus.Get<RunPaths>().ReadAsync(Path.Combine(corpus.Folder, "data", "keys"), Token)).Problem);
    }

    [Fact]
    public async Task Folder_that_is_gone_is_told_and_its_files_are_marked()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("in/a.txt", Ferry);
        corpus.Write("b.txt", Ferry + "One.");
        await corpus.IngestAsync();
        Directory.Delete(Path.Combine(corpus.Files, "in"), recursive: true);

        var (run, _) = await RunAsync(corpus, RunSelection.New, Path.Combine(corpus.Files, "in"));

        Assert.Equal((RunState.Finished, 0), (run.State, run.Files));
        Assert.Contains("in/a.txt", run.Error, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal(["in/a.txt"], await db.SourceFiles.Where(f => f.IsMissing).Select(f => f.Path).ToListAsync(Token));

        corpus.Write("in/a.txt", Ferry);
        await corpus.IngestAsync();
        Assert.False(await db.SourceFiles.AnyAsync(f => f.IsMissing, Token));
    }

    [Fact]
    public async Task Gone_files_are_read_again_from_their_kept_bytes()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("b.txt", Ferry + "One.");
        Pack(corpus, ("c.txt", Ferry + "Two."));
        await corpus.IngestAsync();
        Directory.Delete(corpus.Files, recursive: true);
        // As older rules may have read it.
        await using (var db = corpus.Database())
        {
            await db.Articles.Where(a => a.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(a => a.Title, "Something else"), Token);
            await db.SourceFiles.Where(f => f.Path != "a.txt").ExecuteUpdateAsync(s => s.SetProperty(f => f.ReaderVersion, 1), Token);
        }

        var (run, outcomes) = await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();
        var (forced, _) = await corpus.IngestAsync(force: true);

        Assert.Equal((RunState.Finished, 2, 1, 1), (run.State, run.Files, run.Updated, run.Unchanged));
        Assert.All(outcomes.Values, o => Assert.Contains("kept original", o.Reason, StringComparison.Ordinal));
        Assert.Equal(["b.txt", "desk.zip!/c.txt"], outcomes.Keys);
        Assert.Equal(0, again.Files);
        Assert.Equal((3, 3), (forced.Files, forced.Unchanged));
        await using (var db = corpus.Database())
        {
            Assert.DoesNotContain("Something", (await db.Articles.SingleAsync(a => a.Id == 2, Token)).Title, StringComparison.Ordinal);
            Assert.Equal((3, 3), (await db.Articles.CountAsync(Token), await db.SourceFiles.CountAsync(f => f.IsMissing, Token)));
        }
    }

    [Fact]
    public async Task Moved_file_is_not_read_a_second_time_from_its_kept_bytes()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = corpus.Write("a.txt", Ferry);
        await corpus.IngestAsync();
        File.Move(path, Path.Combine(corpus.Files, "b.txt"));

        var (run, outcomes) = await corpus.IngestAsync(force: true);

        Assert.Equal(["b.txt"], outcomes.Keys);
        Assert.Null(run.Error);
        await using var db = corpus.Database();
        Assert.Equal(1, await db.Articles.CountAsync(Token));
    }

    private static async Task<(Run Run, Dictionary<string, RunOutcome> Outcomes)> RunAsync(TestCorpus corpus, RunSelection select, params string[] paths)
    {
        var outcomes = new Dictionary<string, RunOutcome>(StringComparer.Ordinal);
        var run = await corpus.Get<IngestionRunner>().RunAsync(
            new IngestionRequest { StartedBy = "test", Select = select, Paths = paths },
            progress =>
            {
                foreach (var outcome in progress.Outcomes)
                    outcomes.Add(outcome.Path, outcome);
            },
            Token);
        return (run, outcomes);
    }

    private static void Pack(TestCorpus corpus, params (string Name, string Text)[] entries)
    {
        using var zip = ZipFile.Open(Path.Combine(corpus.Files, "desk.zip"), ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
