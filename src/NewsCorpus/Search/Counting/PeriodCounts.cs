namespace NewsCorpus.Search.Counting;

/// <summary>Counts articles by period or, where copies are grouped, stories: a story counts once in each period in which any of its matching copies appeared, as in the facet of months.</summary>
internal sealed class PeriodCounts(PeriodAxis axis, bool isGrouped)
{
    private const int Undatedness = -1;
    private const int Vagueness = -2;
    private const int Whole = -3;

    private readonly HashSet<(int Slot, int Story)> _seen = [];

    public int[] Counts { get; } = new int[axis.Count];

    /// <summary>Stories, or articles where copies are not grouped; dated or not.</summary>
    public int Total { get; private set; }

    /// <summary>Articles, each copy counted.</summary>
    public int Articles { get; private set; }

    public int Undated { get; private set; }

    /// <summary>Those whose date, a month or a year, may mean days of several periods: they are in none.</summary>
    public int Vague { get; private set; }

    public void Add(DatedHit hit)
    {
        Articles++;
        Total += IsFirst(Whole, hit.Story);
        if (hit.FirstDay < 0)
        {
            Undated += IsFirst(Undatedness, hit.Story);
            return;
        }
        if (axis.Find(hit) is { } slot)
            Counts[slot] += IsFirst(slot, hit.Story);
        else
            Vague += IsFirst(Vagueness, hit.Story);
    }

    /// <summary>The same of articles some of which are of days beyond the axis.</summary>
    public void AddInside(DatedHit hit)
    {
        if (axis.Holds(hit))
            Add(hit);
    }

    private int IsFirst(int slot, int story) => !isGrouped || story == 0 || _seen.Add((slot, story)) ? 1 : 0;
}
