using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// A day that is written without its year: "Thursday 8 January", "Jan. 8". Another date of the article, if it lies near, tells the year: that of an update, or the month in its address. The weekday,
/// where an English one is named, has to be right.
/// </summary>
internal static class YearlessDay
{
    /// <summary>Days between it and the date that tells its year.</summary>
    private const int Near = 62;

    /// <summary>Gives the years that other candidates tell to those that have none.</summary>
    public static void Complete(List<DateCandidate> candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
            if (candidates[i].YearlessWords is { } words && Nearest(words, candidates) is var (day, by))
                candidates[i] = candidates[i] with { Date = new ArticleDate(day), Note = $"Its year is told by another date: {by.Rule} gives {by.Date}." };
    }

    /// <summary>Whether the words are such a day and nothing else, but for a weekday.</summary>
    public static bool Is(ReadOnlySpan<char> words) => Read(words, 2000) is not null;

    private static (DateOnly Day, DateCandidate By)? Nearest(string words, List<DateCandidate> candidates)
    {
        (DateOnly Day, DateCandidate By)? best = null;
        var least = Near + 1;
        foreach (var candidate in candidates)
            if (candidate is { Date: { Precision: <= DatePrecision.Month } date, IsLastResort: false })
                for (var year = date.Day.Year - 1; year <= date.Day.Year + 1; year++)
                    if (Read(words, year) is (var day, var weekday) && (weekday is null || weekday == day.DayOfWeek) && Distance(day, date) < least)
                        (best, least) = ((day, candidate), Distance(day, date));
        return best;
    }

    /// <summary>Days between them; 0 where the day lies in the date's span.</summary>
    private static int Distance(DateOnly day, ArticleDate date) => Math.Max(0, Math.Max(date.Day.DayNumber - day.DayNumber, day.DayNumber - date.LastDay.DayNumber));

    private static (DateOnly Day, DayOfWeek? Weekday)? Read(ReadOnlySpan<char> words, int year)
    {
        words = words.Trim();
        DayOfWeek? weekday = null;
        var cursor = new DateCursor(words, 0);
        var first = cursor.Word();
        if (first.Length >= 3 && DateVocabulary.IsWeekday(first))
        {
            weekday = DateVocabulary.EnglishWeekday(first);
            words = words[cursor.At..].TrimStart(" .,");
        }
        return words.Length is > 3 and < 30 && DateParser.Find($"{words.TrimEnd(" .,")} {year:0000}") is { Start: 0, Date: { Precision: DatePrecision.Day } date } match && match.End >= words.TrimEnd(" .,").Length + 5
            ? (date.Day, weekday) : null;
    }
}
