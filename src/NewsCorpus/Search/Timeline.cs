namespace NewsCorpus.Search;

/// <param name="Day">The day, or the first one of a period.</param>
public readonly record struct DayCount(DateOnly Day, int Count);

/// <summary>Periods that a histogram counts by, from fine to coarse.</summary>
public enum TimeUnit
{
    Day,

    /// <summary>From Monday to Sunday.</summary>
    Week,
    Month,
    Year,
}

/// <summary>Results over time as exactly as their dates are known, counted as if no dates were chosen. A story counts once for each day that any of its matching copies has.</summary>
/// <param name="Days">Results whose day is known, in order.</param>
/// <param name="Months">Those of which only the month is known, by its first day.</param>
/// <param name="Years">Those of which only the year is known, by its first day.</param>
public sealed record Timeline(IReadOnlyList<DayCount> Days, IReadOnlyList<DayCount> Months, IReadOnlyList<DayCount> Years)
{
    public static Timeline Empty { get; } = new([], [], []);

    /// <summary>From the first known day, month or year to the end of the last; null where there is no date at all.</summary>
    public (DateOnly First, DateOnly Last)? Span
    {
        get
        {
            if (Days.Count + Months.Count + Years.Count == 0)
                return null;
            var firsts = new[] { Days, Months, Years }.Where(c => c.Count > 0).Select(c => c[0].Day);
            var lasts = new List<DateOnly>();
            if (Days.Count > 0)
                lasts.Add(Days[^1].Day);
            if (Months.Count > 0)
                lasts.Add(LastOf(TimeUnit.Month, Months[^1].Day));
            if (Years.Count > 0)
                lasts.Add(LastOf(TimeUnit.Year, Years[^1].Day));
            return (firsts.Min(), lasts.Max());
        }
    }

    /// <summary>The periods with results, by first day, in order; and how many of those between the two days are not known as exactly as the unit.</summary>
    public (IReadOnlyList<DayCount> Periods, int Vaguer) By(TimeUnit unit, DateOnly first, DateOnly last)
    {
        var periods = new SortedDictionary<DateOnly, int>();
        var vaguer = 0;
        Add(Days, TimeUnit.Day);
        Add(Months, TimeUnit.Month);
        Add(Years, TimeUnit.Year);
        return ([.. periods.Select(p => new DayCount(p.Key, p.Value))], vaguer);

        void Add(IReadOnlyList<DayCount> counts, TimeUnit known)
        {
            foreach (var (day, count) in counts)
            {
                if (day > last || LastOf(known, day) < first)
                    continue;
                if (known > unit)
                    vaguer += count;
                else
                    periods[FirstOf(unit, day)] = periods.GetValueOrDefault(FirstOf(unit, day)) + count;
            }
        }
    }

    /// <summary>First day of the period that a day is in.</summary>
    public static DateOnly FirstOf(TimeUnit unit, DateOnly day) => unit switch
    {
        TimeUnit.Week => day.AddDays(-Math.Min(day.DayNumber, ((int)day.DayOfWeek + 6) % 7)),
        TimeUnit.Month => new(day.Year, day.Month, 1),
        TimeUnit.Year => new(day.Year, 1, 1),
        _ => day,
    };

    /// <summary>Last day of the period that a day is in.</summary>
    public static DateOnly LastOf(TimeUnit unit, DateOnly day) => unit switch
    {
        TimeUnit.Week => DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, FirstOf(unit, day).DayNumber + 6)),
        TimeUnit.Month => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        TimeUnit.Year => new(day.Year, 12, 31),
        _ => day,
    };
}
