using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class RunWorkerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queued_runs_are_carried_out_in_their_order_and_cancelled_ones_are_not()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", " date 2025-03-04 The night ferry came.\n");
        var queue = corpus.Get<RunQueue>();
        var runs = new List<Run>();
        for (var i = 0; i < 3; i++)
            runs.Add(await queue.EnqueueAsync(new IngestionRequest { StartedBy = "Ada" }, "run.start", Token));
        await queue.CancelAsync(runs[1].Id, "Ada", Token);
        Assert.NotNull((await queue.PauseAsync(runs[2].Id, "Ada", Token)).Problem);

        await corpus.Get<RunWorker>().StartAsync(Token);

        Assert.Equal(1, (await corpus.ReachesAsync(runs[0].Id, RunState.Finished)).Added);
        Assert.Equal(1, (await corpus.ReachesAsync(runs[2].Id, RunState.Finished)).Unchanged);
        Assert.Equal((RunState.Cancelled, 0), (await corpus.ReachesAsync(runs[1].Id, RunState.Cancelled)) is var cancelled ? (cancelled.State, cancelled.Files) : default);
        await corpus.Get<RunWorker>().StopAsync(Token);
        await using var db = corpus.Database();
        Assert.Equal(4, await db.Log.CountAsync(Token));
    }

    [Fact]
    public async Task Queue_waits_while_another_process_ingests()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        corpus.Write("a.txt", " date 2025-03-04 The night ferry came.\n");
        var queued = await corpus.Get<RunQueue>().EnqueueAsync(new IngestionRequest { StartedBy = "Ada" }, null, Token);
        using (IngestionLock.Take(Path.Combine(corpus.Folder, "data")))
        {
            Assert.Null(await corpus.Get<IngestionRunner>().RunNextAsync(Token));
            Assert.Equal(RunState.Queued, (await corpus.Get<RunStore>().FindAsync(queued.Id, Token))!.State);
        }

        Assert.Equal(RunState.Finished, (await corpus.Get<IngestionRunner>().RunNextAsync(Token))!.State);
    }

    [Fact]
    public async Task Run_under_way_when_the_server_stops_waits_in_the_queue_for_its_next_start()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        for (var i = 0; i < 60; i++)
            corpus.Write($"{i:00}.txt", $" date 2025-03-04 The ferry number {i} came.\n\n{string.Concat(Enumerable.Repeat("Ines Calloway, the harbour master, said that nobody had seen it leave. ", 200))}");
        var queued = await corpus.Get<RunQueue>().EnqueueAsync(new IngestionRequest { StartedBy = "Ada" }, null, Token);
        var worker = corpus.Get<RunWorker>();
        await worker.StartAsync(Token);
        await foreach (var run in corpus.Get<RunReport>().FollowAsync(queued.Id, Token))
            if (run.Files > 0)
                break;

        await worker.StopAsync(Token);

        var stopped = (await corpus.Get<RunStore>().FindAsync(queued.Id, Token))!;
        Assert.Equal(RunState.Queued, stopped.State);
        var finished = (await corpus.Get<IngestionRunner>().RunNextAsync(Token))!;
        Assert.Equal((RunState.Finished, 60, 60), (finished.State, finished.Files, finished.Added));
    }

    [Fact]
    public async Task Dead_runs_are_marked_also_where_nothing_is_queued()
    {
        await using var corpus = await TestCorpus.CreateAsync();
        var dead = await corpus.Get<RunStore>().BeginAsync(new IngestionRequest { StartedBy = "test" }, Token);

        Assert.Null(await corpus.Get<IngestionRunner>().RunNextAsync(Token));

        Assert.Equal(RunState.Failed, (await corpus.Get<RunStore>().FindAsync(dead.Id, Token))!.State);
    }
}
