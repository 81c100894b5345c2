using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Reads dates in the spellings that files, pages and copy use: ISO 8601, RFC 822 and 850, ctime, epoch seconds and milliseconds, "8 January 2026", "Jan. 8, 2026, 10:33 a.m. EST",
/// "2026年1月8日", "8. 1. 2026", "令和8年1月8日", "8 มกราคม 2569", ISO week and ordinal dates, year-month and year. A zone is kept as stated and the day is the one that stands there, never converted; a time without a known zone gives the day alone.
/// A date in numbers that reads both day-first and month-first is refused unless <see cref="DayMonthOrder"/> says which; with full stops (8.1.2026, 08.01.26) it is day-first, as in every locale of CLDR that writes dates so.
/// Linear in the length of the text; no state.
/// </summary>
public static class DateParser
{
    /// <summary>Longest value that is looked at.</summary>
    private const int MaxLength = 200;

    /// <summary>Reads a value that is meant to be a date, e.g. of front matter. Always gives a date or a refusal.</summary>
    public static DateMatch Parse(ReadOnlySpan<char> value, DayMonthOrder order = DayMonthOrder.Unknown)
    {
        var text = value.Trim().Trim("\"'“”");
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        text = DateDigits.Fold(text);
        var length = text.Length;
        if (CompactDate.TryParse(text, out var compact))
            return compact;
        if (Find(text, order) is { } found)
            return found;
        var cursor = new DateCursor(text, 0);
        if (cursor.Number(1, 2) is var month and > 0 && (cursor.Take('/') || cursor.Take('-') || cursor.Take('.')) && cursor.Number(4, 4) is var year and > 0 && cursor.IsAtEnd)
            return Calendar(year, month, null, 0, length);
        if (IsoDate.TryParse(text) is { } iso)
            return iso;
        return new DateMatch(0, length, null, NamesDayWithoutYear(text) ? "no year is stated" : "it is no date in a known spelling");
    }

    /// <summary>The first date in running text that states at least month and year; null where there is none.</summary>
    public static DateMatch? Find(ReadOnlySpan<char> text, DayMonthOrder order = DayMonthOrder.Unknown)
    {
        text = DateDigits.Fold(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && At(text, i, order) is { } match)
                return match;
            while (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
                i++;
        }
        return null;
    }

    private static DateMatch? At(ReadOnlySpan<char> text, int start, DayMonthOrder order)
    {
        var cursor = new DateCursor(text, start);
        if (!char.IsAsciiDigit(text[start]))
            return JapaneseEra(cursor) ?? MonthFirst(cursor);
        if (cursor.Number(4, 4) is var year and >= 0)
            return YearFirst(cursor, year);
        // ISO 8601 in its basic form: 20260108T103312Z.
        if (cursor.Number(8, 8) is var compact and >= 0)
            return cursor.Current is 'T' && cursor.At + 1 < text.Length && char.IsAsciiDigit(text[cursor.At + 1]) ? Timed(cursor, compact / 10_000, compact / 100 % 100, compact % 100, start) : null;
        return cursor.Number(1, 2) is var number and >= 0 ? NumberFirst(cursor, number, order) : null;
    }

    /// <summary>2026-01-08, 2026/1/8, 2026-Jan-08, 2026 January 8, 2026年1月8日, 2026-01.</summary>
    private static DateMatch? YearFirst(DateCursor cursor, int year)
    {
        var start = cursor.At - 4;
        var separator = cursor.Current;
        if (separator is '년')
            separator = '年';
        if (separator is '-' or '/' or '.' or '年')
        {
            cursor.At++;
            // Korean has "2026. 1. 8."
            if (separator is '年' or '.')
                cursor.Spaces();
            var month = cursor.Number(1, 2);
            if (month >= 0)
            {
                var mark = cursor.At;
                if (TakeMonthMark(ref cursor, separator) && cursor.Number(1, 2) is var day and >= 0)
                {
                    if (separator == '年' && !cursor.Take('日'))
                        cursor.Take('일');
                    var hasTime = cursor.Current is 'T' or 't' && cursor.At + 1 < cursor.Text.Length && char.IsAsciiDigit(cursor.Text[cursor.At + 1]);
                    return cursor.IsAtBoundary || hasTime || separator == '年' ? Timed(cursor, year, month, day, start) : null;
                }
                cursor.At = mark;
                return separator != '.' && cursor.IsAtBoundary && cursor.Current != separator ? Calendar(year, month, null, start, cursor.At) : null;
            }
            cursor.At = start + 4;
        }
        if (!cursor.Gap())
            return null;
        // Lithuanian and Latvian have a word for the year: "2026 m. sausio 8 d.", "2026. gada 8. janvāris".
        if (cursor.TakeWord("m", "gada"))
            cursor.Gap();
        if (cursor.Month() is var named and > 0)
        {
            if (!cursor.Gap() || cursor.Number(1, 2) is not (> 0 and var dayOfNamed))
                return null;
            Ordinal(ref cursor);
            return cursor.IsAtBoundary ? Timed(cursor, year, named, dayOfNamed, start) : null;
        }
        return cursor.Number(1, 2) is > 0 and var dayBefore && cursor.Gap() && cursor.Month() is > 0 and var monthAfter && cursor.IsAtBoundary ? Timed(cursor, year, monthAfter, dayBefore, start) : null;
    }

