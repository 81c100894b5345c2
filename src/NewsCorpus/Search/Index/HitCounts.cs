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
        Months = new int[snapshot.Slots.Months + 1];
        Speakers = new int[snapshot.MaxPerson + 1];
        Slots = snapshot.Slots;
        Times = new int[Slots.Count];
    }

    public TimeSlots Slots { get; }

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

    /// <summary>Counted as if no month were chosen, by <see cref="TimeSlots.MonthOf"/>; slot 0 counts articles of which none is known.</summary>
    public int[] Months { get; }

    /// <summary>Counts documents that have no copies, or are counted beside them.</summary>
    /// <param name="passed">For each of the documents.</param>
    public void Count(in HitColumns columns, ReadOnlySpan<int> docs, ReadOnlySpan<Passed> passed)
    {
        var segment = columns.Segment;
        CountDates(columns, docs, passed);
        for (var i = 0; i < docs.Length; i++)
        {
            if ((passed[i] | Passed.Outlet) == Passed.All)
                Outlets[segment.Outlets[docs[i]]]++;
            if ((passed[i] | Passed.Agency) == Passed.All)
                Agencies[columns.AgencyNumbers[segment.Agencies[docs[i]]]]++;
            if ((passed[i] | Passed.Language) == Passed.All)
                Languages[segment.Languages[docs[i]]]++;
        }
        var hits = passed.Count(Passed.All);
        Total += hits;
        Articles += hits;
        CountSeveral(segment.People, People, docs, passed);
        CountSeveral(segment.Tags, Tags, docs, passed);
        CountSeveral(segment.Speakers, Speakers, docs, passed);
    }

    public void Clear()
    {
        (Total, Articles, Undated) = (0, 0, 0);
        foreach (var counts in (ReadOnlySpan<int[]>)[People, Tags, Outlets, Languages, Agencies, Months, Speakers, Times])
            Array.Clear(counts);
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

    private void CountDates(in HitColumns columns, ReadOnlySpan<int> docs, ReadOnlySpan<Passed> passed)
    {
        var dates = columns.Dates;
        for (var i = 0; i < docs.Length; i++)
        {
            var doc = docs[i];
            if ((passed[i] | Passed.Month) == Passed.All)
                Months[columns.Slots.MonthOf(dates.Months[doc])]++;
            if ((passed[i] | Passed.Dates) != Passed.All)
                continue;
            if (dates.Minutes[doc] < 0)
                Undated++;
            else if (columns.CountsTime)
                Times[columns.SlotOf(doc)]++;
        }
    }

    private static void CountSeveral(IdTable column, int[] counts, ReadOnlySpan<int> docs, ReadOnlySpan<Passed> passed)
    {
        for (var i = 0; i < docs.Length; i++)
            if (passed[i] == Passed.All)
                foreach (var id in column.Of(docs[i]))
                    counts[id]++;
    }

    private static void Add(int[] to, int[] from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
    }
}
