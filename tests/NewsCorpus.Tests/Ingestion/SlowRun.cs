using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>A run over small files that takes its time once something is asked of it, so that it hears it before its end.</summary>
internal static class SlowRun
{
    /// <param name="ask">What is asked once the first batch is stored.</param>
    public static Task<Run?> StartAsync(TestCorpus corpus, IngestionRequest request, Func<RunQueue, long, Task> ask) =>
        CarryOutAsync(corpus, ask, async (runner, progress) => await runner.RunAsync(request, progress, TestContext.Current.CancellationToken));

    public static Task<Run?> CarryOutAsync(TestCorpus corpus, Func<RunQueue, long, Task> ask, Func<IngestionRunner, Action<IngestionProgress>, Task<Run?>> start)
    {
        var asked = false;
        return Task.Run(() => start(corpus.Get<IngestionRunner>(), progress =>
        {
            if (!asked)
                ask(corpus.Get<RunQueue>(), progress.Run.Id).GetAwaiter().GetResult();
            asked = true;
            if (progress.Outcomes.Count > 0)
                Thread.Sleep(250);
        }));
    }

    /// <summary>Cancels a run over the corpus after its first batch.</summary>
    public static async Task<Run> CancelledAsync(TestCorpus corpus, RunSelection select = RunSelection.New)
    {
        var run = await StartAsync(corpus, new IngestionRequest { StartedBy = "test", Select = select }, (queue, id) => queue.CancelAsync(id, "test", TestContext.Current.CancellationToken));
        Assert.Equal(RunState.Cancelled, run!.State);
        return run;
    }
}
