using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Estimates when undated articles were published: the last step of a run, since it leans on all that the corpus knows by then. An article is looked at when it is new or has changed, and again when
/// the corpus has come to know more of its people or has grown by a tenth; one that an editor makes undated is looked at as soon as a serving process sees it (<see cref="EditFollower"/>). Each hundred commit by themselves; what a cancelled run leaves is the next one's work.
/// </summary>
public sealed class Estimation(EstimateStore store, TimeProvider time)
{
    private const int BatchSize = 100;

    /// <summary>Articles that are read at once: each comes with all the dated articles that name its people.</summary>
    private const int ReadSize = 20;

    /// <summary>The corpus's last revision, to be given to <see cref="UpdateAsync"/> when a run is over.</summary>
    public Task<long> RevisionAsync(CancellationToken cancellation) => store.RevisionAsync(cancellation);

    /// <param name="since">Last revision before the run.</param>
    public async Task UpdateAsync(long since, CancellationToken cancellation)
    {
        var dated = await store.DatedAsync(cancellation);
        await EstimateAsync(await store.PendingAsync(dated, since, cancellation), dated, cancellation);
    }

    /// <summary>Estimates the articles that editors have made undated, or brought back, and that no run has looked at.</summary>
    /// <param name="since">Revision up to which that was done before.</param>
    public async Task FollowAsync(long since, CancellationToken cancellation)
    {
        var edited = await store.EditedAsync(since, cancellation);
        if (edited.Count > 0)
            await EstimateAsync(edited, await store.DatedAsync(cancellation), cancellation);
    }

    private async Task EstimateAsync(IReadOnlyList<long> pending, int dated, CancellationToken cancellation)
    {
        if (pending.Count == 0)
            return;
        var calendar = new CorpusCalendar(await store.MonthsAsync(cancellation), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var known = new NamingCache();
        using var heap = HeapKeeper.Watch();
        using var one = new SemaphoreSlim(1);
        // The database is read for one batch while another is worked out; they are written one at a time.
        await Parallel.ForEachAsync(pending.Chunk(BatchSize), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (ids, stop) =>
        {
            var estimates = new List<(long Id, long Revision, DateEstimate? Estimate)>(ids.Length);
            foreach (var some in ids.Chunk(ReadSize))
                estimates.AddRange((await store.ReadAsync(some, known, stop)).Select(a => (a.Id, a.Revision, DateEstimator.Estimate(a.Content, a.People, a.CopyDays, calendar))));
            await one.WaitAsync(stop);
            try
            {
                await store.WriteAsync(estimates, dated, stop);
            }
            finally
            {
                one.Release();
            }
        });
    }
}
