namespace NewsCorpus.Search.Counting;

/// <summary>Counts by outlet and week over the last weeks of a span; stories as <see cref="PeriodCounts"/> does.</summary>
internal sealed class OutletWeeks(PeriodAxis weeks, int firstDay, bool isGrouped)
{
    private readonly HashSet<(int Outlet, int Week, int Story)> _seen = [];
    private readonly Dictionary<int, int[]> _counts = [];

    public IEnumerable<int> Outlets => _counts.Keys;

    public int TotalOf(int outlet) => _counts.TryGetValue(outlet, out var counts) ? counts.Sum() : 0;

    public int Of(int outlet, int week) => _counts.TryGetValue(outlet, out var counts) ? counts[week] : 0;

    public void Add(DatedHit hit)
    {
        if (hit.FirstDay < firstDay)
            return;
        if (weeks.Find(hit) is not { } week)
            return;
        if (!_counts.TryGetValue(hit.Outlet, out var counts))
            _counts.Add(hit.Outlet, counts = new int[weeks.Count]);
        if (!isGrouped || hit.Story == 0 || _seen.Add((hit.Outlet, week, hit.Story)))
            counts[week]++;
    }
}
