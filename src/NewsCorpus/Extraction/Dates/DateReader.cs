using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Finds the day an article was published. A date stated for it (front matter, inline header, metadata of a page) goes before one derived, in this order: a "Published" line, the path of its address,
/// the date that a page shows its readers, its dateline, its byline, a line that is a date, an agency's sign-off, the data of its scripts, its title, any other time element of the page, the day in the name of a post (as site generators have it). Where only an update is stated, the article takes that date as a derived one, and the evidence says so.
/// Of several stated dates the key that says most plainly "published" wins; the others are kept, with a note where they differ. Impossible and future dates are refused with the reason.
/// The date of the file and today's date never are an article's date.
/// </summary>
public static class DateReader
{
    private const int MaxEvidence = 8;
    private const string PageDate = "page-date";

    /// <summary>How far the outlet's day may lie from that of UTC: Hawaii, New Zealand.</summary>
    private static readonly TimeSpan Westmost = TimeSpan.FromHours(10);
    private static readonly TimeSpan Eastmost = TimeSpan.FromHours(13);

    /// <summary>A later day that a page shows is its last change more often than the day of a far east: so only that of Europe and Africa counts.</summary>
    private static readonly TimeSpan East = TimeSpan.FromHours(3);

    /// <param name="today">Today, to refuse what lies in the future.</param>
    public static DateFinding Read(ArticleDraft draft, ArticleContent content, DateOnly today)
    {
        var candidates = new List<DateCandidate>();
        ReadFields(draft, candidates);
        ReadAddresses(draft, candidates);
        HeadlineDates.Read(draft, candidates);
        if (!candidates.Exists(c => c is { Role: DateRole.Publication, Kind: FactKind.Stated, Date: not null }))
            TextDates.Read(content, candidates);
        for (var i = 0; i < candidates.Count; i++)
            if (candidates[i].Date is { } date && Refusals.Of(date, today) is { } reason)
                candidates[i] = candidates[i] with { Date = null, Note = Refusals.Say(reason) };

        var winner = Shown(candidates.Where(c => c.Date is not null).MinBy(Order), candidates);
        if (winner is null)
            return new DateFinding(null, FactKind.Unknown, [.. candidates.Take(MaxEvidence).Select(c => c.ToEvidence(c.Role == DateRole.Update ? "An update." : null))]);
        var best = Refine(winner, candidates);
        candidates.Remove(best);
        best = OnLocalDay(best, candidates);
        if (best.Role == DateRole.Update)
            best = best with { Kind = FactKind.Derived };
        return new DateFinding(best.Date, best.Kind, Explain(best, candidates));
    }

    /// <summary>Many pages put the day of their last change into a plain "date" for machines: where readers are shown an earlier day, that one goes before it.</summary>
    private static DateCandidate? Shown(DateCandidate? winner, List<DateCandidate> candidates) =>
        winner is { Kind: FactKind.Stated, Role: DateRole.Publication, Rank: >= DateFields.Plainly, Date: { } stated } && candidates.Find(c => c.IsShown) is { Date: { } shown } first && shown.LastDay < stated.Day ? first : winner;

    /// <summary>Publication before update, stated before derived, then by rank; file order decides between equals.</summary>
    private static (DateRole, bool, int) Order(DateCandidate candidate) => (candidate.Role, candidate.Kind != FactKind.Stated, candidate.Rank);

    /// <summary>A statement that agrees but says more (the day of a month, the zone of the place) goes before one that says less.</summary>
    private static DateCandidate Refine(DateCandidate winner, List<DateCandidate> candidates)
    {
        foreach (var other in candidates)
            if (other.Role == winner.Role && other.Kind == winner.Kind && other.AgreesWith(winner)
                && (other.Date!.Value.Precision < winner.Date!.Value.Precision || IsLocal(other) && !IsLocal(winner)))
                winner = other;
        return winner;

        static bool IsLocal(DateCandidate candidate) => candidate.Date?.Instant is { } instant && instant.Offset != TimeSpan.Zero;
    }

