namespace NewsCorpus.Search.Index;

/// <summary>Counts over all hits of a search; arrays are indexed by id.</summary>
internal sealed class HitCounts
{
    /// <summary>Months are counted from the year 0; see <see cref="DateColumns.Months"/>.</summary>
    private const int MonthSlots = 10_000 * 12;

    public HitCounts(IndexSnapshot snapshot)
    {
        People = new int[snapshot.MaxPerson + 1];
        Tags = new int[snapshot.MaxTag + 1];
        Outlets = new int[snapshot.MaxOutlet + 1];
        Months = new int[MonthSlots];
    }

    public int Total { get; set; }

    /// <summary>Undated articles that pass everything but the date filters, whether or not they are among the hits.</summary>
    public int Undated { get; set; }

    public int[] People { get; }

    public int[] Tags { get; }

    /// <summary>Counted as if no outlet were chosen; slot 0 counts articles without an outlet.</summary>
    public int[] Outlets { get; }

    /// <summary>Slot 0 counts hits of which no month is known.</summary>
    public int[] Months { get; }

    public void Add(HitCounts other)
    {
        Total += other.Total;
        Undated += other.Undated;
        Add(People, other.People);
        Add(Tags, other.Tags);
        Add(Outlets, other.Outlets);
        Add(Months, other.Months);
    }

    private static void Add(int[] to, int[] from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
    }
}
