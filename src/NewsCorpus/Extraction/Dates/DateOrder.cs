using System.Collections.Frozen;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Languages;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Decides between day first and month first for dates such as 03/04/2025: by another date of the article, by by the weekday that stands with it, by which of the two lies in the future, and, weaker than what the outlet's other articles tell, by language,
/// time zone, region and country of its address. Nothing is assumed where none of these tells.
/// </summary>
internal static class DateOrder
{
    private static readonly FrozenSet<string> _dayFirstCountries =
        "uk ie au nz in pk bd lk za ng ke gh ug tz zm zw bw na mt cy my sg hk de at ch fr be nl lu es pt it gr pl cz sk si hr rs ro bg tr ru ua dk no fi is ee lv br ar mx cl co pe uy ve id vn th eg il ae sa"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _monthFirstRegions = new[] { "us", "ph" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The order in which words that are a date in figures are written; unknown where they read both ways, or have names, full stops or the year first.</summary>
    public static DayMonthOrder Written(ReadOnlySpan<char> date)
    {
        var cursor = new DateCursor(date, 0);
        var first = cursor.Number(1, 2);
        var mark = cursor.Current;
        if (first < 0 || mark is not ('/' or '-') || !cursor.Take(mark) || cursor.Number(1, 2) is not (>= 0 and var second) || !cursor.Take(mark) || cursor.Number(4, 4) < 0)
            return DayMonthOrder.Unknown;
        return first > 12 ? DayMonthOrder.DayFirst : second > 12 ? DayMonthOrder.MonthFirst : DayMonthOrder.Unknown;
    }

    /// <summary>The order in which the article's dates in figures are written; unknown where it has none that tells, or some in either.</summary>
    public static DayMonthOrder Written(List<DateCandidate> candidates)
    {
        var orders = candidates.Select(c => c.Writes).Where(o => o != DayMonthOrder.Unknown).Distinct().ToList();
        return orders.Count == 1 ? orders[0] : DayMonthOrder.Unknown;
    }

    /// <summary>Whether the first date in the text reads both ways.</summary>
    public static bool IsOpen(ReadOnlySpan<char> text) => DateParser.Find(text) is { IsOpen: true };

    /// <summary>The order by the article's other dates: one in figures that reads one way only, or one that is the same day under one order. As a clause what tells it; unknown where nothing does.</summary>
    public static (DayMonthOrder Order, string? Reason) Of(ArticleDraft draft, List<DateCandidate> candidates)
    {
        var open = candidates.FindAll(c => c.OpenWords is not null);
        if (Written(candidates) is not DayMonthOrder.Unknown and var written)
            return (written, $"{candidates.Find(c => c.Writes == written)!.Rule} has {candidates.Find(c => c.Writes == written)!.Excerpt}");
        foreach (var words in open)
            if (OfWeekday(words) is not DayMonthOrder.Unknown and var byWeekday)
                return (byWeekday, "only so is it the weekday that stands with it");
        foreach (var candidate in candidates.Where(c => c.Date is not null))
            foreach (var words in open)
                if (Agreeing(words.OpenWords!, candidate.Date!.Value) is not DayMonthOrder.Unknown and var byDate)
                    return (byDate, $"{candidate.Rule} gives {candidate.Date}");
        // Every address counts here, not only the one that gives the article's date.
        foreach (var (field, address) in ArticleLinks.Of(draft))
            if (UrlDate.Find(address) is { } url)
                foreach (var words in open)
                    if (Agreeing(words.OpenWords!, url.Date) is not DayMonthOrder.Unknown and var byAddress)
                        return (byAddress, $"the {field.Key} has {url.Excerpt}");
        return (DayMonthOrder.Unknown, null);
    }

    /// <summary>The order under which an open date is possible at all, where under the other it lies in the future.</summary>
    public static (DayMonthOrder Order, string? Reason) OfFuture(List<DateCandidate> candidates, DateOnly today)
    {
        foreach (var words in candidates.Select(c => c.OpenWords).OfType<string>())
        {
            var (dayFirst, monthFirst) = (IsFuture(words, DayMonthOrder.DayFirst), IsFuture(words, DayMonthOrder.MonthFirst));
            if (dayFirst != monthFirst)
                return dayFirst ? (DayMonthOrder.MonthFirst, "with the day first it would lie in the future") : (DayMonthOrder.DayFirst, "with the month first it would lie in the future");
        }
        return (DayMonthOrder.Unknown, null);

        bool IsFuture(string words, DayMonthOrder order) => DateParser.Parse(words, order).Date is { } date && date.Day > today.AddDays(1);
    }

    /// <summary>"Thu, 01/08/2026": the order under which it is that day.</summary>
    private static DayMonthOrder OfWeekday(DateCandidate candidate)
    {
        var at = candidate.Excerpt.IndexOf(candidate.OpenWords![..Math.Min(candidate.OpenWords!.Length, 8)], StringComparison.Ordinal);
        var before = at > 0 ? candidate.Excerpt.AsSpan(0, at).TrimEnd(" ,.") : default;
        if (DateVocabulary.EnglishWeekday(before[(before.LastIndexOf(' ') + 1)..]) is not { } weekday)
            return DayMonthOrder.Unknown;
        var isDayFirst = DateParser.Parse(candidate.OpenWords, DayMonthOrder.DayFirst).Date?.Day.DayOfWeek == weekday;
        var isMonthFirst = DateParser.Parse(candidate.OpenWords, DayMonthOrder.MonthFirst).Date?.Day.DayOfWeek == weekday;
        return isDayFirst == isMonthFirst ? DayMonthOrder.Unknown : isDayFirst ? DayMonthOrder.DayFirst : DayMonthOrder.MonthFirst;
    }

    /// <summary>The order that is usual in the language of the text, in the zone that stands with the date, in the stated language and region, or in the country of the address.</summary>
    public static (DayMonthOrder Order, string? Reason) OfPlace(ArticleDraft draft, ArticleContent content, List<DateCandidate> candidates)
    {
        // The stated language is a template's default as often as not, and that is English.
        if (LanguageIdentifier.Read(content) is { IsClear: true, Code: not "en" and var code } && OfLocale(code) is not DayMonthOrder.Unknown and var byText)
            return (byText, $"the text reads as {LanguageCodes.NameOf(code)}");
        foreach (var words in candidates.Select(c => c.OpenWords).OfType<string>())
            foreach (var range in words.AsSpan().SplitAny(" ()+,;"))
                if (OfZone(words.AsSpan()[range]) is not DayMonthOrder.Unknown and var byZone)
                    return (byZone, $"its time is in {words[range]}");
        if (draft.Field("og:locale", "language", "inlanguage", "lang", "locale") is { } locale && OfLocale(locale.Value) is not DayMonthOrder.Unknown and var byLocale)
            return (byLocale, $"the language is stated as {locale.Value}");
        foreach (var (_, address) in ArticleLinks.Of(draft))
            if (_dayFirstCountries.Contains(address.Host[(address.Host.LastIndexOf('.') + 1)..]))
                return (DayMonthOrder.DayFirst, $"the address is {address.Host}");
        return (DayMonthOrder.Unknown, null);
    }

    private static DayMonthOrder OfZone(ReadOnlySpan<char> zone) => zone is "ET" or "EST" or "EDT" or "CT" or "CDT" or "MT" or "MDT" or "PT" or "PST" or "PDT" or "AKST" or "AKDT" or "HST" ? DayMonthOrder.MonthFirst
        : zone is "BST" or "CET" or "CEST" or "MEZ" or "MESZ" or "EET" or "EEST" or "MSK" or "SAST" or "CAT" or "WAT" or "EAT" or "IST" or "PKT" or "WIB" or "WITA" or "WIT" or "SGT" or "AEST" or "AEDT" or "ACST" or "AWST" or "NZST" or "NZDT" ? DayMonthOrder.DayFirst
        : DayMonthOrder.Unknown;

    /// <summary>The candidates with their open dates read in an order.</summary>
    /// <param name="reason">What tells the order, as a clause; null where that is said elsewhere.</param>
    public static List<DateCandidate> Read(List<DateCandidate> candidates, DayMonthOrder order, string? reason) => candidates.ConvertAll(c =>
    {
        if (c.OpenWords is not { } words)
            return c;
        var match = DateParser.Parse(words, order);
        return c with { Date = match.Date, Note = Refusals.Say(match.Refusal) ?? (reason is null ? null : $"Read {(order == DayMonthOrder.DayFirst ? "day" : "month")} first, because {reason}.") };
    });

    /// <summary>What is sure of an open date, whichever order it has: its year, where that has four digits.</summary>
    public static DateCandidate YearOf(DateCandidate candidate)
    {
        if (candidate.OpenWords is not { } words || (DateParser.Parse(words, DayMonthOrder.DayFirst).Date, DateParser.Parse(words, DayMonthOrder.MonthFirst).Date) is not ({ } one, { } other)
            || one.Day.Year != other.Day.Year || !words.Contains($"{one.Day.Year:0000}", StringComparison.Ordinal))
            return candidate;
        return candidate with
        {
            Date = new ArticleDate(new DateOnly(one.Day.Year, 1, 1), DatePrecision.Year),
            IsLastResort = true,
            Note = $"It may mean {one} or {other}: only the year is sure.",
        };
    }

    /// <summary>The reading that gives the same day, or the day beside it, as a date known otherwise.</summary>
    private static DayMonthOrder Agreeing(string ambiguous, ArticleDate known)
    {
        var isDayFirst = Agrees(DateParser.Parse(ambiguous, DayMonthOrder.DayFirst).Date, known);
        var isMonthFirst = Agrees(DateParser.Parse(ambiguous, DayMonthOrder.MonthFirst).Date, known);
        return isDayFirst == isMonthFirst ? DayMonthOrder.Unknown : isDayFirst ? DayMonthOrder.DayFirst : DayMonthOrder.MonthFirst;
    }

    private static bool Agrees(ArticleDate? reading, ArticleDate known) =>
        reading is { } date && date.Day >= Shift(known.Day, -1) && date.Day <= Shift(known.LastDay, 1);

    private static DateOnly Shift(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    private static DayMonthOrder OfLocale(string locale)
    {
        var parts = locale.Split('-', '_');
        if (parts[0].Length is not (2 or 3))
            return DayMonthOrder.Unknown;
        if (parts.Length > 1 && _monthFirstRegions.Contains(parts[^1]))
            return DayMonthOrder.MonthFirst;
        if (parts.Length > 1 && _dayFirstCountries.Contains(parts[^1].Equals("gb", StringComparison.OrdinalIgnoreCase) ? "uk" : parts[^1]))
            return DayMonthOrder.DayFirst;
        // Where the year comes first, digits that begin otherwise are a foreign habit.
        if (parts[0].ToLowerInvariant() is "ja" or "zh" or "ko" or "hu" or "mn" or "fa")
            return DayMonthOrder.Unknown;
        var isEnglish = parts[0].Equals("en", StringComparison.OrdinalIgnoreCase) || parts[0].Equals("eng", StringComparison.OrdinalIgnoreCase);
        return isEnglish ? DayMonthOrder.Unknown : DayMonthOrder.DayFirst;
    }
}
