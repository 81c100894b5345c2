using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsCorpus.Ingestion.Identities;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Keeps what leans on the whole corpus up with what editors change, in a serving process: stories, people, dates that an outlet's habit decides, and the estimates of articles that have become undated.
/// A run of ingestion sees to all of them by itself.
/// </summary>
public sealed class EditFollower(StoryLinker linker, PeopleLinker people, OpenDates openDates, Estimation estimation, IOptions<NewsCorpusOptions> options, ILogger<EditFollower> logger, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>The corpus's last revision when it was last looked at.</summary>
    private long _seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var told = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                await FollowAsync(stoppingToken);
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
                    logger.LogError(failure, "What editors changed could not be followed; trying again in {Seconds} seconds.", AfterFailure.TotalSeconds);
                else if (problem.Message != told)
                    logger.LogError("What editors changed cannot be followed: {Problem} Trying again every {Seconds} seconds.", problem.Message, AfterFailure.TotalSeconds);
                told = problem?.Message ?? "";
                pause = AfterFailure;
            }
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        if (await linker.IsAnyWaitingAsync(cancellation))
            await linker.LinkAsync(isFollowed: false, cancellation);
        // Of people a run links what it stores at its end.
        var isIngesting = FolderLock.IsHeld(options.Value.Data, FolderLock.Ingesting);
        if (!isIngesting && await people.IsAnyWaitingAsync(cancellation))
            await people.LinkAsync(cancellation);
        var revision = await estimation.RevisionAsync(cancellation);
        if (revision == _seen)
            return;
        // A run decides at its end, when it has seen all.
        if (!isIngesting)
            await openDates.UpdateAsync(cancellation);
        await estimation.FollowAsync(_seen, cancellation);
        _seen = revision;
    }
}
