namespace NewsCorpus.Search.Index;

/// <summary>
/// The documents of one search that have copies, and the stories that they make up. A story counts once in the total and once for each value that any of its matching copies has: carried by three
/// outlets, it counts for each of them.
/// </summary>
internal sealed class StoryHits(IndexSnapshot snapshot)
{
    private readonly List<(RankedHit Hit, bool IsHit)> _hits = [];
    private readonly List<int> _stories = [];

    /// <summary>For each story the place, from 1, of its last document; 0 for none.</summary>
    private int[] _last = [];

    /// <summary>For each document the place of the one before it in its story.</summary>
    private int[] _before = [];

    /// <param name="isHit">False for a document that only counts in a facet whose own filter keeps it from the results.</param>
    public void Add(in RankedHit hit, bool isHit) => _hits.Add((hit, isHit));

    public void Add(StoryHits other) => _hits.AddRange(other._hits);

    /// <summary>Brings the documents of each story together. After the last was added.</summary>
    public void Chain()
    {
        if (_hits.Count == 0)
            return;
        _before = new int[_hits.Count];
        // Ids of stories are ids of articles: a table of them is smaller than the documents' columns.
        _last = new int[_hits.Max(h => h.Hit.Story) + 1];
        for (var i = 0; i < _hits.Count; i++)
        {
            ref var last = ref _last[_hits[i].Hit.Story];
            if (last == 0)
                _stories.Add(_hits[i].Hit.Story);
            _before[i] = last;
            last = i + 1;
        }
    }

    /// <summary>The other results of a hit's story, best first.</summary>
    public IReadOnlyList<RankedHit> Others(RankedHit hit) => hit.Story == 0
        ? []
        : [.. Of(hit.Story).Where(h => h.IsHit && h.Hit.Id != hit.Id).Select(h => h.Hit).OrderByDescending(h => h.Key).ThenBy(h => h.Id)];

    /// <summary>How many <see cref="Others"/> there are.</summary>
    public int OtherCount(RankedHit hit) => hit.Story == 0 ? 0 : Of(hit.Story).Count(h => h.IsHit && h.Hit.Id != hit.Id);

    /// <summary>Counts each story, and offers the best of its results.</summary>
    public void Count(Func<int, HitColumns> columns, HitCounts counts, TopHits top)
    {
        var segments = new HitColumns[snapshot.Leaves.Length];
        for (var leaf = 0; leaf < segments.Length; leaf++)
            segments[leaf] = columns(leaf);
        var story = new StoryCount(snapshot, counts);
        foreach (var id in _stories)
        {
            RankedHit? best = null;
            for (var at = _last[id]; at != 0; at = _before[at - 1])
            {
                var (hit, isHit) = _hits[at - 1];
                story.Add(hit, segments[hit.Leaf].Of(hit.Doc));
                if (isHit && (best is not { } known || hit.IsBefore(known)))
                    best = hit;
            }
            story.Finish();
            if (best is { } first && top.Admits(first.Key))
                top.Offer(first);
        }
    }

    private IEnumerable<(RankedHit Hit, bool IsHit)> Of(int story)
    {
        for (var at = _last[story]; at != 0; at = _before[at - 1])
            yield return _hits[at - 1];
    }
}
