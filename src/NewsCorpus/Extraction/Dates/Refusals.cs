using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Why a date that can be read is still no date of publication.</summary>
internal static class Refusals
{
    /// <summary>The first newspaper was printed in 1605.</summary>
    private const int FirstYear = 1605;

    /// <summary>The reason as a clause, or null where nothing speaks against the date.</summary>
    /// <param name="today">A date up to a day later is let through: it may already be tomorrow where the outlet is.</param>
    public static string? Of(ArticleDate date, DateOnly today)
    {
        if (date.Day > today.AddDays(1))
            return string.Create(CultureInfo.InvariantCulture, $"it lies in the future of {today:yyyy-MM-dd}");
        if (date.Day.Year < FirstYear)
            return "it lies before the first newspapers";
        if (date.Instant == DateTimeOffset.UnixEpoch)
            return "it is the zero of computer clocks, which stands where no date is known";
        return null;
    }

    /// <summary>The note of refused evidence.</summary>
    public static string? Say(string? reason) => reason is null ? null : $"Refused: {reason}.";
}
