using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>What a text itself says about its time: the newest day that it speaks of as past, the next one that it looks ahead to, the newest years, and days without a year.</summary>
internal sealed record TimeClues
{
    private const int MaxSentences = 2000;

    /// <summary>Words before a date or year that look ahead.</summary>
    private static readonly string[] _ahead = ["by", "until", "through", "before", "for", "beyond", "starting", "beginning", "next", "toward", "towards", "till", "of"];

    /// <summary>Words before a year that look back.</summary>
    private static readonly string[] _back = ["in", "since", "from", "during", "after", "late", "early", "summer", "fall", "autumn", "spring", "winter"];

    /// <summary>Words of a sentence about what is to come.</summary>
    private static readonly string[] _future =
        ["will", "would", "could", "may", "might", "shall", "expected", "expects", "scheduled", "plan", "plans", "planned", "projected", "slated", "due", "goal", "target", "deadline", "expire", "expires", "upcoming", "next", "set"];

    /// <summary>Days without a year that are kept.</summary>
    private const int MaxDays = 40;

    /// <summary>The newest day in a sentence that does not look ahead, and where it stands.</summary>
    public (DateOnly Day, TextSpan Place)? Past { get; private set; }

    /// <summary>The nearest day after all past ones in a sentence that looks ahead.</summary>
    public (DateOnly Day, TextSpan Place)? Ahead { get; private set; }

    /// <summary>The newest year that "in", "since" or a month goes before in a sentence that does not look ahead.</summary>
    public int? PastYear { get; private set; }

    /// <summary>The newest year that is named at all, up to the present one; 0 where none is.</summary>
    public int AnyYear { get; private set; }

    public IReadOnlyList<SeasonDay> Days { get; private set; } = [];

    public static TimeClues Of(ArticleContent content, DateOnly today)
    {
        var clues = new TimeClues();
        var days = new List<SeasonDay>();
        var ahead = new List<(DateOnly Day, TextSpan Place)>();
        var count = 0;
        foreach (var block in content.Blocks)
        {
            if (!block.IsBody)
                continue;
            foreach (var sentence in SentenceSplitter.Split(content, block))
            {
                var words = content.Text.AsSpan(sentence.Start, sentence.Length);
                if (++count > MaxSentences)
                    continue;
                if (days.Count < MaxDays)
                    SeasonDay.Find(words, sentence.Start, days);
                if (!words.ContainsAnyInRange('0', '9'))
                    continue;
                clues.AnyYear = Math.Max(clues.AnyYear, NewestYear(words, today, inAnyPlace: true) ?? 0);
                var looksAhead = LooksAhead(words);
                clues.ReadDays(words, sentence.Start, looksAhead, today, ahead);
                if (!looksAhead && NewestYear(words, today, inAnyPlace: false) is { } inYear && inYear > (clues.PastYear ?? 0))
                    clues.PastYear = inYear;
            }
        }
        if (clues.Past is { } newest && !(clues.PastYear >= newest.Day.Year))
            clues.PastYear = newest.Day.Year;
        foreach (var day in ahead)
            if (!(day.Day <= clues.Past?.Day) && !(day.Day >= clues.Ahead?.Day))
                clues.Ahead = day;
        clues.Days = days;
        return clues;
    }

    /// <summary>Whether words such as "will" and "scheduled" stand among these.</summary>
    public static bool LooksAhead(ReadOnlySpan<char> sentence)
    {
        foreach (var range in sentence.SplitAny(" ,.;:()“”\"’'—–\n"))
            if (sentence[range].Length is >= 3 and <= 9 && IsOneOf(sentence[range], _future))
                return true;
        return false;
    }

    private void ReadDays(ReadOnlySpan<char> sentence, int offset, bool looksAhead, DateOnly today, List<(DateOnly, TextSpan)> ahead)
    {
        for (var at = 0; DateParser.Find(sentence[at..]) is { } match; at += match.End)
        {
            if (match.Date is not { Precision: <= DatePrecision.Day } date)
                continue;
            var place = new TextSpan(offset + at + match.Start, offset + at + match.End);
            if (looksAhead || IsOneOf(WordBefore(sentence, at + match.Start), _ahead))
                ahead.Add((date.Day, place));
            else if (date.Day <= today && !(date.Day <= Past?.Day))
                Past = (date.Day, place);
        }
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
