using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Dates;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>The date that a script in its place writes into the page: document.write('8 January 2026'). Without scripts the place is empty.</summary>
internal static partial class HtmlWrittenDates
{
    private const int MaxText = 2000;

    /// <summary>The first words written that have a day, where all that are have the same; else null.</summary>
    public static string? In(IElement place)
    {
        (string Words, DateOnly Day)? first = null;
        foreach (var script in place.Children.OfType<IHtmlScriptElement>())
            if (script.TextContent is { Length: <= MaxText } text)
                foreach (Match written in Written().Matches(text))
                    if (written.Groups["words"].Value is var words && DateParser.Find(words)?.Date is { Precision: <= DatePrecision.Day } date)
                    {
                        if (first is (_, var day) && day != date.Day)
                            return null;
                        first ??= (words, date.Day);
                    }
        return first?.Words;
    }

    [GeneratedRegex("""document\.write(?:ln)?\(\s*["'](?<words>[^"'<>]{6,90})["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
