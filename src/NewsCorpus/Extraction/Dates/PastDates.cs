using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>The newest day and the newest year that a text speaks of as past. The article is no older than these.</summary>
internal static class PastDates
{
    private const int MaxSentences = 2000;

    /// <summary>Words before a date or year that look ahead.</summary>
    private static readonly string[] _ahead = ["by", "until", "through", "before", "for", "beyond", "starting", "beginning", "next", "toward", "towards", "till", "of"];

    /// <summary>Words before a year that look back.</summary>
    private static readonly string[] _back = ["in", "since", "from", "during", "after", "late", "early", "summer", "fall", "autumn", "spring", "winter"];

    /// <summary>Words of a sentence about what is to come.</summary>
    private static readonly string[] _future =
        ["will", "would", "could", "may", "might", "shall", "expected", "expects", "scheduled", "plan", "plans", "planned", "projected", "slated", "due", "goal", "target", "deadline", "expire", "expires", "upcoming", "next", "set"];

    /// <returns>
    /// Day: the newest date of a day in a sentence that does not look ahead, and where it stands. Year: the newest one that "in", "since" or a month goes before, in such a sentence.
    /// AnyYear: the newest that is named at all, past or to come.
    /// </returns>
    public static (TextSpan? Place, DateOnly? Day, int? Year, int AnyYear) Newest(ArticleContent content, DateOnly today)
    {
        (TextSpan? place, DateOnly? newest, int? year) = (null, null, null);
        var anyYear = 0;
        var count = 0;
        foreach (var block in content.Blocks)
        {
            if (!block.IsBody)
                continue;
            foreach (var sentence in SentenceSplitter.Split(content, block))
            {
                if (++count > MaxSentences)
                    return (place, newest, year, anyYear);
                var words = content.Text.AsSpan(sentence.Start, sentence.Length);
                if (!words.ContainsAnyInRange('0', '9'))
                    continue;
                anyYear = Math.Max(anyYear, NewestYear(words, today, inAnyPlace: true) ?? 0);
                if (LooksAhead(words))
                    continue;
                if (NewestDay(words, today) is var (day, start, end) && (newest is null || day > newest))
                    (place, newest) = (new TextSpan(sentence.Start + start, sentence.Start + end), day);
                if (NewestYear(words, today, inAnyPlace: false) is { } inYear && inYear > (year ?? 0))
                    year = inYear;
            }
        }
        return (place, newest, newest is { } found && !(year >= found.Year) ? found.Year : year, anyYear);
    }

    private static bool LooksAhead(ReadOnlySpan<char> sentence)
    {
        foreach (var range in sentence.SplitAny(" ,.;:()“”\"’'—–\n"))
            if (sentence[range].Length is >= 3 and <= 9 && IsOneOf(sentence[range], _future))
                return true;
        return false;
    }

    private static (DateOnly Day, int Start, int End)? NewestDay(ReadOnlySpan<char> sentence, DateOnly today)
    {
        (DateOnly, int, int)? newest = null;
        for (var at = 0; DateParser.Find(sentence[at..]) is { } match; at += match.End)
            if (match.Date is { Precision: <= DatePrecision.Day } date && date.Day <= today && !IsOneOf(WordBefore(sentence, at + match.Start), _ahead) && (newest is null || date.Day > newest.Value.Item1))
                newest = (date.Day, at + match.Start, at + match.End);
        return newest;
    }

    private static int? NewestYear(ReadOnlySpan<char> sentence, DateOnly today, bool inAnyPlace)
    {
        int? newest = null;
        for (var i = 1; i + 4 <= sentence.Length; i++)
        {
            if (sentence[i] is not ('1' or '2') || char.IsLetterOrDigit(sentence[i - 1]) || sentence[i - 1] is '$' or '£' or '€' or '-' or '.' or ',')
                continue;
            var cursor = new DateCursor(sentence, i);
            if (cursor.Number(4, 4) is not (>= 1900 and var year) || year > today.Year || !cursor.IsAtBoundary)
                continue;
            var before = WordBefore(sentence, i);
            if ((inAnyPlace || ((IsOneOf(before, _back) || DateVocabulary.Month(before) > 0) && IsYearAlone(sentence[cursor.At..]))) && year > (newest ?? 0))
                newest = year;
        }
        return newest;
    }

    /// <summary>"in 2016" but not "in 2016 dollars" or "in 2,016": a mark, the end or a small word follows; "in 2020 presidential …" names an election that may be to come.</summary>
    private static bool IsYearAlone(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is ',' or '.' or ';' or ')' or '”' or '"' or '—' or '–' or '?' or '!')
            return rest.Length < 2 || !char.IsDigit(rest[1]);
        if (rest[0] != ' ')
            return false;
        var cursor = new DateCursor(rest, 1);
        return cursor.Word() is { Length: > 0 and <= 7 } next && char.IsLower(next[0]) && next is not ("dollars" or "people" or "troops" or "votes" or "budget" or "race" or "bid" or "vote" or "contest" or "cycle" or "midterm");
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> sentence, int at)
    {
        var end = at;
        while (end > 0 && (char.IsWhiteSpace(sentence[end - 1]) || sentence[end - 1] is ',' or '.'))
            end--;
        var start = end;
        while (start > 0 && char.IsLetter(sentence[start - 1]))
            start--;
        return sentence[start..end];
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var other in words)
            if (word.Equals(other, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