    /// <summary>令和8年1月8日.</summary>
    private static DateMatch? JapaneseEra(DateCursor cursor)
    {
        var start = cursor.At;
        return YearCounts.OfEra(ref cursor) is > 0 and var year && cursor.Take('年') && cursor.Number(1, 2) is > 0 and var month && cursor.Take('月') && cursor.Number(1, 2) is > 0 and var day && cursor.Take('日')
            ? Timed(cursor, year, month, day, start) : null;
    }

    private static bool TakeMonthMark(ref DateCursor cursor, char separator)
    {
        if (separator != '年')
        {
            if (!cursor.Take(separator))
                return false;
            if (separator == '.')
                cursor.Spaces();
            return true;
        }
        if (!cursor.Take('月') && !cursor.Take('월'))
            return false;
        cursor.Spaces();
        return true;
    }

    /// <summary>January 8, 2026; Jan. 8 2026; Jan 8 10:33:12 EST 2026; January 2026.</summary>
    private static DateMatch? MonthFirst(DateCursor cursor)
    {
        var start = cursor.At;
        var month = cursor.Month();
        if (month == 0 || !cursor.Gap())
            return null;
        var mark = cursor.At;
        if (cursor.Number(4, 4) is var yearAlone and >= 0)
            return cursor.IsAtBoundary && Plausible(yearAlone) ? Calendar(yearAlone, month, null, start, cursor.At) : null;
        cursor.At = mark;
        var day = cursor.Number(1, 2);
        if (day < 0)
            return null;
        Ordinal(ref cursor);
        mark = cursor.At;
        if (cursor.Gap() && cursor.Number(4, 4) is var year and >= 0 && cursor.IsAtBoundary)
            return Plausible(year) ? Timed(cursor, year, month, day, start) : null;
        cursor.At = mark;
        if (!ClockReader.TryRead(ref cursor, out var time, out var offset))
            return null;
        cursor.Spaces();
        return cursor.Number(4, 4) is var last and >= 0 && cursor.IsAtBoundary && Plausible(last)
            ? Calendar(last, month, day, start, cursor.At, time, offset)
            : null;
    }

    /// <summary>8 January 2026, 8-Jan-26, 8th of January, 2026; and dates of numbers alone.</summary>
    private static DateMatch? NumberFirst(DateCursor cursor, int first, DayMonthOrder order)
    {
        var start = cursor.At - (cursor.At > 1 && char.IsAsciiDigit(cursor.Text[cursor.At - 2]) ? 2 : 1);
        var mark = cursor.At;
        var separator = cursor.Current;
        if (separator is '/' or '-' or '.')
        {
            cursor.At++;
            // Czech, Slovak and Slovene have "8. 1. 2026".
            var isSpaced = separator == '.' && cursor.Spaces();
            if (cursor.Number(1, 2) is var second and >= 0 && cursor.Take(separator) && (!isSpaced || cursor.Spaces()))
            {
                if (cursor.Number(4, 4) is var year and >= 0 && (cursor.IsAtBoundary || cursor.Current == 'T'))
                    return Numeric(cursor, first, second, year, separator, order, start);
                if (cursor.Number(2, 2) is var years and >= 0 && cursor.IsAtBoundary && cursor.Current != separator)
                    return separator == '.' && cursor.At - start == 8
                        ? Timed(cursor, Century(years), second, first, start)
                        : order != DayMonthOrder.Unknown
                        ? Numeric(cursor, first, second, Century(years), separator, order, start) with { UsedOrder = true }
                        : second > 12 && IsDay(years, second, first)
                        ? Timed(cursor, Century(years), first, second, start)
                        : new DateMatch(start, cursor.At, null, "numbers alone with a year of two digits read several ways", IsOpen: true);
                return null;
            }
            cursor.At = mark;
        }
        Ordinal(ref cursor);
        cursor.Gap();
        var month = NamedMonth(ref cursor);
        if (month == 0)
            return null;
        mark = cursor.At;
        if (!cursor.Gap())
            return null;
        if (cursor.TakeWord("năm"))
            cursor.Spaces();
        var isShort = cursor.Text[mark] == '-' || cursor.Take('\'') || cursor.Take('’');
        var digits = cursor.At;
        if (cursor.Number(4, 4) is var fullYear and >= 0)
        {
            fullYear = YearCounts.OfThai(fullYear, cursor.Text);
            return cursor.IsAtBoundary && Plausible(fullYear) ? Timed(cursor, fullYear, month, first, start) : null;
        }
        cursor.At = digits;
        var shortYear = cursor.Number(2, 2);
        if (shortYear < 0 || !cursor.IsAtBoundary)
            return null;
        // RFC 822 writes two digits with spaces and a time after them: "08 Jan 26 10:33:12 GMT".
        var probe = cursor;
        if (!isShort && !(ClockReader.TryRead(ref probe, out _, out var zone) && zone is not null))
            return null;
        return Timed(cursor, Century(shortYear), month, first, start);
    }

