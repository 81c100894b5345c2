using System.Globalization;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>
/// Estimates when an undated article was published, from what its text says about its time and from the dated articles of the corpus, above all those that name the same people (the idea of
/// temporal language models, de Jong, Rode and Hiemstra 2005, with names for words). Each clue says how likely it makes each day; the window is the shortest that holds <see cref="Mass"/> of
/// all likelihood. Gives no estimate where that is longer than <see cref="MaxDays"/>, or no more than what would be said of any article of the corpus.
/// The weights, and the part, are those at which the windows of the half of articles-2000 that rules are tuned on hold the true day five times in six, whatever their length.
/// </summary>
public static class DateEstimator
{
    /// <summary>A longer window tells nobody anything.</summary>
    public const int MaxDays = 600;

    /// <summary>Part of the likelihood that a window holds; since clues are not independent, the true day is inside somewhat less often.</summary>
    internal const double Mass = 0.86;

    /// <summary>Nats by which the article's own clues must speak for the window beyond what is to be expected of any article of the corpus.</summary>
    private const double Gain = 0.5;

    /// <summary>Nats by which a clue must speak for the window to be a reason for it.</summary>
    private const double Reason = 0.3;

    /// <summary>Days within which a copy with the same words follows the first, or goes before it.</summary>
    private const int CopyDays = 14;

    private const int MostNames = 3;

    /// <param name="people">People whom dated articles name too.</param>
    /// <param name="copies">Days of dated articles with exactly the same words, in order.</param>
    /// <returns>Null where the clues do not suffice.</returns>
    public static DateEstimate? Estimate(ArticleContent content, IReadOnlyCollection<SharedPerson> people, IReadOnlyList<DateOnly> copies, CorpusCalendar calendar)
    {
        using var belief = new DateBelief(calendar);
        var clues = TimeClues.Of(content, belief.First.AddDays(belief.Count - 1));
        var peers = PeerTimes.Of(people, calendar.Articles);
        var office = OfficeTimes.Of(people);
        (double[]? Logs, double Weight, Func<DateOnly, DateOnly, string?> Say)[] all =
        [
            (Copies(copies, belief), 0.95, (_, _) => $"the same words were published on {Say(copies[0])}"),
            (TextTimes.Past(clues, belief), 0.81, (_, _) => $"the text speaks of {Words(content, clues.Past!.Value.Place)} as past"),
            (TextTimes.Season(clues, belief), 0.86, (from, to) => SayDays(content, clues, from, to)),
            (office?.Logs(belief), 0.95, (_, _) => $"{office!.Name} is “{office.Undated}” in it, and “{office.Dated}” in an article of {Say(office.Before)}"),
            (peers?.Logs(belief), 1.14, (from, to) => SayPeers(peers!, from, to)),
            (TextTimes.AnyYear(clues, belief), 0.43, (_, _) => string.Create(CultureInfo.InvariantCulture, $"the newest year that it names is {clues.AnyYear}")),
            (TextTimes.PastYear(clues, belief), 0.29, (_, _) => null),
        ];
        foreach (var (logs, weight, _) in all)
            belief.Add(logs, weight);
        var (first, last, days) = belief.Window(Mass);
        var (start, end) = (calendar.Index(first), calendar.Index(last));
        if (days > MaxDays || all.Sum(clue => clue.Logs is { } logs ? clue.Weight * calendar.Gain(logs, start, end) : 0) < Gain)
            return null;
        var reasons = all.Where(clue => clue.Logs is { } logs && DateBelief.Support(logs, start, end) >= Reason).Select(clue => clue.Say(first, last)).OfType<string>().ToList();
        if (reasons.Count == 0)
            return null;
        if (calendar.Articles > 0 && DateBelief.Support(calendar.LogDensity, start, end) >= Reason)
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"many of the {calendar.Articles} dated articles of the corpus are from about that time"));
        return new DateEstimate(first, last, reasons);
    }

    private static double[]? Copies(IReadOnlyList<DateOnly> copies, DateBelief belief)
    {
        if (copies.Count == 0)
            return null;
        var (first, last) = (copies[0].DayNumber - belief.First.DayNumber, copies[^1].DayNumber - belief.First.DayNumber);
        var span = last - first + 2 * CopyDays;
        var logs = belief.Days();
        for (var day = 0; day < logs.Length; day++)
            logs[day] = Math.Log(day >= first - CopyDays && day <= last + CopyDays ? 0.9 / span : 0.1 / logs.Length);
        return logs;
    }

    /// <summary>Up to three days or months that lie near the window, each once.</summary>
    private static string? SayDays(ArticleContent content, TimeClues clues, DateOnly from, DateOnly to)
    {
        var said = new List<string>();
        foreach (var isAhead in (ReadOnlySpan<bool>)[false, true])
        {
            var words = clues.Days.Where(d => d.IsAhead == isAhead).Select(d => Words(content, d.Place)).Distinct(StringComparer.Ordinal).Take(MostNames).ToList();
            if (words.Count > 0)
                said.Add($"{(isAhead ? "looks ahead to" : "speaks of")} {string.Join(", ", words.Select(w => $"“{w}”"))}");
        }
        return said.Count == 0 ? null : $"the text {string.Join(" and ", said)}{(from.Year == to.Year ? "" : ", without a year")}";
    }

    private static string? SayPeers(PeerTimes peers, DateOnly from, DateOnly to)
    {
        if (peers.Near(from, to) is not var (first, last, count))
            return null;
        var names = string.Join(", ", peers.Names.Take(MostNames));
        var more = peers.Names.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {peers.Names.Count - MostNames} more") : "";
        var when = first == last ? $"of {Say(first)}" : $"from {Say(first)} to {Say(last)}";
        return count == 1 ? $"an article {when} is about the same people ({names}{more})" : string.Create(CultureInfo.InvariantCulture, $"{count} articles {when} are about the same people ({names}{more})");
    }

    private static string Words(ArticleContent content, Text.TextSpan place) => content.Text[place.Start..place.End];

    private static string Say(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
