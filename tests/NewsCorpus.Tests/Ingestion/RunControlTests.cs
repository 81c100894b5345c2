using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class RunControlTests
{
    private const int Count = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paused_run_stores_nothing_and_holds_its_place_until_it_goes_on()
    {
        await using var corpus = await FilledAsync();
        long id = 0;
        var running = SlowRun.StartAsync(corpus, new IngestionRequest { StartedBy = "test" }, (queue, number) => queue.PauseAsync(id = number, "test", Token));
        while (id == 0 && !running.IsCompleted)
            await Task.Delay(20, Token);

        var paused = await corpus.ReachesAsync(id, RunState.Paused);

        Assert.InRange(paused.Files, 3, Count - 1);
        await using (var db = corpus.Database())
            Assert.Equal(paused.Files, await db.Articles.CountAsync(Token));
        await Assert.ThrowsAsync<EnvironmentProblemException>(() => corpus.IngestAsync());
        Assert.True(corpus.Get<IngestionRunner>().IsUnderWay());
        Assert.False(running.IsCompleted);

        Assert.Null((await corpus.Get<RunQueue>().ResumeAsync(id, "test", Token)).Problem);
        var run = (await running)!;
        Assert.Equal((RunState.Finished, Count, Count), (run.State, run.Files, run.Added));
        await AssertEachOnceAsync(corpus, id);
    }

    [Fact]
    public async Task Cancelled_run_keeps_what_it_stored_and_goes_on_behind_it_when_resumed()
    {
        await using var corpus = await FilledAsync();
        var cancelled = await SlowRun.CancelledAsync(corpus);
        Assert.InRange(cancelled.Files, 3, Count - 1);
        await using (var db = corpus.Database())
            Assert.Equal(cancelled.Files, await db.Articles.CountAsync(Token));

        var run = (await corpus.Get<IngestionRunner>().ResumeAsync(cancelled.Id, null, Token))!;

        Assert.Equal((RunState.Finished, Count, Count), (run.State, run.Files, run.Added));
        Assert.Equal(Count, run.FilesFound);
        Assert.Null(run.Error);
        await AssertEachOnceAsync(corpus, run.Id);
    }

    [Fact]
    public async Task Cancelled_forced_run_does_not_read_again_what_it_has_read()
    {
        await using var corpus = await FilledAsync();
        await corpus.IngestAsync();
        var cancelled = await SlowRun.CancelledAsync(corpus, RunSelection.Everything);
        var seen = 0;

        await corpus.Get<IngestionRunner>().ResumeAsync(cancelled.Id, p => seen += p.Outcomes.Count, Token);

        Assert.Equal(Count - cancelled.Files, seen);
    }

    [Fact]
    public async Task Run_of_a_dead_process_fails_and_can_be_resumed()
    {
        await using var corpus = await FilledAsync();
        var cancelled = await SlowRun.CancelledAsync(corpus);
        // As a process leaves it that is killed.
        await using (var db = corpus.Database())
            await db.Runs.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RunState.Paused).SetProperty(r => r.Wish, RunWish.Pause), Token);

        var run = (await corpus.Get<IngestionRunner>().ResumeAsync(cancelled.Id, null, Token))!;

        Assert.Equal((RunState.Finished, Count), (run.State, run.Files));
        await AssertEachOnceAsync(corpus, run.Id);
    }

    [Fact]
    public async Task Resumed_run_goes_on_at_the_next_file_where_the_last_one_is_gone()
    {
        await using var corpus = await FilledAsync();
        var cancelled = await SlowRun.CancelledAsync(corpus);
        File.Delete(Path.Combine(corpus.Files, $"{cancelled.Files - 1:00}.txt"));
        corpus.Write("00-late.txt", Text(100));

        var run = (await corpus.Get<IngestionRunner>().ResumeAsync(cancelled.Id, null, Token))!;

        // The file that came late, before the place, is for the next run.
        Assert.Equal(Count, run.Files);
        var (next, _) = await corpus.IngestAsync();
        Assert.Equal(1, next.Added);
    }

    [Fact]
    public async Task Resumed_run_goes_on_inside_an_archive()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a/first.txt", Text(0));
        await PackAsync(corpus, 1, Count);
        corpus.Write("z.txt", Text(Count + 1));
        var cancelled = await SlowRun.CancelledAsync(corpus);
        Assert.InRange(cancelled.Files, 3, Count - 1);

        var run = (await corpus.Get<IngestionRunner>().ResumeAsync(cancelled.Id, null, Token))!;

        Assert.Equal((Count + 2, Count + 2), (run.Files, run.Added));
        await AssertEachOnceAsync(corpus, run.Id);
    }

    [Fact]
    public async Task Resumed_run_reads_an_archive_anew_that_is_another_now()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        await PackAsync(corpus, 0, Count);
        var cancelled = await SlowRun.CancelledAsync(corpus);
        File.Delete(Path.Combine(corpus.Files, "desk.zip"));
        await PackAsync(corpus, 100, 10);

        var run = (await corpus.Get<IngestionRunner>().ResumeAsync(cancelled.Id, null, Token))!;

        Assert.Equal(cancelled.Files + 10, run.Files);
        Assert.Equal(run.Files, run.Added);
    }

    [Fact]
    public async Task Interrupted_process_leaves_its_run_cancelled()
    {
        await using var corpus = await FilledAsync();
        using var interrupt = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            corpus.Get<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "test" }, _ => interrupt.Cancel(), interrupt.Token));

        await using var db = corpus.Database();
        var run = await db.Runs.SingleAsync(Token);
        Assert.Equal(RunState.Cancelled, run.State);
        Assert.Equal(run.Files, await db.Articles.CountAsync(Token));
    }

    [Fact]
    public async Task Nothing_can_be_asked_of_a_finished_run_but_to_start_another()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", Text(1));
        var (run, _) = await corpus.IngestAsync();
        var queue = corpus.Get<RunQueue>();

        foreach (var answer in new[] { await queue.PauseAsync(run.Id, "test", Token), await queue.ResumeAsync(run.Id, "test", Token), await queue.CancelAsync(run.Id, "test", Token) })
            Assert.NotNull(answer.Problem);
        Assert.Null((await queue.CancelAsync(99, "test", Token)).Run);
        Assert.Null(await corpus.Get<IngestionRunner>().ResumeAsync(run.Id, null, Token));
        await using var db = corpus.Database();
        Assert.Equal(RunWish.None, (await db.Runs.SingleAsync(Token)).Wish);
    }

    private static string Text(int number) => $" date 2025-03-04 The lamp on pier {number} was lit again on Tuesday, the harbour office said.\n\nIt had been dark for {number} nights.\n";

    private static async Task<TestCorpus> FilledAsync()
    {
        var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < Count; i++)
            corpus.Write($"{i:00}.txt", Text(i));
        return corpus;
    }

    private static async Task PackAsync(TestCorpus corpus, int first, int count)
    {
        Directory.CreateDirectory(corpus.Files);
        await using var zip = await ZipFile.OpenAsync(Path.Combine(corpus.Files, "desk.zip"), ZipArchiveMode.Create, Token);
        for (var i = first; i < first + count; i++)
        {
            await using var writer = new StreamWriter(await zip.CreateEntry($"inner/{i:000}.txt").OpenAsync(Token));
            await writer.WriteAsync(Text(i));
        }
    }

    private static async Task AssertEachOnceAsync(TestCorpus corpus, long runId)
    {
        await using var db = corpus.Database();
        var run = await db.Runs.AsNoTracking().SingleAsync(r => r.Id == runId, Token);
        var paths = await db.RunOutcomes.Where(o => o.RunId == runId).Select(o => o.Path).ToListAsync(Token);
        Assert.Equal(paths.Distinct(StringComparer.Ordinal), paths);
        Assert.Equal(run.Files, paths.Count);
        Assert.Equal(run.Files, run.Added + run.Updated + run.Unchanged + run.Duplicate + run.Skipped + run.Rejected);
        Assert.Equal(paths.Count, await db.Articles.CountAsync(Token));
    }
}
