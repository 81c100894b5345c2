using System.Runtime.CompilerServices;

namespace NewsCorpus.Search.Index;

/// <summary>The filters that a document passes. One that passes all is a hit; one that passes all but a facet's own filter counts in that facet, as if nothing were chosen there.</summary>
[Flags]
internal enum Passed : byte
{
    None = 0,
    Outlet = 1,
    Agency = 2,
    Language = 4,

    /// <summary>Undated articles pass the filter of months: <see cref="Dates"/> tells of them.</summary>
    Month = 8,

    /// <summary>The range of dates and the switch of undated articles.</summary>
    Dates = 16,

    All = Outlet | Agency | Language | Month | Dates,
}

/// <summary>The filters of one search laid over one segment.</summary>
internal readonly struct HitColumns(IndexSnapshot snapshot, int leaf, HitFilter filter, HitTables tables)
{
    private readonly bool _isOpen = filter.IsOpen;

    /// <summary>What is counted: everything but the filters' own columns.</summary>
    public SegmentColumns Segment { get; } = snapshot.Columns[leaf];

    public DateColumns Dates { get; } = filter.WithEstimates ? snapshot.Columns[leaf].Estimated : snapshot.Columns[leaf].Dates;

    /// <summary>The number in <see cref="AgencyTable"/> of each of the segment's agencies.</summary>
    public int[] AgencyNumbers { get; } = snapshot.Agencies.Numbers[leaf];

    public TimeSlots Slots { get; } = snapshot.Slots;

    /// <summary>Whether dated articles count in time: not where only undated ones are asked for.</summary>
    public bool CountsTime { get; } = filter.WithDated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Passed Of(int doc) => _isOpen ? Passed.All : Look(doc);

    /// <summary>The place of a dated document in <see cref="TimeSlots"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SlotOf(int doc) => Slots.Of(Dates.Minutes[doc] / SegmentColumns.MinutesADay, Dates.PrecisionOf(doc));

    /// <summary>The place of a document's month in <see cref="TimeSlots.Months"/>, from 1; 0 where none is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MonthOf(int doc) => Dates.Minutes[doc] < 0 ? 0 : Slots.MonthOf(Dates.Minutes[doc] / SegmentColumns.MinutesADay, Dates.PrecisionOf(doc));

    private Passed Look(int doc)
    {
        var minute = Dates.Minutes[doc];
        var row = Segment.Rows.Of(doc);
        var passed = tables.Outlets[row.Outlet] ? Passed.Outlet : Passed.None;
        if (tables.Agencies[AgencyNumbers[row.Agency]])
            passed |= Passed.Agency;
        if (tables.Languages[row.Language])
            passed |= Passed.Language;
        if (minute < 0 || tables.Months is null || tables.Months[Dates.MonthOf(doc)])
            passed |= Passed.Month;
        if (minute < 0 ? filter.WithUndated : filter.WithDated && minute / SegmentColumns.MinutesADay >= filter.FirstDay && Dates.LastDayOf(doc) <= filter.LastDay)
            passed |= Passed.Dates;
        return passed;
    }
}
