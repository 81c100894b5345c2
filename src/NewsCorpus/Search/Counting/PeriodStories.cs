namespace NewsCorpus.Search.Counting;

/// <summary>A story in a period while it is gathered.</summary>
/// <param name="Best">Its best match.</param>
internal sealed record GatheredStory(DatedHit Best, int Outlets, int Articles);

/// <summary>Gathers which stories were most widely carried in each period, and of articles without copies the best matches.</summary>
internal sealed class PeriodStories(PeriodAxis axis)
{
    private readonly List<DatedHit>?[] _alone = new List<DatedHit>?[axis.Count];
    private readonly Dictionary<int, Spread>?[] _stories = new Dictionary<int, Spread>?[axis.Count];

    /// <summary>A hit whose period is not known is in none.</summary>
    public void Add(DatedHit hit)
    {
        if (axis.Find(hit) is not { } slot)
            return;
        if (hit.Story == 0)
            AddAlone(_alone[slot] ??= [], hit);
        else if ((_stories[slot] ??= []).TryGetValue(hit.Story, out var spread))
            spread.Add(hit);
        else
            _stories[slot]!.Add(hit.Story, new Spread(hit));
    }

    /// <summary>The first stories of a period.</summary>
    public IReadOnlyList<GatheredStory> Of(int slot) =>
    [
        .. (_stories[slot]?.Values.Select(s => new GatheredStory(s.Best, s.Outlets.Count, s.Articles)) ?? [])
            .Concat(_alone[slot]?.Select(h => new GatheredStory(h, h.Outlet == 0 ? 0 : 1, 1)) ?? [])
            .OrderByDescending(s => s.Outlets > 1 ? s.Outlets : 1).ThenByDescending(s => s.Best.Score).ThenBy(s => s.Best.Id).Take(TimelineRequest.Stories),
    ];

    private static bool IsBetter(DatedHit a, DatedHit b) => a.Score != b.Score ? a.Score > b.Score : a.Id < b.Id;

    private static void AddAlone(List<DatedHit> best, DatedHit hit)
    {
        var at = best.FindIndex(b => IsBetter(hit, b));
        if (at < 0 && best.Count == TimelineRequest.Stories)
            return;
        best.Insert(at < 0 ? best.Count : at, hit);
        if (best.Count > TimelineRequest.Stories)
            best.RemoveAt(TimelineRequest.Stories);
    }

    private sealed class Spread
    {
        public Spread(DatedHit hit)
        {
            Best = hit;
            Add(hit);
        }

        public DatedHit Best { get; private set; }

        public HashSet<int> Outlets { get; } = [];

        public int Articles { get; private set; }

        public void Add(DatedHit hit)
        {
            Articles++;
            if (hit.Outlet != 0)
                Outlets.Add(hit.Outlet);
            if (IsBetter(hit, Best))
                Best = hit;
        }
    }
}
