using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Copies;

/// <summary>
/// Articles by the keys of their fingerprints. Kept are 32 bits of a key: two keys that share them by chance cost one look at a fingerprint, which tells them apart. A pair is never taken out: an
/// article that changed is found by its former keys too, and by its fingerprint known for what it is now. Not thread-safe.
/// </summary>
internal sealed class CopyKeys
{
    /// <summary>Pairs of the largest run, of some 160,000 articles: a merge beyond would hold the database for seconds.</summary>
    private const int MaxPairs = 8_000_000;

    /// <summary>Newest first.</summary>
    private readonly List<KeyRun> _runs = [];

    /// <summary>The part of a key that is kept. The lower half: the upper one of a sampled shingle is small, since the smallest are sampled.</summary>
    public static uint Kept(long key) => (uint)key;

    /// <summary>Takes over what other transactions have written and merged. Inside the transaction that then looks up.</summary>
    public async Task LoadAsync(CorpusDbContext db, CancellationToken cancellation)
    {
        var ids = await db.CopyKeyRuns.OrderByDescending(r => r.Id).Select(r => r.Id).ToListAsync(cancellation);
        var known = _runs.ToDictionary(r => r.Row.Id);
        _runs.Clear();
        foreach (var id in ids)
            _runs.Add(known.TryGetValue(id, out var run) ? run : new KeyRun(await db.CopyKeyRuns.AsNoTracking().SingleAsync(r => r.Id == id, cancellation)));
    }

    /// <summary>Forgets all, so that memory is free, or after a transaction that was rolled back.</summary>
    public void Forget() => _runs.Clear();

    /// <summary>Adds the articles of a key, the newest first, until there are so many.</summary>
    public void Find(uint key, KeyPages pages, List<long> articles, int most)
    {
        foreach (var run in _runs)
        {
            if (articles.Count >= most)
                return;
            run.Find(key, pages, articles, most);
        }
    }

    /// <summary>Stores pairs, merged with the newest runs as long as these are not more than twice as large: so there are few runs, and a pair is rewritten as often as the logarithm of their number.</summary>
    /// <param name="pairs">See <see cref="KeyPages.Pair"/>; in any order.</param>
    public async Task AddAsync(CorpusDbContext db, SequenceBlock numbers, List<ulong> pairs, CancellationToken cancellation)
    {
        if (pairs.Count == 0)
            return;
        pairs.Sort();
        var total = pairs.Count;
        var merged = _runs.TakeWhile(run =>
        {
            if (run.Row.Pairs > 2L * total || run.Row.Pairs > MaxPairs - total)
                return false;
            total += run.Row.Pairs;
            return true;
        }).ToList();
        using var pages = new KeyPages(db);
        using var rows = new RowInserter(db);
        var writer = new KeyRunWriter(numbers, total);
        rows.Insert(writer.Pages(KeyRunWriter.Merge([pairs, .. merged.Select(run => pages.PairsOf(run.Row))])));
        var row = writer.Run();
        rows.Insert([row]);
        foreach (var run in merged)
        {
            var (id, first, end) = (run.Row.Id, run.Row.FirstPage, run.Row.FirstPage + run.Row.PageCount);
            await db.CopyKeyPages.Where(p => p.Id >= first && p.Id < end).ExecuteDeleteAsync(cancellation);
            await db.CopyKeyRuns.Where(r => r.Id == id).ExecuteDeleteAsync(cancellation);
        }
        _runs.RemoveRange(0, merged.Count);
        _runs.Insert(0, new KeyRun(row));
    }
}
