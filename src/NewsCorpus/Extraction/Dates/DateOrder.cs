using System.Collections.Frozen;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Decides between day-first and month-first for dates such as 03/04/2025, by what else the draft states: another of its dates, the date in its address, its language and region,
/// or the country of its address. Nothing is assumed where none of these tells.
/// </summary>
internal static class DateOrder
{
    private static readonly FrozenSet<string> _dayFirstCountries =
        "uk ie au nz in pk bd lk za ng ke gh ug tz zm zw bw na mt cy my sg hk de at ch fr be nl lu es pt it gr pl cz sk si hr rs ro bg tr ru ua dk no fi is ee lv br ar mx cl co pe uy ve id vn th eg il ae sa"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _monthFirstRegions = new[] { "us", "ph" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The order and, as a clause, what tells it; <see cref="DayMonthOrder.Unknown"/> where nothing does.</summary>
    public static (DayMonthOrder Order, string? Reason) Of(ArticleDraft draft, string ambiguous)
    {
        foreach (var field in draft.Fields)
            if (DateFields.Classify(field) is not null && OfField(field.Value, ambiguous) is not DayMonthOrder.Unknown and var byField)
                return (byField, $"\"{field.Key}\" states {field.Value}");
        foreach (var (_, address) in ArticleLinks.Of(draft))
            if (UrlDate.Find(address) is { } url && Agreeing(ambiguous, url.Date) is not DayMonthOrder.Unknown and var byAddress)
                return (byAddress, $"the address has {url.Excerpt}");
        if (draft.Field("og:locale", "language", "inlanguage", "lang", "locale") is { } locale && OfLocale(locale.Value) is not DayMonthOrder.Unknown and var byLocale)
            return (byLocale, $"the language is stated as {locale.Value}");
        foreach (var (_, address) in ArticleLinks.Of(draft))
            if (_dayFirstCountries.Contains(address.Host[(address.Host.LastIndexOf('.') + 1)..]))
                return (DayMonthOrder.DayFirst, $"the address is {address.Host}");
        return (DayMonthOrder.Unknown, null);
    }

    /// <summary>A field written the same way but with a part above 12, or written another way with the same day.</summary>
    private static DayMonthOrder OfField(string value, string ambiguous)
    {
        if (DateParser.Parse(value, DayMonthOrder.DayFirst) is not { UsedOrder: false, Date: { } date })
            return DayMonthOrder.Unknown;
        var cursor = new DateCursor(value.Trim(), 0);
        if (cursor.Number(1, 2) is var first and > 0 && cursor.Current is '/' or '-' && ambiguous.Contains(cursor.Current) && cursor.Take(cursor.Current) && cursor.Number(1, 2) is var second and > 0)
            return first > 12 ? DayMonthOrder.DayFirst : second > 12 ? DayMonthOrder.MonthFirst : DayMonthOrder.Unknown;
        return Agreeing(ambiguous, date);
    }

    /// <summary>The reading that gives the same day, or the day beside it, as a date known otherwise.</summary>
    private static DayMonthOrder Agreeing(string ambiguous, ArticleDate known)
    {
        var isDayFirst = Agrees(DateParser.Parse(ambiguous, DayMonthOrder.DayFirst).Date, known);
        var isMonthFirst = Agrees(DateParser.Parse(ambiguous, DayMonthOrder.MonthFirst).Date, known);
        return isDayFirst == isMonthFirst ? DayMonthOrder.Unknown : isDayFirst ? DayMonthOrder.DayFirst : DayMonthOrder.MonthFirst;
    }

    private static bool Agrees(ArticleDate? reading, ArticleDate known) =>
        reading is { } date && date.Day >= Shift(known.Day, -1) && date.Day <= Shift(known.LastDay, 1);

    private static DateOnly Shift(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private static DayMonthOrder OfLocale(string locale)
    {
        var parts = locale.Split('-', '_');
        if (parts[0].Length is not (2 or 3))
            return DayMonthOrder.Unknown;
        if (parts.Length > 1 && _monthFirstRegions.Contains(parts[^1]))
            return DayMonthOrder.MonthFirst;
        if (parts.Length > 1 && _dayFirstCountries.Contains(parts[^1].Equals("gb", StringComparison.OrdinalIgnoreCase) ? "uk" : parts[^1]))
            return DayMonthOrder.DayFirst;
        // Where the year comes first, digits that begin otherwise are a foreign habit.
        if (parts[0].ToLowerInvariant() is "ja" or "zh" or "ko" or "hu" or "mn" or "fa")
            return DayMonthOrder.Unknown;
        var isEnglish = parts[0].Equals("en", StringComparison.OrdinalIgnoreCase) || parts[0].Equals("eng", StringComparison.OrdinalIgnoreCase);
        return isEnglish ? DayMonthOrder.Unknown : DayMonthOrder.DayFirst;
    }
}
