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
        foreach (var ids in pending.Chunk(BatchSize))
        {
            var articles = await store.ReadAsync(ids, cancellation);
            var estimates = articles.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select(a => (Article: a, Estimate: DateEstimator.Estimate(a.Content, a.People, a.CopyDays, calendar))).ToList();
            await store.WriteAsync(estimates, dated, cancellation);
        }
    }
}