    /// <summary>A month by its name, or as Vietnamese has it: "tháng 1".</summary>
    private static int NamedMonth(ref DateCursor cursor)
    {
        if (cursor.Month() is > 0 and var named)
            return named;
        var mark = cursor.At;
        if (cursor.TakeWord("tháng") && cursor.Spaces() && cursor.Number(1, 2) is >= 1 and <= 12 and var number)
            return number;
        cursor.At = mark;
        return 0;
    }

    private static DateMatch Numeric(DateCursor cursor, int first, int second, int year, char separator, DayMonthOrder order, int start)
    {
        var usedOrder = false;
        // With full stops the day comes first, unless that gives no month and the other order does: 11.15.2019.
        var isDayFirst = first > 12 || (separator == '.' && second <= 12);
        if (first <= 12 && second <= 12 && first != second && separator != '.')
        {
            if (order == DayMonthOrder.Unknown)
            {
                var reason = string.Create(CultureInfo.InvariantCulture, $"it may mean day {first} of month {second} or day {second} of month {first}");
                return new DateMatch(start, cursor.At, null, reason, IsOpen: true);
            }
            usedOrder = true;
            isDayFirst = order == DayMonthOrder.DayFirst;
        }
        return Timed(cursor, year, isDayFirst ? second : first, isDayFirst ? first : second, start) with { UsedOrder = usedOrder };
    }

    private static DateMatch Timed(DateCursor cursor, int year, int month, int day, int start)
    {
        if (!ClockReader.TryRead(ref cursor, out var time, out var offset))
            return Calendar(year, month, day, start, cursor.At);
        return Calendar(year, month, day, start, cursor.At, time, offset);
    }

    /// <summary>The date, or why the calendar has none such. Without a day the month.</summary>
    internal static DateMatch Calendar(int year, int month, int? day, int start, int end, TimeSpan time = default, TimeSpan? offset = null)
    {
        if (year is < 1 or > 9999)
            return new DateMatch(start, end, null, string.Create(CultureInfo.InvariantCulture, $"there is no year {year}"));
        if (month is < 1 or > 12)
            return new DateMatch(start, end, null, string.Create(CultureInfo.InvariantCulture, $"there is no month {month}"));
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            return new DateMatch(start, end, null, string.Create(CultureInfo.InvariantCulture, $"there is no {day} {name} {year}"));
        }
        var date = new DateOnly(year, month, day ?? 1);
        if (day is null)
            return new DateMatch(start, end, new ArticleDate(date, DatePrecision.Month), null);
        // The first and last day of the calendar have instants that no offset can move.
        if (offset is not { } zone || year is 1 or 9999)
            return new DateMatch(start, end, new ArticleDate(date), null);
        var instant = new DateTimeOffset(date.ToDateTime(TimeOnly.FromTimeSpan(time)), zone);
        return new DateMatch(start, end, new ArticleDate(date, DatePrecision.Instant, instant), null);
    }

    /// <summary>A number after a month's name is a year only if newspapers were printed in it; "May 5000" is a count.</summary>
    private static bool Plausible(int year) => year is >= 1600 and <= 2199;

    /// <summary>Whether there is such a day in a year of two digits.</summary>
    private static bool IsDay(int years, int day, int month) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Century(years), month);

    /// <summary>As RFC 6265 reads years of two digits.</summary>
    private static int Century(int year) => year + (year < 70 ? 2000 : 1900);

    private static void Ordinal(ref DateCursor cursor)
    {
        if (!cursor.TakeWord("st", "nd", "rd", "th", "er", "e") && cursor.Current is 'º' or '°')
            cursor.At++;
    }

    private static bool NamesDayWithoutYear(ReadOnlySpan<char> text)
    {
        var hasDigit = text.ContainsAnyInRange('0', '9');
        var i = 0;
        while (hasDigit && i < text.Length)
        {
            var cursor = new DateCursor(text, i);
            if (cursor.Word() is { Length: > 0 } word && DateVocabulary.Month(word) > 0)
                return true;
            i = Math.Max(i + 1, cursor.At);
        }
        return false;
    }
}
