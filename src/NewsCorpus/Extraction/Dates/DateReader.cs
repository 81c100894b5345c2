using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Finds the day an article was published. A date stated for it (front matter, inline header, metadata of a page) goes before one derived, in this order: a "Published" line, the path of its address,
/// the date that a page shows its readers, its dateline, its byline, a line that is a date, an agency's sign-off, the data of its scripts, its title, any other time element of the page, the only day that a page shows anywhere, the day in the name of a post (as site generators have it). Where only an update is stated, the article takes that date as a derived one, and the evidence says so.
/// Of several stated dates the key that says most plainly "published" wins; the others are kept, with a note where they differ. Impossible and future dates are refused with the reason.
/// A date in figures that reads both day first and month first is read by the article's other dates; where they do not tell, both readings are kept for the outlet's other articles to decide (<see cref="OpenDate"/>).
/// The date of the file and today's date never are an article's date.
/// </summary>
public static class DateReader
{
    private const int MaxEvidence = 8;

    /// <summary>How far the outlet's day may lie from that of UTC: Hawaii, New Zealand.</summary>
    private static readonly TimeSpan Westmost = TimeSpan.FromHours(10);
    private static readonly TimeSpan Eastmost = TimeSpan.FromHours(13);

    /// <summary>A later day that a page shows is its last change more often than the day of a far east: so only that of Europe and Africa counts.</summary>
    private static readonly TimeSpan East = TimeSpan.FromHours(3);

    /// <param name="today">Today, to refuse what lies in the future.</param>
    public static DateFinding Read(ArticleDraft draft, ArticleContent content, DateOnly today)
    {
        var candidates = DateCandidates.Of(draft, content);
        var writes = DateOrder.Written(candidates);
        if (!candidates.Exists(c => c.OpenWords is not null))
            return Choose(candidates, today) with { Writes = writes };
        if (DateOrder.Of(draft, candidates) is (not DayMonthOrder.Unknown and var own, var reason))
            return Choose(DateOrder.Read(candidates, own, reason), today) with { Writes = own };
        if (DateOrder.OfFuture(candidates, today) is (not DayMonthOrder.Unknown and var possible, var ground))
            return Choose(DateOrder.Read(candidates, possible, ground), today);
        var (local, place) = DateOrder.OfPlace(draft, content, candidates);
        var undecided = Choose(local == DayMonthOrder.Unknown ? candidates.ConvertAll(DateOrder.YearOf) : DateOrder.Read(candidates, local, place), today);
        var dayFirst = Choose(DateOrder.Read(candidates, DayMonthOrder.DayFirst, null), today);
        var monthFirst = Choose(DateOrder.Read(candidates, DayMonthOrder.MonthFirst, null), today);
        return dayFirst.Date == monthFirst.Date ? undecided : undecided with { Open = new OpenDate(undecided, dayFirst, monthFirst) };
    }

    private static DateFinding Choose(List<DateCandidate> candidates, DateOnly today)
    {
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

    /// <summary>Many pages put the day of their last change into a plain "date" for machines: where readers are shown an earlier day, that one goes before it, unless the article's address has the stated one.</summary>
    private static DateCandidate? Shown(DateCandidate? winner, List<DateCandidate> candidates) =>
        winner is { Kind: FactKind.Stated, Role: DateRole.Publication, Rank: >= DateFields.Plainly, Date: { } stated } && candidates.Find(c => c.IsShown) is { Date: { } shown } first && shown.LastDay < stated.Day
            && !candidates.Exists(c => c.IsAddress && c.Date is { Precision: <= DatePrecision.Day } && c.AgreesWith(winner)) ? first : winner;

    /// <summary>Publication before update, what is more than the year of an open date, stated before derived, then by rank; file order decides between equals.</summary>
    private static (DateRole, bool, bool, int) Order(DateCandidate candidate) => (candidate.Role, candidate.IsLastResort, candidate.Kind != FactKind.Stated, candidate.Rank);

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
}
