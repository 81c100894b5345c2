using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>A date that some rule read, before it is known whether it is the article's.</summary>
/// <param name="Rank">How good the rule is among those of its kind, 1 the best.</param>
/// <param name="Date">Null where refused.</param>
/// <param name="Note">Why it is refused, or what else to know.</param>
internal sealed record DateCandidate(
    DateRole Role, FactKind Kind, int Rank, string Rule, ArticleDate? Date, string Excerpt, int? Start = null, int? End = null, int? Line = null, string? Note = null)
{
    /// <summary>The words of a date that reads both day first and month first; null for any other.</summary>
    public string? OpenWords { get; init; }

    /// <summary>The words of a day without its year; null for any other.</summary>
    public string? YearlessWords { get; init; }

    /// <summary>The order in which the date is written, where it is one in figures and reads one way only.</summary>
    public DayMonthOrder Writes { get; init; }

    /// <summary>True where of an open date no more is known than its year.</summary>
    public bool IsLastResort { get; init; }

    /// <summary>The day that a page shows its readers by its heading.</summary>
    public bool IsShown { get; init; }

    /// <summary>The day stands in the article's address.</summary>
    public bool IsAddress { get; init; }

    /// <summary>True where both can mean the same day: one lies in the span of the other, or both are the same instant.</summary>
    public bool AgreesWith(DateCandidate other) =>
        Date is { } a && other.Date is { } b && ((a.Day <= b.LastDay && b.Day <= a.LastDay) || (a.Instant is { } x && b.Instant is { } y && x == y));

    public Evidence ToEvidence(string? note = null) =>
        new(EvidenceFields.Date, Date?.ToString(), Kind, Rule, Excerpt, Start, End, Line, Join(Note, note));

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first} {second}";
}
