using System.Globalization;

namespace NewsCorpus.Web.Presentation;

/// <summary>The days that an ISO date, year-month or year stands for, both ends inclusive.</summary>
public readonly record struct DateSpan(DateOnly First, DateOnly Last)
{
    public static DateSpan OfMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static DateSpan OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>Reads "2026-01-08", "2026-01" or "2026"; anything else is refused.</summary>
    public static bool TryParse(string text, out DateSpan span)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            span = new DateSpan(day, day);
            return true;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            span = OfMonth(month.Year, month.Month);
            return true;
        }
        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
        {
            span = OfYear(year.Year);
            return true;
        }
        span = default;
        return false;
    }
}
