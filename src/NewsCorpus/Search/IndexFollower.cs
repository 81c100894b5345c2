using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>Keeps the index of a serving process at the database's last revision, whoever moved it, and searches at the index's last commit, whoever made it.</summary>
public sealed class IndexFollower(IndexCatchUp catchUp, IOptions<NewsCorpusOptions> options, ILogger<IndexFollower> logger, TimeProvider time) : BackgroundService
{
    /// <summary>A new article is to be found within a second of its commit; looking costs one lookup in a database index.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>May be called before the host starts; its own call then changes nothing.</summary>
    public override Task StartAsync(CancellationToken cancellationToken) => ExecuteTask is null ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the follower goes on at once.
        await Task.Yield();
        var pause = Interval;
        var told = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await catchUp.CatchUpAsync(keepWriter: true, stoppingToken);
                pause = Interval;
                told = "";
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // A full disk or a damaged database stays so for a while: that is told without a stack, and again only when it differs.
                var problem = CorpusDatabase.ProblemOf(failure, options.Value.DatabasePath);
                if (problem is null)
                    logger.LogError(failure, "The search index could not follow the database; trying again in {Seconds} seconds.", AfterFailure.TotalSeconds);
                else if (problem.Message != told)
                    logger.LogError("The search index cannot follow the database: {Problem} Trying again every {Seconds} seconds.", problem.Message, AfterFailure.TotalSeconds);
                told = problem?.Message ?? "";
                pause = AfterFailure;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catchUp.Release();
    }
}
