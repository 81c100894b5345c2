using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsCorpus.Ingestion.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>Keeps the stories and people of a serving process up with what editors change. A run of ingestion links what it stores by itself; of people it does so at its end.</summary>
public sealed class StoryFollower(StoryLinker linker, PeopleLinker people, IOptions<NewsCorpusOptions> options, ILogger<StoryFollower> logger, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var told = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                if (await linker.IsAnyWaitingAsync(stoppingToken))
                    await linker.LinkAsync(isFollowed: false, stoppingToken);
                if (!FolderLock.IsHeld(options.Value.Data, FolderLock.Ingesting) && await people.IsAnyWaitingAsync(stoppingToken))
                    await people.LinkAsync(stoppingToken);
                told = "";
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // A full disk stays so for a while: that is told once.
                var problem = CorpusDatabase.ProblemOf(failure, options.Value.DatabasePath);
                if (problem is null)
                    logger.LogError(failure, "Copies and people could not be linked; trying again in {Seconds} seconds.", AfterFailure.TotalSeconds);
                else if (problem.Message != told)
                    logger.LogError("Copies and people cannot be linked: {Problem} Trying again every {Seconds} seconds.", problem.Message, AfterFailure.TotalSeconds);
                told = problem?.Message ?? "";
                pause = AfterFailure;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
