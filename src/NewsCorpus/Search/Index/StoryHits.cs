using System.Runtime.InteropServices;

namespace NewsCorpus.Search.Index;

/// <summary>
/// The documents of one search that have copies, and the stories that they make up. A story counts once in the total and once for each value that any of its matching copies has: carried by three
/// outlets, it counts for each of them.
/// </summary>
internal sealed class StoryHits(IndexSnapshot snapshot)
{
    private readonly List<StoryHit> _hits = [];
    private readonly List<int> _stories = [];

    /// <summary>For each story the place, from 1, of its last document.</summary>
    private readonly Dictionary<int, int> _last = [];

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
            var story = _hits[i].Hit.Story;
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, story, out var isKnown);
            if (!isKnown)
                _stories.Add(story);
            _before[i] = last;
            last = i + 1;
        }
    }

    /// <summary>The other results of a hit's story, best first.</summary>
    public IReadOnlyList<RankedHit> Others(RankedHit hit) => [.. OthersOf(hit).OrderByDescending(h => h.Key).ThenBy(h => h.Id)];

    /// <summary>How many <see cref="Others"/> there are.</summary>
    public int OtherCount(RankedHit hit) => OthersOf(hit).Count();

    /// <summary>Counts each story, and offers the best of its results.</summary>
    public void Count(Func<int, HitColumns> columns, HitCounts counts, TopHits top)
    {
        var segments = new HitColumns[snapshot.Leaves.Length];
        for (var leaf = 0; leaf < segments.Length; leaf++)
            segments[leaf] = columns(leaf);
        var story = new StoryCount(counts);
        foreach (var id in _stories)
        {
            RankedHit? best = null;
            for (var at = _last[id]; at != 0; at = _before[at - 1])
            {
                var (hit, passed) = _hits[at - 1];
                story.Add(segments[hit.Leaf], hit.Doc, passed);
                if (passed == Passed.All && (best is not { } known || hit.IsBefore(known)))
                    best = hit;
            }
            story.Finish();
            if (best is { } first && top.Admits(first.Key))
                top.Offer(first);
        }
    }

    private IEnumerable<RankedHit> OthersOf(RankedHit hit)
    {
        for (var at = hit.Story == 0 ? 0 : _last[hit.Story]; at != 0; at = _before[at - 1])
        {
            var (other, passed) = _hits[at - 1];
            if (passed == Passed.All && other.Id != hit.Id)
                yield return other;
        }
    }

    private readonly record struct StoryHit(RankedHit Hit, Passed Passed);
}
