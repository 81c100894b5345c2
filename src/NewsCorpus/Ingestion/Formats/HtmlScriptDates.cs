using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The date of publication in the data that a page's scripts carry, JSON-LD that cannot be parsed among them: "datePublished": "2026-01-08", publish_date = '…'. Weaker than what a page states: the
/// data may be another article's. So it is taken only where all such dates of the page are of one day, or where one day alone stands beside the page's own title. A key that says no more
/// than "created" is taken beside the title alone.
/// </summary>
internal static partial class HtmlScriptDates
{
    private const int MaxText = 1_000_000;
    private const int MaxFound = 50;

    /// <summary>Characters between title and date of one article in such data.</summary>
    private const int Beside = 600;

    /// <summary>So much of a title tells it from others.</summary>
    private const int MinTitle = 12;
    private const int MaxTitle = 40;

    /// <summary>The date, with the script it stands in; null where there is none or nothing tells which is the article's.</summary>
    public static (string Value, IElement Script)? Find(IHtmlDocument document)
    {
        var titles = TitlesOf(document);
        var all = new List<(string Value, DateOnly Day, IElement Script, bool IsPlain, bool IsBeside)>();
        var length = 0;
        foreach (var script in document.Scripts)
        {
            var text = script.TextContent;
            if ((length += text.Length) > MaxText || all.Count > MaxFound)
                break;
            foreach (Match match in Dated().Matches(text))
            {
                var value = match.Groups["value"].Value.Replace("\\", "", StringComparison.Ordinal);
                if (DateParser.Parse(value).Date is { Precision: <= DatePrecision.Day } date)
                    all.Add((value, date.Day, script, !match.Groups["weak"].Success, IsBeside(text, match, titles)));
            }
        }
        var plain = all.FindAll(d => d.IsPlain);
        if (plain.Count is > 0 and <= MaxFound && plain.TrueForAll(d => d.Day == plain[0].Day))
            return (plain[0].Value, plain[0].Script);
        var own = plain.FindAll(d => d.IsBeside);
        if (own.Count == 0)
            own = all.FindAll(d => d.IsBeside);
        return own.Count > 0 && own.TrueForAll(d => d.Day == own[0].Day) ? (own[0].Value, own[0].Script) : null;
    }

    private static List<string> TitlesOf(IHtmlDocument document) =>
    [
        .. new[] { document.QuerySelector("meta[property='og:title']")?.GetAttribute("content"), document.QuerySelector("h1")?.TextContent, document.Title }
            .Select(t => t?.Trim() ?? "").Where(t => t.Length >= MinTitle).Select(t => t[..Math.Min(t.Length, MaxTitle)]).Distinct(StringComparer.Ordinal),
    ];

    private static bool IsBeside(string text, Match match, List<string> titles)
    {
        var start = Math.Max(0, match.Index - Beside);
        var around = text.AsSpan(start, Math.Min(text.Length, match.Index + match.Length + Beside) - start);
        foreach (var title in titles)
            if (around.Contains(title, StringComparison.Ordinal))
                return true;
        return false;
    }

    [GeneratedRegex("""
        \b(?: (?:(?:date|first|initial|article|original|content|page|post|story|news)[_-]?)*(?:published|publish|publication|pub)(?:[_-]?(?:at|on|date|time|datetime|timestamp|iso|utc|gmt|raw))*
             | (?:article|post|page|story|news|content|release|display|online|issue)[_-]?(?:date|datum)
             | (?:erscheinungs|veroeffentlichungs|publikations)datum | fecha_?publicacion | data_?publicacao | date_?publication | date_?parution
             | (?<weak>(?:date[_-]?)?(?:created|posted)(?:[_-]?(?:at|on|date|time|timestamp))*|date|datetime|timestamp) )
        \\?["']?\s*[:=,]\s* (?: new\ Date\( | \{ \s* \\?["']?(?:\$?date|iso|utc|time|value|timestamp|datetime)\\?["']?\s*:\s* )? (?: \\?["'](?<value>[^"'\n]{6,60})\\?["'] | (?<value>1[0-9]{9}(?:[0-9]{3})?|(?:19|20)[0-9]{6})\b )
        """, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Dated();
}
