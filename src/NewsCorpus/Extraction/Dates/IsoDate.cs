using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>The two forms of ISO 8601 that count days in other units than months: 2026-W02-4 and 2026-008.</summary>
internal static class IsoDate
{
    private const string None = "the year has no such day";

    /// <summary>Null where the text has neither form.</summary>
    public static DateMatch? TryParse(ReadOnlySpan<char> text)
    {
        var cursor = new DateCursor(text, 0);
        if (cursor.Number(4, 4) is not (>= 1 and var year) || !cursor.Take('-'))
            return null;
        if (cursor.Take('W'))
            return cursor.Number(2, 2) is >= 0 and var week && cursor.Take('-') && cursor.Number(1, 1) is >= 0 and var weekday && cursor.IsAtEnd
                ? Day(week >= 1 && week <= ISOWeek.GetWeeksInYear(year) && weekday is >= 1 and <= 7 ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7))) : null, text.Length)
                : null;
        return cursor.Number(3, 3) is >= 0 and var day && cursor.IsAtEnd
            ? Day(day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? new DateOnly(year, 1, 1).AddDays(day - 1) : null, text.Length)
            : null;
    }

    private static DateMatch Day(DateOnly? day, int length) => day is { } known ? new DateMatch(0, length, new ArticleDate(known), null) : new DateMatch(0, length, null, None);
}
