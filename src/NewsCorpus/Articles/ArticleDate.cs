using System.Globalization;

namespace NewsCorpus.Articles;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>A day, a time of day and a zone.</summary>
    Instant = 0,
    Day = 1,
    Month = 2,
    Year = 3,
}

/// <summary>
/// The day an article was published, in the article's own calendar: the zone as stated is kept, never converted.
/// </summary>
/// <param name="Day">The day; the first day of the month or year where <paramref name="Precision"/> is coarser than a day.</param>
/// <param name="Precision">How much of <paramref name="Day"/> is known.</param>
/// <param name="Instant">The stated instant with its offset, where <paramref name="Precision"/> is <see cref="DatePrecision.Instant"/>; else null.</param>
public readonly record struct ArticleDate(DateOnly Day, DatePrecision Precision = DatePrecision.Day, DateTimeOffset? Instant = null)
{
    /// <summary>The last day that the date may mean: equal to <see cref="Day"/> unless only the month or year is known.</summary>
    public DateOnly LastDay => Precision switch
    {
        DatePrecision.Month => Day.AddMonths(1).AddDays(-1),
        DatePrecision.Year => Day.AddYears(1).AddDays(-1),
        _ => Day,
    };

    /// <summary>ISO 8601, as far as known: <c>2026-01-08</c>, <c>2026-01</c> or <c>2026</c>. An instant shows its day.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Month => Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => Day.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads what <see cref="ToString"/> writes: a day, a month or a year of four digits; anything else, an impossible day too, is refused.</summary>
    public static bool TryParse(string text, out ArticleDate date)
    {
        foreach (var (format, precision) in new[] { ("yyyy-MM-dd", DatePrecision.Day), ("yyyy-MM", DatePrecision.Month), ("yyyy", DatePrecision.Year) })
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                date = new ArticleDate(day, precision);
                return true;
            }
        date = default;
        return false;
    }
}
