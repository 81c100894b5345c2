using Lucene.Net.Index;
using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>When the articles of a segment are of, by document number. Immutable.</summary>
/// <param name="Minutes">Day number times <see cref="SegmentColumns.MinutesADay"/>, plus the minute of the day; -1 where undated.</param>
/// <param name="LastDays">Number of the last day that the date may mean; -1 where undated.</param>
/// <param name="Months">Year times 12 plus month, from 0; 0 where no month is known.</param>
internal sealed record DateColumns(int[] Minutes, int[] LastDays, int[] Months)
{
    /// <summary>All numbers of months: those of the years 1 to 9999, counted from the year 0.</summary>
    public const int MonthNumbers = 10_000 * 12;

    private (int First, int Last)? _span;

    /// <summary>Numbers of the first and of the last day that any date may mean; (<see cref="int.MaxValue"/>, -1) where there is none.</summary>
    public (int First, int Last) Span => _span ??= FindSpan();

    public static DateColumns Load(int[] minutes, NumericDocValues precisions)
    {
        var columns = new DateColumns(minutes, new int[minutes.Length], new int[minutes.Length]);
        for (var doc = 0; doc < minutes.Length; doc++)
        {
            if (minutes[doc] < 0)
                columns.LastDays[doc] = -1;
            else
                columns.Set(doc, new ArticleDate(DateOnly.FromDayNumber(minutes[doc] / SegmentColumns.MinutesADay), (DatePrecision)precisions.Get(doc)));
        }
        return columns;
    }

    /// <summary>With the estimated day of each undated document that has one; this one where none has.</summary>
    /// <param name="days">Numbers of days; -1 where nothing is estimated.</param>
    public DateColumns With(NumericDocValues days)
    {
        DateColumns? estimated = null;
        for (var doc = 0; doc < Minutes.Length; doc++)
        {
            if (Minutes[doc] >= 0 || (int)days.Get(doc) is not (>= 0 and var day))
                continue;
            estimated ??= new DateColumns([.. Minutes], [.. LastDays], [.. Months]);
            estimated.Minutes[doc] = day * SegmentColumns.MinutesADay;
            estimated.Set(doc, new ArticleDate(DateOnly.FromDayNumber(day)));
        }
        return estimated ?? this;
    }

    /// <summary>The number of a month, as in <see cref="Months"/>.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private (int First, int Last) FindSpan()
    {
        var (first, last) = (int.MaxValue, -1);
        for (var doc = 0; doc < Minutes.Length; doc++)
        {
            if (Minutes[doc] < 0)
                continue;
            first = Math.Min(first, Minutes[doc] / SegmentColumns.MinutesADay);
            last = Math.Max(last, LastDays[doc]);
        }
        return (first, last);
    }

    private void Set(int doc, ArticleDate date)
    {
        LastDays[doc] = date.LastDay.DayNumber;
        Months[doc] = date.Precision == DatePrecision.Year ? 0 : MonthOf(date.Day);
    }
}
