using System.Globalization;
using NewsCorpus.Search.Index;

namespace NewsCorpus.Search;

/// <summary>Months as values of a filter.</summary>
public static class SearchMonths
{
    /// <summary>"2026-01" as a value with its number, "January 2026"; null for anything else.</summary>
    public static NamedRef? Read(string text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        ? new NamedRef(DateColumns.MonthOf(month), month.ToString("MMMM yyyy", CultureInfo.InvariantCulture), text)
        : null;

    /// <summary>"2026-01" of a number.</summary>
    internal static string Write(int number) => $"{number / 12:0000}-{(number % 12) + 1:00}";
}
