using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class IngestionRunnerTests
{
    private const string Ferry = " date 2025-03-04 The night ferry to Lower Quay was cancelled on Tuesday after a rope fouled its screw.\n\nDivers freed it by noon, said harbour master Ines Calloway.\n";
    private const string Broken = "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_each_file_once_and_writes_nothing_when_run_again()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 7; i++)
            corpus.Write($"{i}.txt", $"{Ferry}\nTurn {i}.");
        var (first, _) = await corpus.IngestAsync();
        Assert.Equal((7, 7), (first.Files, first.Added));
        var before = await SnapshotAsync(corpus);

        var (second, outcomes) = await corpus.IngestAsync();

        Assert.Equal((7, 7, 0), (second.Files, second.Unchanged, second.Added + second.Updated));
        Assert.All(outcomes.Values, o => Assert.NotNull(o.ArticleId));
        Assert.Equal(before, await SnapshotAsync(corpus));
    }

    [Fact]
    public async Task Forced_run_over_unchanged_files_moves_no_revision()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        await corpus.IngestAsync();
        var before = await SnapshotAsync(corpus);

        var (run, _) = await corpus.IngestAsync(force: true);

        Assert.Equal(1, run.Unchanged);
        Assert.Equal(before, await SnapshotAsync(corpus));
    }

    [Fact]
    public async Task Changed_file_updates_its_article_in_place()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        var (_, added) = await corpus.IngestAsync();
        corpus.Write("a.txt", Ferry.Replace("noon", "evening", StringComparison.Ordinal));

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(1, run.Updated);
        Assert.Equal(added["a.txt"].ArticleId, outcomes["a.txt"].ArticleId);
        await using var db = corpus.Database();
        var article = await db.Articles.Include(a => a.Body).SingleAsync(Token);
        Assert.Contains("evening", article.Body!.Text, StringComparison.Ordinal);
        Assert.Equal(2, article.Revision);
    }

    [Fact]
    public async Task Vanished_file_is_reported_and_its_article_stays()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        File.Delete(await IngestedAsync(corpus, "a.txt", Ferry));

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal(0, run.Files);
        Assert.Contains("a.txt", run.Error, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.True((await db.SourceFiles.SingleAsync(Token)).IsMissing);
        Assert.Equal(ArticleState.Live, (await db.Articles.SingleAsync(Token)).State);
    }

    [Fact]
    public async Task Moved_file_keeps_its_article()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var path = await IngestedAsync(corpus, "a.txt", Ferry);
        File.Move(path, Path.Combine(corpus.Files, "b.txt"));

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(1, run.Unchanged);
        Assert.Contains("a.txt", outcomes["b.txt"].Reason, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal("b.txt", (await db.SourceFiles.SingleAsync(Token)).Path);
        Assert.Equal(1, await db.Articles.CountAsync(Token));
    }

    [Fact]
    public async Task Same_bytes_twice_are_one_article_and_a_duplicate()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        corpus.Write("copy/b.txt", Ferry);

        var (run, outcomes) = await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();

        Assert.Equal((1, 1), (run.Added, run.Duplicate));
        Assert.Equal(outcomes["a.txt"].ArticleId, outcomes["copy/b.txt"].ArticleId);
        Assert.Contains("a.txt", outcomes["copy/b.txt"].Reason, StringComparison.Ordinal);
        Assert.Equal((1, 1), (again.Unchanged, again.Duplicate));
    }

    [Fact]
    public async Task File_that_breaks_is_rejected_with_its_line_and_keeps_its_last_good_article()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await IngestedAsync(corpus, "a.txt", Ferry);
        corpus.Write("a.txt", Broken);

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(1, run.Rejected);
        Assert.NotNull(outcomes["a.txt"].Reason);
        Assert.NotNull(outcomes["a.txt"].Line);
        await using (var db = corpus.Database())
            Assert.Contains("ferry", (await db.Bodies.SingleAsync(Token)).Text, StringComparison.Ordinal);

        corpus.Write("a.txt", Ferry);
        var (repaired, _) = await corpus.IngestAsync();
        Assert.Equal((0, 1), (repaired.Rejected, repaired.Unchanged));
    }

    [Fact]
    public async Task Counts_add_up_over_every_kind_of_outcome()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("good.txt", Ferry);
        corpus.Write("good-too.txt", Ferry);
        corpus.Write("broken.md", Broken);
        corpus.Write("README.md", "# About these files");
        corpus.Write("empty.txt", "");
        File.WriteAllBytes(Path.Combine(corpus.Files, "picture.txt"), [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0]);

        var (run, outcomes) = await corpus.IngestAsync();

        Assert.Equal(6, run.Files);
        Assert.Equal(6, outcomes.Count);
        Assert.Equal(run.Files, run.Added + run.Updated + run.Unchanged + run.Duplicate + run.Skipped + run.Rejected);
        Assert.Equal((1, 1, 3, 1), (run.Added, run.Duplicate, run.Skipped, run.Rejected));
        Assert.All(outcomes.Values.Where(o => o.Outcome is Outcome.Skipped or Outcome.Rejected), o => Assert.NotNull(o.Reason));
        await using var db = corpus.Database();
        Assert.Equal(6, await db.RunOutcomes.CountAsync(Token));
    }

    [Fact]
    public async Task Dry_run_tells_the_outcomes_and_writes_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);

        var (run, outcomes) = await corpus.IngestAsync(dryRun: true);

        Assert.Equal(1, run.Added);
        Assert.Equal(Outcome.Added, outcomes["a.txt"].Outcome);
        await using var db = corpus.Database();
        Assert.Equal((0, 0, 0), (await db.Articles.CountAsync(Token), await db.Runs.CountAsync(Token), await db.Sequences.CountAsync(Token)));
    }

    [Fact]
    public async Task Dry_run_over_a_changed_file_lists_what_would_change_and_changes_nothing()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await IngestedAsync(corpus, "a.txt", Ferry);
        corpus.Write("a.txt", Ferry.Replace("2025-03-04", "2025-03-05", StringComparison.Ordinal).Replace("noon", "evening", StringComparison.Ordinal));
        var changes = new List<ArticleChange>();

        await corpus.Get<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "test", DryRun = true }, p => changes.AddRange(p.Changes), Token);

        Assert.Equal(["date", "text"], changes.Select(c => c.Field));
        Assert.Equal(("2025-03-04", "2025-03-05"), (changes[0].Before, changes[0].After));
        Assert.NotNull(changes[0].Rule);
        Assert.Contains("noon", changes[1].Before, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal(new DateOnly(2025, 3, 4), (await db.Articles.SingleAsync(Token)).Day);
    }

    [Fact]
    public async Task File_too_large_is_rejected_with_the_limit()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        using (var file = File.Create(Path.Combine(corpus.Files, "huge.txt")))
            file.SetLength(40L * 1024 * 1024);

        var (_, outcomes) = await corpus.IngestAsync();

        Assert.Equal(Outcome.Rejected, outcomes["huge.txt"].Outcome);
        Assert.Contains("MaxFileBytes", outcomes["huge.txt"].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_gives_an_outcome_for_each_file_in_it_and_is_unchanged_when_run_again()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await using (var zip = await System.IO.Compression.ZipFile.OpenAsync(Path.Combine(corpus.Files, "desk.zip"), System.IO.Compression.ZipArchiveMode.Create, Token))
        {
            await AddAsync("a.txt", Ferry);
            await AddAsync("inner/b.txt", Ferry.Replace("noon", "dusk", StringComparison.Ordinal));
            await AddAsync("broken.md", Broken);

            async Task AddAsync(string name, string text)
            {
                await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Token));
                await writer.WriteAsync(text);
            }
        }

        var (run, outcomes) = await corpus.IngestAsync();
        var (again, _) = await corpus.IngestAsync();

        Assert.Equal((3, 2, 1), (run.Files, run.Added, run.Rejected));
        Assert.Equal(Outcome.Rejected, outcomes["desk.zip!/broken.md"].Outcome);
        Assert.Equal((2, 1), (again.Unchanged, again.Rejected));
        Assert.Null(again.Error);
        await using var db = corpus.Database();
        Assert.Equal(["desk.zip!/a.txt", "desk.zip!/inner/b.txt"], await db.Articles.OrderBy(a => a.Id).Select(a => a.SourceFile!.Path).ToListAsync(Token));
        Assert.Equal(Ferry, System.Text.Encoding.UTF8.GetString((await db.Articles.Where(a => a.Id == 1).Join(db.Originals, a => a.SourceFile!.Sha256, o => o.Sha256, (_, o) => o).SingleAsync(Token)).Bytes()));
    }

    [Fact]
    public async Task Links_are_not_followed_out_of_the_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        await using var corpus = await TestCorpus.CreateAsync();
        var outside = Path.Combine(corpus.Folder, "outside");
        Directory.CreateDirectory(outside);
        await File.WriteAllTextAsync(Path.Combine(outside, "secret.txt"), Ferry, Token);
        Directory.CreateSymbolicLink(Path.Combine(corpus.Files, "link"), outside);
        File.CreateSymbolicLink(Path.Combine(corpus.Files, "link.txt"), Path.Combine(outside, "secret.txt"));

        var (run, _) = await corpus.IngestAsync();

        Assert.Equal(0, run.Files);
    }

    [Fact]
    public async Task Missing_folder_is_named_and_the_run_recorded_as_failed()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var nowhere = Path.Combine(corpus.Folder, "nowhere");

        var problem = await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync(paths: nowhere));

        Assert.Contains(nowhere, problem.Message, StringComparison.Ordinal);
        await using var db = corpus.Database();
        Assert.Equal(RunState.Failed, (await db.Runs.SingleAsync(Token)).State);
    }

    [Fact]
    public async Task Run_left_open_by_a_dead_process_is_marked_as_failed_by_the_next()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await corpus.Get<RunStore>().BeginAsync(new IngestionRequest { StartedBy = "test" }, Token);

        await corpus.IngestAsync();

        await using var db = corpus.Database();
        Assert.Equal([RunState.Failed, RunState.Finished], await db.Runs.OrderBy(r => r.Id).Select(r => r.State).ToListAsync(Token));
    }

    [Fact]
    public async Task Second_ingestion_into_the_same_data_folder_is_refused_while_one_runs()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Ferry);
        EnvironmentProblemException? refused = null;

        await corpus.Get<IngestionRunner>().RunAsync(
            new IngestionRequest { StartedBy = "test" },
            _ => refused = Assert.Throws<EnvironmentProblemException>(() =>
                corpus.Get<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "test" }, null, Token).GetAwaiter().GetResult()),
            Token);

        Assert.Contains("ingest.lock", refused!.Message, StringComparison.Ordinal);
    }

    private static async Task<string> IngestedAsync(TestCorpus corpus, string name, string text)
    {
        var path = corpus.Write(name, text);
        await corpus.IngestAsync();
        return path;
    }

    private static async Task<List<(long, long, DateTimeOffset, long)>> SnapshotAsync(TestCorpus corpus)
    {
        await using var db = corpus.Database();
        var rows = await db.Articles.OrderBy(a => a.Id).Select(a => new { a.Id, a.Revision, a.UpdatedAt, a.RunId }).ToListAsync(Token);
        return rows.ConvertAll(r => (r.Id, r.Revision, r.UpdatedAt, r.RunId));
    }
}
