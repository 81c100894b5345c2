using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>Somebody who is "mayor-elect" in an undated article and "mayor" in a dated one: the undated one is the older.</summary>
/// <param name="Before">The first dated article that has the person in office.</param>
internal sealed record OfficeTimes(string Name, string Undated, string Dated, DateOnly Before)
{
    /// <summary>Days between election or nomination and office, mostly.</summary>
    private const int Days = 120;

    private static readonly string[] _coming = ["-elect", " elect", "-designate", " designate"];

    /// <returns>Null where nobody comes into office in between.</returns>
    public static OfficeTimes? Of(IReadOnlyCollection<SharedPerson> people)
    {
        OfficeTimes? nearest = null;
        foreach (var person in people)
        {
            if (person.Office is not { } office || Coming(office) is not { } post)
                continue;
            // Where others say "elect" later still, an earlier "mayor" was of another office, or misread.
            var lastComing = person.Namings.Where(n => n.Office is { } other && Coming(other) is not null).Select(n => n.Day).DefaultIfEmpty().Max();
            foreach (var naming in person.Namings)
                if (naming.Office is { } later && naming.Day > lastComing && Holds(later, post) && !(naming.Day >= nearest?.Before))
                    nearest = new OfficeTimes(person.Name, office, later, naming.Day);
        }
        return nearest;
    }

    public double[] Logs(DateBelief belief)
    {
        var at = Before.DayNumber - belief.First.DayNumber;
        var logs = belief.Days();
        for (var i = 0; i < logs.Length; i++)
            logs[i] = Math.Log(i >= at ? 0.03 / logs.Length : i >= at - Days ? 0.8 / Days : i >= at - 5 * Days ? 0.1 / (4 * Days) : 0.07 / logs.Length);
        return logs;
    }

    /// <summary>"mayor" of "New York City Mayor-elect"; null for an office that is held or was.</summary>
    private static string? Coming(string office)
    {
        foreach (var ending in _coming)
            if (office.IndexOf(ending, StringComparison.OrdinalIgnoreCase) is > 0 and var end && !(end + ending.Length < office.Length && char.IsLetter(office[end + ending.Length])))
                return office[(office.LastIndexOf(' ', end - 1) + 1)..end];
        return null;
    }

    /// <summary>The post itself, not "former mayor", "vice president" or "candidate for mayor".</summary>
    private static bool Holds(string office, string post)
    {
        var words = office.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word.Equals(post, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && !Array.Exists(words, word => word.ToLowerInvariant() is "former" or "ex" or "vice" or "deputy" or "candidate" or "nominee" or "elect" or "then" or "late" or "acting");
    }
}
