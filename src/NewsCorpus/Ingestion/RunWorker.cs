using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Carries out queued runs in a serving process, one after another; while another process ingests, it waits. Rows of runs whose process died are marked as failed.
/// When the process ends, the run under way is cancelled and queued again, so that it goes on at the next start; only the run of the start itself is not, as the next start makes one of its own.
/// </summary>
public sealed class RunWorker(IngestionRunner runner, ILogger<RunWorker> logger, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>May be called before the host starts; its own call then changes nothing.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => ExecuteTask is null ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the worker goes on at once.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                if (await runner.RunNextAsync(stoppingToken) is not null)
                    continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (EnvironmentProblemException problem)
            {
                logger.LogError("{Problem}", problem.Message);
                pause = AfterFailure;
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "The queue of runs could not be worked on; trying again in {Seconds} seconds.", AfterFailure.TotalSeconds);
                pause = AfterFailure;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
