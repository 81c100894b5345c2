namespace NewsCorpus.Articles;

/// <summary>When an undated article was probably published. Never its date.</summary>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Reasons">Why, one clause each, e.g. "the text speaks of 8 January 2026 as past".</param>
public sealed record DateEstimate(DateOnly From, DateOnly To, IReadOnlyList<string> Reasons)
{
    /// <summary>Length of the window in days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The one day for which the article counts in ranges, months and orders where a reader wants estimated articles there.</summary>
    public DateOnly Middle => DateOnly.FromDayNumber(From.DayNumber + (To.DayNumber - From.DayNumber) / 2);
}
