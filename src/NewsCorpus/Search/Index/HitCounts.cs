using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>What hits are counted by.</summary>
internal enum CountedKind
{
    Person,
    Tag,
    Outlet,
    Agency,
    Language,
    Month,
    Speaker,
    Time,
}

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

    /// <summary>Counted as if no month were chosen, by <see cref="TimeSlots.MonthOf(int, DatePrecision)"/>; slot 0 counts articles of which none is known.</summary>
    public int[] Months { get; }

    /// <summary>Counts documents that have no copies, or are counted beside them.</summary>
    /// <param name="passed">For each of the documents.</param>
    public void Count(in HitColumns columns, ReadOnlySpan<int> docs, ReadOnlySpan<Passed> passed)
    {
        CountDates(columns, docs, passed);
        var (rows, agencies) = (columns.Segment.Rows, columns.AgencyNumbers);
        for (var i = 0; i < docs.Length; i++)
        {
            var row = rows.Of(docs[i]);
            if ((passed[i] | Passed.Outlet) == Passed.All)
                Outlets[row.Outlet]++;
            if ((passed[i] | Passed.Agency) == Passed.All)
                Agencies[agencies[row.Agency]]++;
            if ((passed[i] | Passed.Language) == Passed.All)
                Languages[row.Language]++;
            if (passed[i] != Passed.All)
                continue;
            Count(Tags, row.Tags);
            Count(Speakers, row.Speakers);
            Count(People, row.People);
        }
        var hits = passed.Count(Passed.All);
        Total += hits;
        Articles += hits;
    }

    /// <summary>Counts a story of which each article is a hit.</summary>
    public void Count(StorySum story)
    {
        Total++;
        Articles += story.Articles;
        Undated += story.IsUndated ? 1 : 0;
        foreach (var kind in StorySum.Kinds)
            Count(OfKind(kind), story.Next());
    }

    /// <summary>The table of one kind of value.</summary>
    public int[] OfKind(CountedKind kind) => kind switch
    {
        CountedKind.Person => People,
        CountedKind.Tag => Tags,
        CountedKind.Outlet => Outlets,
        CountedKind.Agency => Agencies,
        CountedKind.Language => Languages,
        CountedKind.Month => Months,
        CountedKind.Speaker => Speakers,
        _ => Times,
    };

    public void Clear()
    {
        (Total, Articles, Undated) = (0, 0, 0);
        foreach (var kind in StorySum.Kinds)
            Array.Clear(OfKind(kind));
    }

    public void Add(HitCounts other)
    {
        Total += other.Total;
        Articles += other.Articles;
        Undated += other.Undated;
        foreach (var kind in StorySum.Kinds)
            Add(OfKind(kind), other.OfKind(kind));
    }

    private void CountDates(in HitColumns columns, ReadOnlySpan<int> docs, ReadOnlySpan<Passed> passed)
    {
        var minutes = columns.Dates.Minutes;
        for (var i = 0; i < docs.Length; i++)
        {
            var doc = docs[i];
            if ((passed[i] | Passed.Month) == Passed.All)
                Months[columns.MonthOf(doc)]++;
            if ((passed[i] | Passed.Dates) != Passed.All)
                continue;
            if (minutes[doc] < 0)
                Undated++;
            else if (columns.CountsTime)
                Times[columns.SlotOf(doc)]++;
        }
    }

    private static void Count(int[] counts, ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
            counts[id]++;
    }

    private static void Add(int[] to, int[] from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
    }
}
