using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Dates written as digits alone: 2026, 202601, 20260108, 2026010810, 20260108103312, epoch seconds and milliseconds.</summary>
internal static class CompactDate
{
    /// <summary>False where the text is not digits alone (with at most a fraction of a second after epoch seconds).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateMatch match)
    {
        match = default;
        var whole = text;
        if (text.IndexOf('.') is >= 9 and var stop && text[(stop + 1)..].Length is > 0 and <= 9 && !text[(stop + 1)..].ContainsAnyExceptInRange('0', '9'))
            whole = text[..stop];
        if (whole.Length is < 4 or > 14 || whole.ContainsAnyExceptInRange('0', '9'))
            return false;
        var number = long.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture);
        match = whole.Length switch
        {
            4 => Year((int)number, text.Length),
            6 => DateParser.Calendar((int)(number / 100), (int)(number % 100), null, 0, text.Length),
            8 => Day(number, text.Length),
            12 when Starts(whole) => Day(number / 10_000, text.Length),
            14 => Day(number / 1_000_000, text.Length),
            10 when Starts(whole) && number / 100 % 100 is >= 1 and <= 31 && number / 10_000 % 100 is >= 1 and <= 12 && number % 100 < 24 => Day(number / 100, text.Length),
            9 or 10 => Epoch(DateTimeOffset.FromUnixTimeSeconds(number), text.Length),
            12 or 13 => Epoch(DateTimeOffset.FromUnixTimeMilliseconds(number), text.Length),
            _ => new DateMatch(0, text.Length, null, "it is no date in a known spelling"),
        };
        return true;
    }

    private static DateMatch Year(int year, int length) =>
        year == 0
            ? new DateMatch(0, length, null, "there is no year 0")
            : new DateMatch(0, length, new ArticleDate(new DateOnly(year, 1, 1), DatePrecision.Year), null);

    private static DateMatch Day(long digits, int length) =>
        DateParser.Calendar((int)(digits / 10_000), (int)(digits / 100 % 100), (int)(digits % 100), 0, length);

    private static DateMatch Epoch(DateTimeOffset instant, int length) =>
        new(0, length, new ArticleDate(DateOnly.FromDateTime(instant.UtcDateTime), DatePrecision.Instant, instant), null);

    /// <summary>Ten digits are a date to the hour where they begin so: seconds would lie beyond 2030. Twelve digits are a date to the minute where they begin with a century of newspapers and a month; else milliseconds before September 2001.</summary>
    private static bool Starts(ReadOnlySpan<char> digits) => digits[..2] is "19" or "20" && digits[4] is '0' or '1';
}
