using System.Globalization;

namespace NewsCorpus.Search.Queries;

/// <summary>Reads what stands after "date:": a day, month or year, a range of these with either end open, or "last-30-days", "last-2-weeks", "today", "yesterday".</summary>
internal static class QueryDates
{
    public static (DateOnly? From, DateOnly? To)? Read(string text, DateOnly today)
    {
        var lower = text.ToLowerInvariant();
        if (lower.Length == 0)
            return null;
        switch (lower)
        {
            case "today":
                return (today, today);
            case "yesterday":
                return (today.AddDays(-1), today.AddDays(-1));
        }
        if (lower.StartsWith("last-", StringComparison.Ordinal))
            return ReadLast(lower["last-".Length..], today);
        if (lower[0] is '>' or '<')
            return ReadComparison(lower);
        var dots = lower.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return ReadSpan(lower) is { } span ? (span.First, span.Last) : null;
        string before = lower[..dots], after = lower[(dots + 2)..];
        if (before.Length == 0 && after.Length == 0)
            return null;
        var from = before.Length == 0 ? null : ReadSpan(before);
        var to = after.Length == 0 ? null : ReadSpan(after);
        return before.Length > 0 && from is null || after.Length > 0 && to is null ? null : (from?.First, to?.Last);
    }

    private static (DateOnly? From, DateOnly? To)? ReadComparison(string text)
    {
        var isInclusive = text.Length > 1 && text[1] == '=';
        if (ReadSpan(text[(isInclusive ? 2 : 1)..]) is not { } span)
            return null;
        return text[0] == '>'
            ? (isInclusive ? span.First : Shift(span.Last, 1), null)
            : (null, isInclusive ? span.Last : Shift(span.First, -1));
    }

    private static (DateOnly? From, DateOnly? To)? ReadLast(string text, DateOnly today)
    {
        var dash = text.IndexOf('-');
        var count = dash < 0 ? 1 : QueryOperators.ReadNumber(text.AsSpan(0, dash));
        if (count is not (> 0 and <= 100_000) || today.Year < 500)
            return null;
        // The last 1 day is today, the last 30 days are today and the 29 before.
        var days = Math.Min(count.Value, today.DayNumber);
        var months = Math.Min(count.Value, today.Year * 12 - 24);
        DateOnly? from = text[(dash + 1)..] switch
        {
            "day" or "days" => today.AddDays(1 - days),
            "week" or "weeks" => today.AddDays(1 - Math.Min(days * 7, today.DayNumber)),
            "month" or "months" => today.AddMonths(-months).AddDays(1),
            "year" or "years" => today.AddMonths(-Math.Min(count.Value * 12, today.Year * 12 - 24)).AddDays(1),
            _ => null,
        };
        return from is null ? null : (from, today);
    }

    private static (DateOnly First, DateOnly Last)? ReadSpan(string text)
    {
        if (text.Length == 4 && QueryOperators.ReadNumber(text) is > 0 and var year)
            return (new(year, 1, 1), new(year, 12, 31));
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (month, new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        foreach (var format in (ReadOnlySpan<string>)["yyyy-MM-dd", "yyyyMMdd"])
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (day, day);
        }
        return null;
    }

    private static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
