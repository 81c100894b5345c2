using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>A full date at one end of a page's title, or at the beginning or in brackets in its description: "23.01.2022 - Ferry sails again", "Ferry sails again (8 January 2026)", "Ferry sails again (Harbour, 8 January 2026)", "… (news of 14 January 2020)".</summary>
internal static class HeadlineDates
{
    private const int MaxLength = 400;
    private const string Separators = "-–—|:•·,/";

    /// <summary>Words in brackets before the date.</summary>
    private const int MaxBefore = 24;

    public static void Read(ArticleDraft draft, List<DateCandidate> candidates)
    {
        foreach (var field in draft.Fields)
            if (field.Key is "title" or "og:title" or "headline" ? AtAnEnd(field.Value) : field.Key is "description" or "og:description" ? InDescription(field.Value) : false)
            {
                var match = DateParser.Find(field.Value)!.Value;
                candidates.Add(new DateCandidate(DateRole.Publication, FactKind.Derived, 8, $"date in the {field.Place}", match.Date, field.Excerpt, Line: field.Line, Note: Refusals.Say(match.Refusal)));
                return;
            }
    }

    private static bool AtAnEnd(string title)
    {
        if (Day(title) is not var (start, end))
            return false;
        var before = title.AsSpan(0, start).TrimEnd();
        var after = title.AsSpan(end).TrimStart();
        return before.IsEmpty ? after.Length > 1 && Separators.Contains(after[0]) : after.TrimEnd(" .)]").IsEmpty && (before[^1] is '(' or '[' || (after.StartsWith(')') && before.Contains('(')) || (Separators.Contains(before[^1]) && before[^1] is not (':' or ',')));
    }

    private static bool InDescription(string description)
    {
        if (Day(description) is not var (start, end))
            return false;
        var before = description.AsSpan(0, start);
        var after = description.AsSpan(end).TrimStart();
        if (start == 0)
            return after.Length > 1 && Separators.Contains(after[0]) && after[0] != ',';
        var bracket = before.LastIndexOf('(');
        return bracket >= 0 && start - bracket <= MaxBefore && after.Length > 0 && after[0] == ')';
    }

    private static (int Start, int End)? Day(string text) =>
        text.Length <= MaxLength && DateDigits.AreIn(text) && DateParser.Find(text) is { Date: { Precision: <= DatePrecision.Day } } match ? (match.Start, match.End) : null;
}
