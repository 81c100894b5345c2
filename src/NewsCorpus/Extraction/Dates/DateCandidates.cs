using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Gathers all dates that may be an article's: from its fields, its address, its title and, where no field states one, its text.</summary>
internal static class DateCandidates
{
    private const string PageDate = "page-date";
    private const string LoneDate = "lone-date";

    /// <summary>Words of an open date that are kept: with a time and a zone.</summary>
    private const int MaxOpen = 60;

    public static List<DateCandidate> Of(ArticleDraft draft, ArticleContent content)
    {
        var candidates = new List<DateCandidate>();
        ReadFields(draft, candidates);
        ReadAddresses(draft, candidates);
        HeadlineDates.Read(draft, candidates);
        if (!candidates.Exists(c => c is { Role: DateRole.Publication, Kind: FactKind.Stated, Date: not null }))
            TextDates.Read(content, candidates);
        YearlessDay.Complete(candidates);
        return candidates;
    }

    /// <summary>The candidate with what the match says of it: why it is refused, what of it is open, how it is written.</summary>
    public static DateCandidate Of(ReadOnlySpan<char> words, DateMatch match, DateCandidate candidate) => candidate with
    {
        Note = Refusals.Say(match.Refusal) ?? candidate.Note,
        OpenWords = match.IsOpen ? words[match.Start..Math.Min(words.Length, match.Start + MaxOpen)].ToString() : null,
        Writes = match.Date is null || match.UsedOrder ? DayMonthOrder.Unknown : DateOrder.Written(words[match.Start..Math.Min(words.Length, match.End)]),
    };

    private static void ReadFields(ArticleDraft draft, List<DateCandidate> candidates)
    {
        foreach (var field in draft.Fields)
        {
            var shown = Shown(field);
            if ((shown ?? DateFields.Classify(field)) is not var (role, rank) || IsSwitch(field.Value))
                continue;
            var value = field.Value.AsSpan().Trim().Trim("\"'“”");
            var match = DateParser.Parse(value);
            var isLone = field.Key == LoneDate;
            candidates.Add(Of(value, match, new DateCandidate(role, shown is null ? FactKind.Stated : FactKind.Derived, rank, isLone ? "the only day that the page shows" : field.Place, match.Date, field.Excerpt, Line: field.Line)
            {
                IsShown = field.Key == PageDate,
                Note = isLone ? "A weak sign: the page has no place of its own for its date." : null,
                YearlessWords = match.Date is null && !match.IsOpen && YearlessDay.Is(value) ? value.ToString() : null,
            }));
        }
    }

    /// <summary>What a page shows its readers, rather than states for machines, is derived.</summary>
    private static (DateRole Role, int Rank)? Shown(StatedField field) => field.Key switch
    {
        PageDate => (DateRole.Publication, 3),
        "page-update" => (DateRole.Update, 3),
        "script-date" => (DateRole.Publication, 7),
        "time" => (DateRole.Publication, 9),
        LoneDate => (DateRole.Publication, 10),
        StatedField.FileName => (DateRole.Publication, 11),
        _ => null,
    };

    private static void ReadAddresses(ArticleDraft draft, List<DateCandidate> candidates)
    {
        foreach (var field in draft.Fields)
            if (field.Key == "heading-link" && UrlDate.FindInPath(field.Value) is { } inLink)
                candidates.Add(new DateCandidate(DateRole.Publication, FactKind.Derived, 6, "path of the heading's link", inLink.Date, field.Excerpt, Line: field.Line));
        foreach (var (field, address) in ArticleLinks.Of(draft))
            if (UrlDate.Find(address) is { } found)
            {
                candidates.Add(new DateCandidate(DateRole.Publication, FactKind.Derived, 2, $"path of the {field.Key}", found.Date, field.Excerpt, Line: field.Line) { IsAddress = true });
                return;
            }
        if (ArticleLinks.TryRead(draft.EntryKey, out var entry) && UrlDate.Find(entry) is { } inEntry)
            candidates.Add(new DateCandidate(DateRole.Publication, FactKind.Derived, 2, "path of the entry's address", inEntry.Date, draft.EntryKey) { IsAddress = true });
        else if (draft.Field("own-address") is { } own && UrlDate.FindInPath(own.Value) is { } inOwn)
            candidates.Add(new DateCandidate(DateRole.Publication, FactKind.Derived, 2, "path of its address in a link of the page", inOwn.Date, own.Excerpt, Line: own.Line) { IsAddress = true });
    }

    /// <summary>"published: true" states no date.</summary>
    private static bool IsSwitch(string value) => value.Trim().ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "draft" or "null" or "~";
}
