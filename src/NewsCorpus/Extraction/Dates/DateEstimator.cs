using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Estimates when an undated article was published, from what its text speaks of as past and from the dated articles of the corpus that name the same people: news about the same
/// people comes close together in time (the idea of temporal language models, de Jong, Rode and Hiemstra 2005, with names for words). Gives no estimate where the clues are few, contradict
/// each other, or leave more than <see cref="MaxDays"/>.
/// </summary>
public static class DateEstimator
{
    /// <summary>A wider window tells nobody anything.</summary>
    public const int MaxDays = 3 * 366;

    /// <summary>Most articles are about days just past; four in five that state a full date in the past follow it within this time.</summary>
    private const int DaysAfterPastDate = 550;

    /// <summary>Least weight of the best peer in nats: about three people whom few other articles name.</summary>
    private const double EnoughWeight = 15;

    /// <summary>Peers with less than this part of the best one's weight share too little.</summary>
    private const double PartOfBest = 0.35;

    /// <summary>Part of the peers' weight that the window holds.</summary>
    private const double Mass = 0.6;

    /// <summary>Days added on each side: the corpus never has all articles about its people.</summary>
    private const int Margin = 240;

    private const int MinPeers = 2;
    private const int MaxPeers = 40;

    /// <param name="peers">Dated articles that name people of this one, in any order; none gives an estimate by the text alone.</param>
    /// <returns>Null where the clues do not suffice.</returns>
    public static DateEstimate? Estimate(ArticleContent content, IReadOnlyCollection<DatedPeer> peers, DateOnly today)
    {
        var reasons = new List<string>();
        var (place, past, year, anyYear) = PastDates.Newest(content, today);
        DateOnly? from = null;
        DateOnly? to = null;
        // A text that names a later year is about an anniversary or a history, and its newest full date is no news.
        if (past is { } day && place is { } span && anyYear <= day.Year + 1)
        {
            (from, to) = (day, day.AddDays(DaysAfterPastDate));
            reasons.Add($"the text speaks of {content.Text[span.Start..span.End]} as past");
        }
        if (PeerWindow(peers) is var (first, last, count))
        {
            var (earliest, latest) = (first.AddDays(-Margin), last.AddDays(Margin));
            if (from > latest || to < earliest)
                return null;
            from = from > earliest ? from : earliest;
            to = to < latest ? to : latest;
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{count} dated articles about the same people are from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}"));
        }
        if (from is not { } start || to is not { } end)
            return null;
        if (year is { } known && new DateOnly(known, 1, 1) is var newYear && newYear > start)
        {
            start = newYear;
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the text speaks of {known} as begun"));
        }
        end = end > today ? today : end;
        return start > end || end.DayNumber - start.DayNumber >= MaxDays ? null : new DateEstimate(start, end, reasons);
    }

    /// <summary>The shortest time that holds <see cref="Mass"/> of the peers' squared weight.</summary>
    private static (DateOnly First, DateOnly Last, int Count)? PeerWindow(IReadOnlyCollection<DatedPeer> peers)
    {
        var best = peers.OrderByDescending(peer => peer.Weight).Take(MaxPeers).ToList();
        if (best.Count == 0 || best[0].Weight < EnoughWeight)
            return null;
        var points = best.Where(peer => peer.Weight >= best[0].Weight * PartOfBest).OrderBy(peer => peer.Day).ToList();
        if (points.Count < MinPeers)
            return null;
        var wanted = points.Sum(Square) * Mass;
        (int First, int Last)? shortest = null;
        for (int first = 0, last = -1; first < points.Count; first++)
        {
            var sum = 0.0;
            for (last = first; last < points.Count; last++)
            {
                sum += Square(points[last]);
                if (sum >= wanted)
                    break;
            }
            if (last < points.Count && (shortest is not { } known || Length(first, last) < Length(known.First, known.Last)))
                shortest = (first, last);
        }
        return shortest is { } found ? (points[found.First].Day, points[found.Last].Day, points.Count) : null;

        int Length(int first, int last) => points[last].Day.DayNumber - points[first].Day.DayNumber;

        static double Square(DatedPeer peer) => peer.Weight * peer.Weight;
    }
}
