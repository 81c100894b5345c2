using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using NewsCorpus.Articles;

namespace NewsCorpus.Search.Index;

/// <summary>When the articles of a segment are of, by document number. Immutable.</summary>
/// <param name="Minutes">Day number times <see cref="SegmentColumns.MinutesADay"/>, plus the minute of the day; -1 where undated.</param>
/// <param name="Precisions">How exactly each is known, see <see cref="DatePrecision"/>; without meaning where undated.</param>
internal sealed record DateColumns(int[] Minutes, byte[] Precisions)
{
    /// <summary>All numbers of months: those of the years 1 to 9999, counted from the year 0.</summary>
    public const int MonthNumbers = 10_000 * 12;

    private (int First, int Last)? _span;

    /// <summary>Numbers of the first and of the last day that any date may mean; (<see cref="int.MaxValue"/>, -1) where there is none.</summary>
    public (int First, int Last) Span => _span ??= FindSpan();

    public static DateColumns Load(int[] minutes, NumericDocValues precisions)
    {
        var columns = new DateColumns(minutes, new byte[minutes.Length]);
        for (var doc = 0; doc < minutes.Length; doc++)
            columns.Precisions[doc] = (byte)precisions.Get(doc);
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
            estimated ??= new DateColumns([.. Minutes], [.. Precisions]);
            estimated.Minutes[doc] = day * SegmentColumns.MinutesADay;
            estimated.Precisions[doc] = (byte)DatePrecision.Day;
        }
        return estimated ?? this;
    }

    /// <summary>Number of the last day that the date may mean; -1 where undated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LastDayOf(int doc) =>
        Minutes[doc] < 0 ? -1
        : PrecisionOf(doc) <= DatePrecision.Day ? Minutes[doc] / SegmentColumns.MinutesADay
        : new ArticleDate(DayOf(doc), PrecisionOf(doc)).LastDay.DayNumber;

    /// <summary>The number of the month; 0 where none is known.</summary>
    public int MonthOf(int doc) => Minutes[doc] < 0 || PrecisionOf(doc) == DatePrecision.Year ? 0 : MonthOf(DayOf(doc));

    public DatePrecision PrecisionOf(int doc) => (DatePrecision)Precisions[doc];

    /// <summary>The number of a month: year times 12 plus month, from 0.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private DateOnly DayOf(int doc) => DateOnly.FromDayNumber(Minutes[doc] / SegmentColumns.MinutesADay);

    private (int First, int Last) FindSpan()
    {
        var (first, last) = (int.MaxValue, -1);
        for (var doc = 0; doc < Minutes.Length; doc++)
        {
            if (Minutes[doc] < 0)
                continue;
            first = Math.Min(first, Minutes[doc] / SegmentColumns.MinutesADay);
            last = Math.Max(last, LastDayOf(doc));
        }
        return (first, last);
    }
}
