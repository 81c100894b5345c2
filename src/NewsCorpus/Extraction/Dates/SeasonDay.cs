using System.Globalization;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>A day or month that a text names without its year: "March 4", "Wednesday, 4 March", "in November".</summary>
/// <param name="Day">0 for a whole month.</param>
/// <param name="Weekday">The day of the week that stands with it, which only some years fit; or null.</param>
/// <param name="IsAhead">True where the words before it look ahead to it.</param>
internal readonly record struct SeasonDay(TextSpan Place, int Month, int Day, DayOfWeek? Weekday, bool IsAhead)
{
    /// <summary>How far before a day the words may stand that look ahead to it.</summary>
    private const int MaxClause = 60;

    /// <summary>Adds the days and months of a sentence.</summary>
    public static void Find(ReadOnlySpan<char> sentence, int offset, List<SeasonDay> days)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            // Names of months begin with a capital; "may 5" and "set 5" are something else.
            if (!char.IsUpper(sentence[i]) || (i > 0 && char.IsLetterOrDigit(sentence[i - 1])))
                continue;
            var cursor = new DateCursor(sentence, i);
            if (cursor.Month() is > 0 and var month && (After(cursor, i) ?? Before(cursor, i) ?? Alone(cursor, i)) is var (day, start, end) && day <= DateTime.DaysInMonth(2024, month))
                days.Add(new SeasonDay(new TextSpan(offset + start, offset + end), month, day, WeekdayBefore(sentence, start), TimeClues.LooksAhead(Clause(sentence, start))));
            while (i + 1 < sentence.Length && char.IsLetterOrDigit(sentence[i + 1]))
                i++;
        }
    }

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> sentence, int start) => sentence[Math.Max(0, start - MaxClause)..start];

    /// <summary>"March 4", but neither "March 4, 2020" nor "March 40".</summary>
    private static (int Day, int Start, int End)? After(DateCursor cursor, int start)
    {
        if (!cursor.Take(' ') || cursor.Number(1, 2) is not (>= 1 and <= 31 and var day))
            return null;
        cursor.TakeWord("st", "nd", "rd", "th");
        return cursor.IsAtBoundary && !HasYear(cursor) ? (day, start, cursor.At) : null;
    }

    /// <summary>"4 March", "4th of March".</summary>
    private static (int Day, int Start, int End)? Before(DateCursor cursor, int start)
    {
        if (!cursor.IsAtBoundary || HasYear(cursor))
            return null;
        var text = cursor.Text;
        var end = start;
        if (end > 3 && text[..end].EndsWith(" of "))
            end -= 3;
        if (end == 0 || text[end - 1] != ' ')
            return null;
        end--;
        if (end > 2 && text[(end - 2)..end] is "st" or "nd" or "rd" or "th")
            end -= 2;
        var first = end;
        while (first > 0 && char.IsAsciiDigit(text[first - 1]))
            first--;
        return end - first is 1 or 2 && (first == 0 || text[first - 1] == ' ') && int.Parse(text[first..end], CultureInfo.InvariantCulture) is >= 1 and <= 31 and var day
            ? (day, first, cursor.At)
            : null;
    }

    /// <summary>"in November", "last November", but neither "in November 2020" nor "the November of his life".</summary>
    private static (int Day, int Start, int End)? Alone(DateCursor cursor, int start)
    {
        var before = cursor.Text[..start].TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return cursor.IsAtBoundary && !HasYear(cursor) && (word.Equals("in", StringComparison.OrdinalIgnoreCase) || word is "last" or "since" or "late" or "early" or "until" or "by" or "next" or "Last" or "Since")
            ? (0, start, cursor.At)
            : null;
    }

    private static bool HasYear(DateCursor cursor) => cursor.Gap() && cursor.Number(4, 4) > 0;

    private static DayOfWeek? WeekdayBefore(ReadOnlySpan<char> sentence, int start)
    {
        var before = sentence[..start].TrimEnd(" ,(");
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
            if (before.EndsWith(day.ToString(), StringComparison.Ordinal))
                return day;
        return null;
    }
}
