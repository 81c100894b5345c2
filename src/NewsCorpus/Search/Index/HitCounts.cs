using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>Counts over all hits of a search; arrays are indexed by id.</summary>
internal sealed class HitCounts
{
    public HitCounts(IndexSnapshot snapshot)
    {
        People = new int[snapshot.MaxPerson + 1];
        Tags = new int[snapshot.MaxTag + 1];
        Outlets = new int[snapshot.MaxOutlet + 1];
        Languages = new int[LanguageCodes.Numbers];
        Agencies = new int[snapshot.Agencies.Names.Length];
        Months = new int[DateColumns.MonthNumbers];
        Speakers = new int[snapshot.MaxPerson + 1];
        Times = new int[snapshot.Slots.Count];
    }

    /// <summary>Stories, or articles where copies are not grouped.</summary>
    public int Total { get; set; }

    /// <summary>Articles, each copy counted.</summary>
    public int Articles { get; set; }

    /// <summary>Undated articles that pass everything but the date filters, whether or not they are among the hits.</summary>
    public int Undated { get; set; }

    public int[] People { get; }

    public int[] Tags { get; }

    /// <summary>Counted as if no outlet were chosen; slot 0 counts articles without an outlet.</summary>
    public int[] Outlets { get; }

    /// <summary>Counted as if no language were chosen; slot 0 counts articles whose language is not known.</summary>
    public int[] Languages { get; }

    /// <summary>Counted as if no agency were chosen; slot 0 counts articles that credit none.</summary>
    public int[] Agencies { get; }

    /// <summary>People who say something.</summary>
    public int[] Speakers { get; }

    /// <summary>Counted as if no range of dates were chosen, by <see cref="TimeSlots"/>.</summary>
    public int[] Times { get; }

    /// <summary>Counted as if no month were chosen; slot 0 counts articles of which none is known.</summary>
    public int[] Months { get; }

    /// <summary>Counts one document that has no copies, or is counted beside them.</summary>
    public void Count(SegmentColumns columns, int doc, in HitState state)
    {
        if (state.CountsUndated)
            Undated++;
        if (state.CountsTime)
            Times[state.Slot]++;
        if (state.CountsOutlet)
            Outlets[state.Outlet]++;
        if (state.CountsAgency)
            Agencies[state.Agency]++;
        if (state.CountsLanguage)
            Languages[state.Language]++;
        if (state.CountsMonth)
            Months[state.Month]++;
        if (!state.IsHit)
            return;
        Total++;
        Articles++;
        foreach (var id in columns.People.Of(doc))
            People[id]++;
        foreach (var id in columns.Tags.Of(doc))
            Tags[id]++;
        foreach (var id in columns.Speakers.Of(doc))
            Speakers[id]++;
    }

    public void Add(HitCounts other)
    {
        Total += other.Total;
        Articles += other.Articles;
        Undated += other.Undated;
        Add(People, other.People);
        Add(Tags, other.Tags);
        Add(Outlets, other.Outlets);
        Add(Languages, other.Languages);
        Add(Agencies, other.Agencies);
        Add(Months, other.Months);
        Add(Speakers, other.Speakers);
        Add(Times, other.Times);
    }

    private static void Add(int[] to, int[] from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
    }
}
