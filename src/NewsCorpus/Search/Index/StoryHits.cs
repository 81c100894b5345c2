using System.Runtime.InteropServices;

namespace NewsCorpus.Search.Index;

/// <summary>
/// The documents of one search that have copies, and the stories that they make up. A story counts once in the total and once for each value that any of its matching copies has: carried by three
/// outlets, it counts for each of them.
/// </summary>
internal sealed class StoryHits(IndexSnapshot snapshot)
{
    /// <summary>Stories that are counted in one go.</summary>
    private const int Portion = 4096;

    private readonly List<StoryHit> _hits = [];

    /// <summary>The number of each story, in the order in which they were met.</summary>
    private readonly Dictionary<int, int> _numbers = [];

    /// <summary>For each story, by number, the place, from 1, of its last document.</summary>
    private readonly List<int> _last = [];

    /// <summary>For each document the place of the one before it in its story; 0 for none.</summary>
    private int[] _before = [];

    public void Add(in RankedHit hit, Passed passed) => _hits.Add(new(hit, passed));

    public void Add(StoryHits other) => _hits.AddRange(other._hits);

    /// <summary>Brings the documents of each story together. After the last was added.</summary>
    public void Chain()
    {
        _before = new int[_hits.Count];
        for (var i = 0; i < _before.Length; i++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, _hits[i].Hit.Story, out var isKnown);
            if (!isKnown)
            {
                number = _last.Count;
                _last.Add(0);
            }
            _before[i] = _last[number];
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
    public IEnumerable<RankedHit> Count(Func<int, HitColumns> columns, HitCounts counts, int kept)
    {
        var segments = new HitColumns[snapshot.Leaves.Length];
        for (var leaf = 0; leaf < segments.Length; leaf++)
            segments[leaf] = columns(leaf);
        if (_last.Count <= Portion)
            return Count(0, segments, counts, new TopHits(kept)).Kept.ToArray();
        var best = new List<RankedHit>();
        Parallel.For(0, (_last.Count + Portion - 1) / Portion,
            () => (Counts: snapshot.RentCounts(), Top: new TopHits(kept)),
            (portion, _, part) => (part.Counts, Count(portion * Portion, segments, part.Counts, part.Top)),
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

    private TopHits Count(int from, HitColumns[] segments, HitCounts counts, TopHits top)
    {
        var story = new StoryCount(counts);
        for (var number = from; number < Math.Min(_last.Count, from + Portion); number++)
        {
            var at = _last[number];
            var (hit, passed) = _hits[at - 1];
            var best = passed == Passed.All ? hit : default(RankedHit?);
            if (_before[at - 1] == 0)
            {
                counts.Count(segments[hit.Leaf], [hit.Doc], [passed]);
            }
            else
            {
                for (; at != 0; at = _before[at - 1])
                {
                    (hit, passed) = _hits[at - 1];
                    story.Add(segments[hit.Leaf], hit.Doc, passed);
                    if (passed == Passed.All && (best is not { } known || hit.IsBefore(known)))
                        best = hit;
                }
                story.Finish();
            }
            if (best is { } first && top.Admits(first.Key))
                top.Offer(first);
        }
        return top;
    }

    private IEnumerable<RankedHit> OthersOf(RankedHit hit)
    {
        for (var at = hit.Story == 0 ? 0 : _last[_numbers[hit.Story]]; at != 0; at = _before[at - 1])
        {
            var (other, passed) = _hits[at - 1];
            if (passed == Passed.All && other.Id != hit.Id)
                yield return other;
        }
    }

    private readonly record struct StoryHit(RankedHit Hit, Passed Passed);
}
