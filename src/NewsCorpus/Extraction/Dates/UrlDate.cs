using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// The date in the path of an address: /2026/01/08/, /2026/jan/08/, /2026-01-08-title, /20260108/, /2026/01/. Eight digits count only as the beginning of a path segment,
/// since many sites end a segment with an article's number.
/// </summary>
internal static class UrlDate
{
    /// <summary>The date and the part of the path that states it; null where the path states none.</summary>
    public static (ArticleDate Date, string Excerpt)? Find(Uri address) => FindInPath(address.AbsolutePath);

    /// <summary>The same of a path, or of an address as a page writes it.</summary>
    public static (ArticleDate Date, string Excerpt)? FindInPath(string path)
    {
        if (IsMedia(path))
            return null;
        var segments = path.Split('/', 40, StringSplitOptions.RemoveEmptyEntries);
        (ArticleDate, string)? month = null;
        for (var i = 0; i < segments.Length; i++)
        {
            if (Within(segments[i]) is { } day)
                return day;
            if (!IsYear(segments[i], out var year) || i + 1 >= segments.Length || MonthOf(segments[i + 1]) is not (> 0 and var number))
                continue;
            var next = i + 2 < segments.Length ? segments[i + 2] : "";
            if (DayOf(next) is > 0 and var dayNumber && dayNumber <= DateTime.DaysInMonth(year, number))
                return (new ArticleDate(new DateOnly(year, number, dayNumber)), $"/{segments[i]}/{segments[i + 1]}/{next}/");
            month ??= (new ArticleDate(new DateOnly(year, number, 1), DatePrecision.Month), $"/{segments[i]}/{segments[i + 1]}/");
        }
        return month;
    }

    /// <summary>The address of a picture, which many pages state as "url" of their logo, tells when that was uploaded.</summary>
    private static bool IsMedia(string path) =>
        path.Contains("/wp-content/uploads/", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(path.AsSpan()) is { Length: 4 or 5 } extension && ".jpg.jpeg.png.gif.svg.webp.avif.ico.bmp.mp3.mp4.css.".Contains($"{extension}.", StringComparison.OrdinalIgnoreCase);

    /// <summary>2026-01-08, 2026_01_08 or 20260108 at the beginning of a segment, the first also at its end.</summary>
    private static (ArticleDate, string)? Within(string segment)
    {
        var cursor = new DateCursor(segment, 0);
        if (cursor.Number(8, 8) is var compact and > 0 && !char.IsLetterOrDigit(cursor.Current))
            return Day(compact / 10_000, compact / 100 % 100, compact % 100, segment[..8]);
        for (var start = 0; start >= 0; start = segment.IndexOf('-', start) is var hyphen and >= 0 ? hyphen + 1 : -1)
        {
            cursor.At = start;
            if (cursor.Number(4, 4) is var year and > 0 && cursor.Current is '-' or '_')
            {
                var separator = cursor.Current;
                if (cursor.Take(separator) && cursor.Number(2, 2) is var month and > 0 && cursor.Take(separator) && cursor.Number(2, 2) is var day and > 0 && !char.IsLetterOrDigit(cursor.Current))
                    return Day(year, month, day, segment[start..cursor.At]);
            }
        }
        return null;
    }

    private static (ArticleDate, string)? Day(int year, int month, int day, string excerpt) =>
        year is >= 1990 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new ArticleDate(new DateOnly(year, month, day)), excerpt)
            : null;

    /// <summary>The web has no older addresses.</summary>
    private static bool IsYear(string segment, out int year)
    {
        var cursor = new DateCursor(segment, 0);
        year = cursor.Number(4, 4);
        return cursor.IsAtEnd && year is >= 1990 and <= 2199;
    }

    private static int MonthOf(string segment)
    {
        var cursor = new DateCursor(segment, 0);
        var number = cursor.Number(1, 2);
        if (number < 0)
            number = DateVocabulary.Month(segment);
        else if (!cursor.IsAtEnd)
            return 0;
        return number <= 12 ? number : 0;
    }

    private static int DayOf(string segment)
    {
        var cursor = new DateCursor(segment, 0);
        var number = cursor.Number(1, 2);
        return cursor.IsAtEnd ? number : 0;
    }
}
