using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The date of publication in the data that a page's scripts carry, JSON-LD that cannot be parsed among them: "datePublished": "2026-01-08", publish_date = '…'. Weaker than what a page states: the
/// data may be another article's. So it is taken only where all such dates of the page are of one day.
/// </summary>
internal static partial class HtmlScriptDates
{
    private const int MaxText = 1_000_000;
    private const int MaxFound = 50;

    /// <summary>The first of the dates, with its key, and the script it stands in; null where there is none or they differ.</summary>
    public static (string Value, IElement Script)? Find(IEnumerable<IElement> scripts)
    {
        (string Value, DateOnly Day, IElement Script)? first = null;
        var (length, found) = (0, 0);
        foreach (var script in scripts)
        {
            var text = script.TextContent;
            if ((length += text.Length) > MaxText)
                break;
            foreach (Match match in Dated().Matches(text))
            {
                var value = match.Groups["value"].Value.Replace("\\", "", StringComparison.Ordinal);
                if (DateParser.Parse(value).Date is not { Precision: <= DatePrecision.Day } date)
                    continue;
                if (first is { } known && known.Day != date.Day || ++found > MaxFound)
                    return null;
                first ??= (value, date.Day, script);
            }
        }
        return first is var (shown, _, element) ? (shown, element) : null;
    }

    [GeneratedRegex("""
        \b(?: (?:(?:date|first|initial|article|original|content|page|post|story|news)[_-]?)*(?:published|publish|publication|pub)[_-]?(?:at|on|date|time|datetime|timestamp)?
             | (?:article|post|story|news|content|release|display|online|issue)[_-]?(?:date|datum)
             | (?:erscheinungs|veroeffentlichungs|publikations)datum | fecha_?publicacion | data_?publicacao | date_?publication | date_?parution )
        \\?["']?\s*[:=,]\s* (?: \\?["'](?<value>[^"'\n]{6,60})\\?["'] | (?<value>1[0-9]{9}(?:[0-9]{3})?)\b )
        """, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Dated();
}