    /// <summary>
    /// A time stated in UTC may lie on another day than the outlet's own: the evening of 8 January in Los Angeles is 9 January there. Where the page shows its readers, or has in its address, a day that it was
    /// somewhere at that instant, this is the article's day.
    /// </summary>
    private static DateCandidate OnLocalDay(DateCandidate stated, List<DateCandidate> others)
    {
        if (stated is not { Role: DateRole.Publication, Kind: FactKind.Stated, Date: { Instant: { } instant } date } || instant.Offset != TimeSpan.Zero)
            return stated;
        var local = others.Find(c => c is { Role: DateRole.Publication, Kind: FactKind.Derived, Date.Precision: <= DatePrecision.Day } && (c.IsShown || c.IsAddress)
            && c.Date.Value.Day != date.Day && c.Date.Value.Day >= DateOnly.FromDateTime(instant.UtcDateTime - Westmost) && c.Date.Value.Day <= DateOnly.FromDateTime(instant.UtcDateTime + (c.IsAddress ? Eastmost : East)));
        return local is null ? stated : stated with { Date = date with { Day = local.Date!.Value.Day }, Note = $"Stated in UTC, which was {date} at that moment; the outlet's own day is that of the {local.Rule}." };
    }

    private static List<Evidence> Explain(DateCandidate best, List<DateCandidate> others)
    {
        var rest = others.OrderBy(Order).ToList();
        var differing = rest.Find(c => c.Role == best.Role && c.Date is not null && !c.AgreesWith(best));
        var note = best.Role == DateRole.Update
            ? "Only an update is stated; the article was published that day or before."
            : differing is null ? null : $"Another date differs: {differing.Rule} gives {differing.Date}.";
        var evidence = new List<Evidence> { best.ToEvidence(note) };
        foreach (var other in rest.Take(MaxEvidence - 1))
        {
            var said = other.Date is null ? null
                : other.Role == DateRole.Update && best.Role == DateRole.Publication ? "An update, not the publication."
                : other.AgreesWith(best) ? null
                : $"Differs from {best.Date}, which goes before it ({best.Rule}).";
            evidence.Add(other.ToEvidence(said));
        }
        return evidence;
    }

    private static void ReadFields(ArticleDraft draft, List<DateCandidate> candidates)
    {
        foreach (var field in draft.Fields)
        {
            var shown = Shown(field);
            if ((shown ?? DateFields.Classify(field)) is not var (role, rank) || IsSwitch(field.Value))
                continue;
            var match = DateParser.Parse(field.Value);
            string? note = null;
            // Only a date that reads both ways depends on the order; the hint is looked for only then.
            if (match.Date is null && DateParser.Parse(field.Value, DayMonthOrder.DayFirst).UsedOrder && DateOrder.Of(draft, field.Value) is (not DayMonthOrder.Unknown and var order, var reason))
            {
                match = DateParser.Parse(field.Value, order);
                note = $"Read {(order == DayMonthOrder.DayFirst ? "day" : "month")} first, because {reason}.";
            }
            candidates.Add(new DateCandidate(role, shown is null ? FactKind.Stated : FactKind.Derived, rank, field.Place, match.Date, field.Excerpt, Line: field.Line, Note: Refusals.Say(match.Refusal) ?? note) { IsShown = field.Key == PageDate });
        }
    }

    /// <summary>What a page shows its readers, rather than states for machines, is derived.</summary>
    private static (DateRole Role, int Rank)? Shown(StatedField field) => field.Key switch
    {
        PageDate => (DateRole.Publication, 3),
        "page-update" => (DateRole.Update, 3),
        "script-date" => (DateRole.Publication, 7),
        "time" => (DateRole.Publication, 9),
        StatedField.FileName => (DateRole.Publication, 10),
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
    }

    /// <summary>"published: true" states no date.</summary>
    private static bool IsSwitch(string value) => value.Trim().ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "draft" or "null" or "~";
}
