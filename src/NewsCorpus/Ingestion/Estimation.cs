using NewsCorpus.Extraction.Dates;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Estimates when undated articles were published: the last step of a run, since it leans on all that the corpus knows by then. An article is looked at when it is new or has changed, and again when
/// the corpus has come to know more of its people or has grown by a tenth. Each hundred commit by themselves; what a cancelled run leaves is the next one's work.
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
        var pending = await store.PendingAsync(dated, since, cancellation);
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
