namespace NewsCorpus.Search.Counting;

/// <summary>How long the periods of a chart are.</summary>
public enum PeriodLength
{
    /// <summary>By what there is to see: days for two months, weeks for a year, months for fifteen years, else years.</summary>
    Auto = 0,
    Day = 1,

    /// <summary>From Monday to Sunday (ISO 8601).</summary>
    Week = 2,
    Month = 3,
    Year = 4,
}

/// <summary>Days from the first to the last, both among them.</summary>
public readonly record struct Period(DateOnly From, DateOnly To);

/// <summary>A span of days cut into periods, the first and the last of which may be cut short by it. Immutable.</summary>
public sealed class PeriodAxis
{
    /// <summary>So many are drawn and listed; where there would be more, the next longer length is taken.</summary>
    public const int MostPeriods = 750;

    private readonly DateOnly _first;
    private readonly DateOnly _last;

    private PeriodAxis(PeriodLength length, DateOnly first, DateOnly last)
    {
        Length = length;
        _first = first;
        _last = last;
        Count = SlotOf(last) + 1;
    }

    public PeriodLength Length { get; }

    public int Count { get; }

    public Period this[int slot] => new(Later(_first, Start(slot)), Earlier(_last, Start(slot + 1).AddDays(-1)));

    public static PeriodAxis Of(PeriodLength wanted, DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var length = wanted != PeriodLength.Auto ? wanted : days switch
        {
            <= 62 => PeriodLength.Day,
            <= 372 => PeriodLength.Week,
            <= 15 * 366 => PeriodLength.Month,
            _ => PeriodLength.Year,
        };
        var axis = new PeriodAxis(length, first, last);
        while (axis.Count > MostPeriods && axis.Length < PeriodLength.Year)
            axis = new PeriodAxis(axis.Length + 1, first, last);
        return axis;
    }

    /// <summary>The period of a day of the span, from 0.</summary>
    public int SlotOf(DateOnly day) => Number(day) - Number(_first);

    /// <summary>The period of an article, from 0; null where it has no date, or its date, a month or a year, may mean days of several periods.</summary>
    internal int? Find(DatedHit hit)
    {
        if (hit.FirstDay < 0)
            return null;
        var slot = SlotOf(DateOnly.FromDayNumber(hit.FirstDay));
        return hit.LastDay == hit.FirstDay || SlotOf(DateOnly.FromDayNumber(hit.LastDay)) == slot ? slot : null;
    }

    /// <summary>Whether the days that an article may be of are all days of the span.</summary>
    internal bool Holds(DatedHit hit) => hit.FirstDay >= _first.DayNumber && hit.LastDay <= _last.DayNumber;

    // Day 0 of the calendar is a Monday.
    private int Number(DateOnly day) => Length switch
    {
        PeriodLength.Day => day.DayNumber,
        PeriodLength.Week => day.DayNumber / 7,
        PeriodLength.Month => (day.Year * 12) + day.Month - 1,
        _ => day.Year,
    };

    private DateOnly Start(int slot)
    {
        var number = Number(_first) + slot;
        return Length switch
        {
            PeriodLength.Day => DateOnly.FromDayNumber(number),
            PeriodLength.Week => DateOnly.FromDayNumber(number * 7),
            PeriodLength.Month => new DateOnly(number / 12, (number % 12) + 1, 1),
            _ => new DateOnly(number, 1, 1),
        };
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
