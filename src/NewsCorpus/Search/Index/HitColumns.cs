namespace NewsCorpus.Search.Index;

/// <summary>What the filters say of one document, and what it adds to the counts.</summary>
/// <param name="Minute">As in <see cref="DateColumns.Minutes"/>; of the estimate where estimates count.</param>
/// <param name="Month">As in <see cref="DateColumns.Months"/>.</param>
/// <param name="Slot">As <see cref="TimeSlots"/> has it; -1 where undated, and where only undated articles are asked for.</param>
/// <param name="IsOfOutlet">Passes the filter of outlets.</param>
/// <param name="IsOfAgency">Passes the filter of agencies.</param>
/// <param name="IsOfLanguage">Passes the filter of languages.</param>
/// <param name="IsOfMonth">Passes the filter of months. Undated articles do: of them <paramref name="IsInDates"/> tells.</param>
/// <param name="IsInDates">Passes the range of dates and the switch of undated articles.</param>
internal readonly record struct HitState(int Minute, int Month, int Slot, int Outlet, int Agency, int Language, bool IsOfOutlet, bool IsOfAgency, bool IsOfLanguage, bool IsOfMonth, bool IsInDates)
{
    public bool IsUndated => Minute < 0;

    public bool IsHit => IsOfOutlet && IsOfAgency && IsOfLanguage && IsOfMonth && IsInDates;

    /// <summary>Counts among the undated, which are taken as if no dates were chosen.</summary>
    public bool CountsUndated => IsUndated && IsOfOutlet && IsOfAgency && IsOfLanguage;

    /// <summary>Counts in time, as if no range of dates were chosen.</summary>
    public bool CountsTime => Slot >= 0 && IsOfOutlet && IsOfAgency && IsOfLanguage && IsOfMonth;

    /// <summary>Counts for its month, as if none were chosen.</summary>
    public bool CountsMonth => IsInDates && IsOfOutlet && IsOfAgency && IsOfLanguage;

    /// <summary>Counts for its outlet, as if none were chosen.</summary>
    public bool CountsOutlet => IsInDates && IsOfMonth && IsOfAgency && IsOfLanguage;

    /// <summary>Counts for its agency, as if none were chosen.</summary>
    public bool CountsAgency => IsInDates && IsOfMonth && IsOfOutlet && IsOfLanguage;

    /// <summary>Counts for its language, as if none were chosen.</summary>
    public bool CountsLanguage => IsInDates && IsOfMonth && IsOfOutlet && IsOfAgency;
}

/// <summary>The filters of one search laid over one segment.</summary>
internal readonly struct HitColumns(IndexSnapshot snapshot, int leaf, HitFilter filter, HitTables tables)
{
    private readonly DateColumns _dates = filter.WithEstimates ? snapshot.Columns[leaf].Estimated : snapshot.Columns[leaf].Dates;
    private readonly int[] _outlets = snapshot.Columns[leaf].Outlets;
    private readonly short[] _languages = snapshot.Columns[leaf].Languages;
    private readonly int[] _agencies = snapshot.Columns[leaf].Agencies;
    private readonly int[] _numbers = snapshot.Agencies.Numbers[leaf];

    public HitState Of(int doc)
    {
        var minute = _dates.Minutes[doc];
        var (outlet, agency) = (_outlets[doc], _numbers[_agencies[doc]]);
        int language = _languages[doc];
        var slot = minute < 0 || !filter.WithDated ? -1 : snapshot.Slots.Of(minute / SegmentColumns.MinutesADay, _dates.LastDays[doc], _dates.Months[doc]);
        return new HitState(minute, _dates.Months[doc], slot, outlet, agency, language, tables.Outlets[outlet], tables.Agencies[agency], tables.Languages[language],
            minute < 0 || tables.Months is null || tables.Months[_dates.Months[doc]],
            minute < 0 ? filter.WithUndated : filter.WithDated && minute / SegmentColumns.MinutesADay >= filter.FirstDay && _dates.LastDays[doc] <= filter.LastDay);
    }
}
