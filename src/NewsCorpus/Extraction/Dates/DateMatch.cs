using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Which part of a date in numbers alone, such as 03/04/2025, is the day.</summary>
public enum DayMonthOrder
{
    /// <summary>Nothing says; a date that reads both ways is refused.</summary>
    Unknown,
    DayFirst,
    MonthFirst,
}

/// <summary>What <see cref="DateParser"/> made of some words.</summary>
/// <param name="Start">First UTF-16 offset of the words that were read as a date.</param>
/// <param name="End">Offset just past them.</param>
/// <param name="Date">The date, or null where the words are refused.</param>
/// <param name="Refusal">Why they are refused, as a clause ("there is no 30 February"); null where <paramref name="Date"/> is given.</param>
/// <param name="UsedOrder">True where only the given <see cref="DayMonthOrder"/> told day and month apart.</param>
public readonly record struct DateMatch(int Start, int End, ArticleDate? Date, string? Refusal, bool UsedOrder = false);
