using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>Places of a table in which articles are counted by their dates, each as exactly as it is known: first the days between the corpus's first and last, then the months, then the years.</summary>
internal sealed class TimeSlots
{
    private readonly int _days;
    private readonly int _firstMonth;

    /// <summary>For each of the days the place of its month, see <see cref="MonthOf(int, DatePrecision)"/>.</summary>
    private readonly int[] _monthOfDay = [];

    public TimeSlots(IEnumerable<DateColumns> dates)
    {
        var (first, last) = (int.MaxValue, -1);
        foreach (var (earliest, latest) in dates.Select(d => d.Span))
            (first, last) = (Math.Min(first, earliest), Math.Max(last, latest));
        if (last < 0)
            return;
        FirstDay = first;
        var (from, to) = (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
        _days = last - first + 1;
        _firstMonth = DateColumns.MonthOf(from);
        Months = DateColumns.MonthOf(to) - _firstMonth + 1;
        FirstYear = from.Year;
        Count = _days + Months + to.Year - FirstYear + 1;
        _monthOfDay = new int[_days];
        for (var day = 0; day < _days; day++)
            _monthOfDay[day] = DateColumns.MonthOf(DateOnly.FromDayNumber(FirstDay + day)) - _firstMonth + 1;
    }

    public int FirstDay { get; }

    /// <summary>Months from that of the first day to that of the last.</summary>
    public int Months { get; }

    public int FirstYear { get; }

    public int Count { get; }

    /// <summary>The place of a date.</summary>
    /// <param name="day">The number of its day, or of the first one that it may mean.</param>
    public int Of(int day, DatePrecision precision) => precision switch
    {
        <= DatePrecision.Day => day - FirstDay,
        DatePrecision.Month => _days + _monthOfDay[day - FirstDay] - 1,
        _ => _days + Months + DateOnly.FromDayNumber(day).Year - FirstYear,
    };

    /// <summary>The place of a date's month among <see cref="Months"/>, from 1; 0 for none.</summary>
    public int MonthOf(int day, DatePrecision precision) => precision == DatePrecision.Year ? 0 : _monthOfDay[day - FirstDay];

    /// <summary>The number of a month by its place, as <see cref="DateColumns.MonthOf(DateOnly)"/> gives it.</summary>
    public int MonthAt(int place) => _firstMonth + place - 1;

    /// <summary>The months with a count, in order, as <see cref="DateColumns.MonthOf(DateOnly)"/> gives them.</summary>
    /// <param name="counts">By <see cref="MonthOf(int, DatePrecision)"/>.</param>
    public IEnumerable<(int Month, int Count)> ReadMonths(int[] counts)
    {
        for (var place = 1; place < counts.Length; place++)
            if (counts[place] > 0)
                yield return (MonthAt(place), counts[place]);
    }

    /// <summary>The days, months and years with a count.</summary>
    public Timeline Read(int[] counts)
    {
        var days = new List<DayCount>();
        for (var slot = 0; slot < _days; slot++)
            if (counts[slot] > 0)
                days.Add(new(DateOnly.FromDayNumber(FirstDay + slot), counts[slot]));
        var months = new List<DayCount>();
        for (var slot = 0; slot < Months; slot++)
            if (counts[_days + slot] > 0)
                months.Add(new(new((_firstMonth + slot) / 12, ((_firstMonth + slot) % 12) + 1, 1), counts[_days + slot]));
        var years = new List<DayCount>();
        for (var slot = _days + Months; slot < counts.Length; slot++)
            if (counts[slot] > 0)
                years.Add(new(new(FirstYear + slot - _days - Months, 1, 1), counts[slot]));
        return new Timeline(days, months, years);
    }
}
