using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsCorpus.Search;

/// <summary>Keeps the index of a serving process at the database's last revision, whoever moved it, and searches at the index's last commit, whoever made it.</summary>
public sealed class IndexFollower(IndexCatchUp catchUp, ILogger<IndexFollower> logger, TimeProvider time) : BackgroundService
{
    /// <summary>A new article is to be found within a second of its commit; looking costs one lookup in a database index.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Interval;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await catchUp.CatchUpAsync(keepWriter: true, stoppingToken);
                pause = Interval;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "The search index could not follow the database; trying again in {Seconds} seconds.", AfterFailure.TotalSeconds);
                pause = AfterFailure;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catchUp.Release();
    }
}
