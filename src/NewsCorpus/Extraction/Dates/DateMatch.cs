using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>What <see cref="DateParser"/> made of some words.</summary>
/// <param name="Start">First UTF-16 offset of the words that were read as a date.</param>
/// <param name="End">Offset just past them.</param>
/// <param name="Date">The date, or null where the words are refused.</param>
/// <param name="Refusal">Why they are refused, as a clause ("there is no 30 February"); null where <paramref name="Date"/> is given.</param>
/// <param name="UsedOrder">True where only the given <see cref="DayMonthOrder"/> told day and month apart.</param>
/// <param name="IsOpen">True where the words are refused only because no order was given.</param>
public readonly record struct DateMatch(int Start, int End, ArticleDate? Date, string? Refusal, bool UsedOrder = false, bool IsOpen = false);
