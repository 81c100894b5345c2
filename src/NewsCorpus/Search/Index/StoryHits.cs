namespace NewsCorpus.Search.Index;

/// <summary>
/// The documents of one search that have copies, and the stories that they make up. A story counts once in the total and once for each value that any of its matching copies has: carried by three
/// outlets, it counts for each of them.
/// </summary>
internal sealed class StoryHits(IndexSnapshot snapshot)
{
    /// <summary>Stories that are counted in one go.</summary>
    private const int Portion = 4096;

    /// <summary>The part of all stories from which on what each counts for is looked up rather than worked out.</summary>
    private const int LookedUpFrom = 16;

    private readonly List<StoryHit> _hits = [];

    /// <summary>Numbers of the stories in the order in which they were met, see <see cref="StoryTable.NumberOf"/>.</summary>
    private readonly List<int> _met = [];

    /// <summary>For each document the place of the one before it in its story; 0 for none.</summary>
    private readonly List<int> _before = [];

    /// <summary>For each story of the snapshot, by number, the place, from 1, of its last document; 0 for none.</summary>
    private int[] _last = [];

    public void Add(in RankedHit hit, Passed passed) => _hits.Add(new(hit, passed));

    public void Add(StoryHits other) => _hits.AddRange(other._hits);

    public void Clear()
    {
        foreach (var number in _met)
            _last[number] = 0;
        _hits.Clear();
        _met.Clear();
        _before.Clear();
    }

    /// <summary>Brings the documents of each story together. After the last was added.</summary>
    public void Chain()
    {
        if (_hits.Count == 0)
            return;
        var table = snapshot.Stories;
        if (_last.Length == 0)
            _last = new int[table.Count];
        for (var i = 0; i < _hits.Count; i++)
        {
            var number = table.NumberOf(_hits[i].Hit.Story);
            if (_last[number] == 0)
                _met.Add(number);
            _before.Add(_last[number]);
            _last[number] = i + 1;
        }
    }

    /// <summary>The other results of a hit's story, best first.</summary>
    public IReadOnlyList<RankedHit> Others(RankedHit hit) => [.. OthersOf(hit).OrderByDescending(h => h.Key).ThenBy(h => h.Id)];

    /// <summary>How many <see cref="Others"/> there are.</summary>
    public int OtherCount(RankedHit hit) => OthersOf(hit).Count();

    /// <summary>Counts each story, on all cores where there are many.</summary>
    /// <param name="kept">How many of the best are of interest.</param>
    /// <returns>The best result of each of the best stories.</returns>
    public IEnumerable<RankedHit> Count(HitFilter filter, HitTables tables, HitCounts counts, int kept)
    {
        var segments = new HitColumns[snapshot.Leaves.Length];
        for (var leaf = 0; leaf < segments.Length; leaf++)
            segments[leaf] = new HitColumns(snapshot, leaf, filter, tables);
        var sums = filter.IsOpen && _met.Count > snapshot.Stories.Count / LookedUpFrom ? snapshot.Stories.Sums(filter.WithEstimates) : null;
        if (_met.Count <= Portion)
            return Count(0, segments, sums, counts, new TopHits(kept)).Kept.ToArray();
        var best = new List<RankedHit>();
        Parallel.For(0, (_met.Count + Portion - 1) / Portion,
            () => (Counts: snapshot.RentCounts(), Top: new TopHits(kept)),
            (portion, _, part) => (part.Counts, Count(portion * Portion, segments, sums, part.Counts, part.Top)),
            part =>
            {
                lock (best)
                {
                    counts.Add(part.Counts);
                    best.AddRange(part.Top.Kept);
                }
                snapshot.Return(part.Counts);
            });
        return best;
    }

    /// <param name="sums">What stories count for as a whole; null where a filter may have left some of their articles out.</param>
    private TopHits Count(int from, HitColumns[] segments, StorySums? sums, HitCounts counts, TopHits top)
    {
        var values = new StoryValues();
        for (var met = from; met < Math.Min(_met.Count, from + Portion); met++)
        {
            var number = _met[met];
            var best = default(RankedHit?);
            var articles = 0;
            for (var at = _last[number]; at != 0; at = _before[at - 1], articles++)
            {
                var (hit, passed) = _hits[at - 1];
                if (passed == Passed.All && (best is not { } known || hit.IsBefore(known)))
                    best = hit;
            }
            if (best is { } first && top.Admits(first.Key))
                top.Offer(first);
            if (sums is not null && articles == snapshot.Stories.SizeOf(number))
                counts.Count(sums.Of(number));
            else
                Count(number, segments, values, counts);
        }
        return top;
    }

    private void Count(int number, HitColumns[] segments, StoryValues values, HitCounts counts)
    {
        for (var at = _last[number]; at != 0; at = _before[at - 1])
        {
            var (hit, passed) = _hits[at - 1];
            values.Add(segments[hit.Leaf], hit.Doc, passed);
        }
        values.CountInto(counts);
    }

    private IEnumerable<RankedHit> OthersOf(RankedHit hit)
    {
        for (var at = hit.Story == 0 ? 0 : _last[snapshot.Stories.NumberOf(hit.Story)]; at != 0; at = _before[at - 1])
        {
            var (other, passed) = _hits[at - 1];
            if (passed == Passed.All && other.Id != hit.Id)
                yield return other;
        }
    }

    private readonly record struct StoryHit(RankedHit Hit, Passed Passed);
}
