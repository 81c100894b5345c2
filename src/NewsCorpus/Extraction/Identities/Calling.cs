using NewsCorpus.Extraction.People;

namespace NewsCorpus.Extraction.Identities;

/// <summary>An office that an article gives a full name.</summary>
/// <param name="Day">Of the article; null where no more than its year is known.</param>
internal sealed record NamedOffice(long ArticleId, DateOnly? Day, OfficePhrase Office);

/// <summary>
/// Offices of one name that may well be one person's: seats of state, of one town where they are a mayor's, or places in teams of one sport. Only offices that one person can hardly hold beside one another are
/// sorted: a captain, chair, coach or professor may be anything else as well.
/// </summary>
/// <param name="Sport">Null for a seat.</param>
/// <param name="IsMayor">True for the mayor of one town.</param>
/// <param name="Seen">In the order of their days, the undated last.</param>
internal sealed record Calling(string? Sport, bool IsMayor, IReadOnlyList<NamedOffice> Seen)
{
    /// <summary>What somebody is called by first who is several of them.</summary>
    private static readonly string[] _seats =
    [
        "prime minister", "deputy prime minister", "senator", "governor", "lieutenant governor", "attorney general", "minister", "representative", "lawmaker", "mp", "mep", "ambassador", "mayor",
        "chief justice", "justice", "judge", "cardinal", "archbishop", "bishop", "admiral", "general",
    ];

    private static readonly string[] _players = ["goalkeeper", "striker", "midfielder", "winger", "quarterback", "pitcher", "batter", "batsman", "bowler", "sprinter"];

    public bool IsSeat => Sport is null;

    public IEnumerable<NamedOffice> Dated => Seen.Where(s => s.Day is not null);

    public IEnumerable<string> Heads => Seen.Select(s => s.Office.Head).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Scopes => Seen.SelectMany(s => s.Office.Scopes).Distinct(StringComparer.Ordinal);

    /// <summary>Words that tell who is meant where there are others of the name, the most telling first: "senator", "mayor of Corvane".</summary>
    public IEnumerable<string> Labels => IsMayor
        ? Scopes.OrderBy(s => s.Length).ThenBy(s => s, StringComparer.Ordinal).Select(s => $"mayor of {OfficePhrase.Capitals(s)}")
        : (IsSeat ? _seats : _players).Where(Heads.Contains);

    /// <summary>Whether an office says something of whom a name means.</summary>
    public static bool IsTelling(OfficePhrase? office) => office is { IsPast: false } && (SportOf(office) is not null || IsSeatHead(office));

    /// <summary>What an office says of the calling that it belongs to, by which <see cref="MayBeApart"/> goes; null where it says nothing.</summary>
    public static string? KindOf(OfficePhrase? office) =>
        !IsTelling(office) ? null
        : SportOf(office!) is { } sport ? $"plays {sport}"
        : office is { Head: "mayor", Scopes.Count: > 0 } ? $"mayor of {string.Join('|', office.Scopes)}"
        : "seat";

    /// <summary>Whether offices of these kinds can be several people's at all: hardly any name's are, and only those that are need be looked at one by one.</summary>
    public static bool MayBeApart(IReadOnlyCollection<string> kinds) =>
        kinds.Count > 1 && (kinds.Any(k => k.StartsWith("plays", StringComparison.Ordinal)) || kinds.Count(k => k.StartsWith("mayor", StringComparison.Ordinal)) > 1);

    /// <summary>Sorts what articles call a name. Offices that do not tell, and mayors of none of several towns, are left out.</summary>
    public static List<Calling> Sort(IEnumerable<NamedOffice> offices)
    {
        var telling = offices.Where(o => IsTelling(o.Office)).OrderBy(o => o.Day ?? DateOnly.MaxValue).ThenBy(o => o.Office.Words, StringComparer.Ordinal).ThenBy(o => o.ArticleId).ToList();
        var callings = telling.Where(o => SportOf(o.Office) is not null).GroupBy(o => SportOf(o.Office), StringComparer.Ordinal).Select(g => new Calling(g.Key, false, [.. g])).ToList();
        var towns = Towns([.. telling.Where(o => o.Office is { Head: "mayor", Scopes.Count: > 0 })]);
        var bare = telling.Where(o => o.Office is { Head: "mayor", Scopes.Count: 0 }).ToList();
        if (towns.Count == 1)
            towns[0].AddRange(bare);
        callings.AddRange(towns.Select(t => new Calling(null, true, t)));
        var seats = telling.Where(o => SportOf(o.Office) is null && o.Office.Head != "mayor").Concat(towns.Count == 0 ? bare : []).ToList();
        if (seats.Count > 0)
            callings.Add(new Calling(null, false, seats));
        return callings;
    }

    private static List<List<NamedOffice>> Towns(List<NamedOffice> mayors)
    {
        var towns = new List<List<NamedOffice>>();
        foreach (var mayor in mayors)
        {
            var same = towns.FindAll(t => t.Exists(m => m.Office.Shared(mayor.Office) is not null));
            towns.RemoveAll(same.Contains);
            towns.Add([.. same.SelectMany(t => t), mayor]);
        }
        return towns;
    }

    /// <summary>A lower-case "representative" may be a company's.</summary>
    private static bool IsSeatHead(OfficePhrase office) => Array.IndexOf(_seats, office.Head) >= 0
        && (office.Head != "representative" || office.Words.Contains("Rep", StringComparison.Ordinal) || office.Words.Contains("ongress", StringComparison.Ordinal));

    private static string? SportOf(OfficePhrase office) => office.Head switch
    {
        "goalkeeper" or "striker" or "midfielder" or "winger" => "football",
        "quarterback" => "gridiron",
        "pitcher" or "batter" => "baseball",
        "batsman" or "bowler" => "cricket",
        "sprinter" => "athletics",
        _ => null,
    };

    /// <summary>Whether the words are a country's, state's or people's, which say little of a player: whole nations are called so.</summary>
    public static bool IsBroad(string scope) => scope.Split(' ').All(w => (WordLists.Embedded.Of(w) & WordKinds.Geography) != WordKinds.None);
}
