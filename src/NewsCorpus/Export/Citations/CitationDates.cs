using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Export.Citations;

/// <summary>Dates as styles write them, as exactly as they are known.</summary>
internal static class CitationDates
{
    public const string None = "n.d.";

    private static readonly string[] ShortMonths = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    /// <summary>"2026, January 8"</summary>
    public static string Apa(ArticleDate? date) => Write(date, "yyyy, MMMM d", "yyyy, MMMM");

    /// <summary>"January 8, 2026"</summary>
    public static string Chicago(ArticleDate? date) => Write(date, "MMMM d, yyyy", "MMMM yyyy");

    /// <summary>"8 Jan. 2026"</summary>
    public static string Mla(ArticleDate? date) => date is { Precision: not DatePrecision.Year, Day: var day }
        ? string.Create(CultureInfo.InvariantCulture, $"{(date.Value.Precision == DatePrecision.Month ? "" : day.Day + " ")}{ShortMonths[day.Month - 1]} {day.Year}")
        : Write(date, "", "");

    /// <summary>"2026/01/08", with empty parts where less is known; "" for none.</summary>
    public static string Ris(ArticleDate? date) => date is null ? "" : date.Value.Precision switch
    {
        DatePrecision.Year => date.Value.Day.ToString("yyyy'///'", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Value.Day.ToString("yyyy'/'MM'//'", CultureInfo.InvariantCulture),
        _ => date.Value.Day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture),
    };

    private static string Write(ArticleDate? date, string day, string month) => date is null ? None : date.Value.Precision switch
    {
        DatePrecision.Year => date.Value.Day.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Value.Day.ToString(month, CultureInfo.InvariantCulture),
        _ => date.Value.Day.ToString(day, CultureInfo.InvariantCulture),
    };
}
