using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace NewsCorpus.Extraction.Identities;

/// <summary>What an article says that gives a name an office.</summary>
/// <param name="Sentence">The sentence that does, as it stands.</param>
/// <param name="Text">All words of the article, folded, with a space at either end.</param>
internal sealed record Witness(string Sentence, string Text);

/// <summary>One of several people of a name.</summary>
/// <param name="Labels">Words that tell who is meant, the most telling first.</param>
/// <param name="Offices">What articles call this one.</param>
/// <param name="Rule">Why this is somebody else than the others, in words a reader understands.</param>
/// <param name="Ground">What another one is called who cannot be this one.</param>
internal sealed record Namesake(IReadOnlyList<string> Labels, IReadOnlyList<NamedOffice> Offices, string Rule, NamedOffice Ground);

/// <summary>
/// Tells people of one name apart where their offices cannot be one person's: a seat of state and a place in a team at one time, or the team long after the seat; mayors of two towns at one time; players of two sports a
/// generation apart. A career is never told apart: a player may become a senator, a senator a mayor. Nor is anything where one article knows of both offices, or looks back.
/// What it says depends on the articles alone, never on the order in which they came.
/// </summary>
internal sealed partial class NamesakeCase
{
    /// <summary>Years after which who held a seat of state plays in no team: thirty to sit, fifty-five to stop.</summary>
    private const int Generation = 25;

    /// <summary>Years within which two offices are held at one time.</summary>
    private const int AtOnce = 3;

    /// <summary>Days in which hardly anybody goes from the team to the seat.</summary>
    private const int Change = 90;

    /// <summary>Articles of each calling that are read, the earliest.</summary>
    private const int MostRead = 50;

    /// <summary>One article in so many may know of both offices by chance.</summary>
    private const int Chance = 20;

    private readonly List<Calling> _callings;
    private readonly List<NamedOffice> _others;

    private NamesakeCase(List<Calling> callings, List<NamedOffice> others)
    {
        _callings = callings;
        _others = others;
    }

    /// <summary>Articles to be read before it can be judged.</summary>
    public IEnumerable<NamedOffice> Witnesses => _callings.Where(c => _callings.Exists(o => Apart(c, o) is not null)).SelectMany(c => c.Dated.Take(MostRead));

    /// <param name="offices">All that articles call the name.</param>
    /// <returns>Null where all may be one person's.</returns>
    public static NamesakeCase? Open(IReadOnlyCollection<NamedOffice> offices)
    {
        var callings = Calling.Sort(offices);
        if (!callings.Exists(c => callings.Exists(o => Apart(c, o) is not null)))
            return null;
        var sorted = callings.SelectMany(c => c.Seen).ToHashSet();
        return new NamesakeCase(callings, [.. offices.Where(o => !sorted.Contains(o))]);
    }

    /// <param name="witnesses">By article, for each of <see cref="Witnesses"/>.</param>
    /// <returns>The people, those with the most articles first; none where nothing tells them apart for certain.</returns>
    public IReadOnlyList<Namesake> Judge(IReadOnlyDictionary<long, Witness> witnesses)
    {
        var proofs = new Dictionary<(Calling One, Calling Other), Proof>();
        foreach (var one in _callings)
            foreach (var other in _callings)
                if (Apart(one, other) is not null && Proven(one, other, witnesses) is { } proof)
                    proofs[(one, other)] = proof;
        if (proofs.Count == 0)
            return [];
        var people = new List<List<Calling>>();
        // By powers of two: who has the most must not change with every article.
        foreach (var calling in _callings.OrderByDescending(c => BitOperations.Log2((uint)c.Seen.Count)).ThenBy(c => c.Labels.FirstOrDefault(), StringComparer.Ordinal))
            if (people.Find(p => !p.Exists(c => proofs.ContainsKey((c, calling)))) is { } person)
                person.Add(calling);
            else
                people.Add([calling]);
        return [.. people.Select(p => NamesakeOf(p, people, proofs))];
    }

    private Namesake NamesakeOf(List<Calling> person, List<List<Calling>> people, Dictionary<(Calling One, Calling Other), Proof> proofs)
    {
        var scopes = person.SelectMany(c => c.Scopes).ToHashSet(StringComparer.Ordinal);
        var elsewhere = people.Where(p => p != person).SelectMany(p => p).SelectMany(c => c.Scopes).ToHashSet(StringComparer.Ordinal);
        var own = _others.Where(o => o.Office.Scopes.Any(scopes.Contains) && !o.Office.Scopes.Any(elsewhere.Contains));
        var proof = proofs.Where(p => person.Contains(p.Key.One)).OrderBy(p => _callings.IndexOf(p.Key.Other)).ThenBy(p => _callings.IndexOf(p.Key.One)).First().Value;
        return new Namesake([.. person.SelectMany(c => c.Labels)], [.. person.SelectMany(c => c.Seen), .. own], proof.Rule, proof.Theirs);
    }

    /// <summary>Whether it still holds of the articles that speak of the present, and no more of all than chance would have it know of both.</summary>
    private static Proof? Proven(Calling one, Calling other, IReadOnlyDictionary<long, Witness> witnesses)
    {
        var (mine, theirs) = (Present(one, witnesses), Present(other, witnesses));
        var both = mine.Seen.Count(s => KnowsOf(witnesses[s.ArticleId], other, one)) + theirs.Seen.Count(s => KnowsOf(witnesses[s.ArticleId], one, other));
        if (both * Chance > mine.Seen.Count + theirs.Seen.Count)
            return null;
        var isShared = mine.Seen.Any(s => Names(witnesses[s.ArticleId], other.Scopes)) || theirs.Seen.Any(s => Names(witnesses[s.ArticleId], one.Scopes));
        return Apart(mine, theirs, !isShared);
    }

    private static Calling Present(Calling calling, IReadOnlyDictionary<long, Witness> witnesses) =>
        calling with { Seen = [.. calling.Dated.Take(MostRead).Where(s => !LooksBack(witnesses[s.ArticleId].Sentence, s.Day!.Value.Year))] };

    private static bool KnowsOf(Witness witness, Calling other, Calling own) =>
        Names(witness, other.IsMayor && own.IsMayor ? other.Scopes : other.Heads.Except(own.Heads, StringComparer.Ordinal));

    /// <summary>Of very short words nobody can tell what they are: "us".</summary>
    private static bool Names(Witness witness, IEnumerable<string> words) => words.Any(w => w.Length > 2 && witness.Text.Contains($" {w} ", StringComparison.Ordinal));

    private static bool LooksBack(string sentence, int year) =>
        Past().IsMatch(sentence) || Years().Matches(sentence).Any(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) < year - AtOnce);

    [GeneratedRegex(@"\b(?:former|formerly|ex|retired|once|one-time|onetime|the late|legend|legendary|history|historic|remember(?:s|ed)?|back in|used to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:1[5-9]|20)\d\d\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Years();

    /// <summary>What of two callings cannot be one person's; null where all may be.</summary>
    /// <param name="places">Whether what the offices say of places counts.</param>
    private static Proof? Apart(Calling one, Calling other, bool places = true)
    {
        if (one == other || !one.Dated.Any() || !other.Dated.Any())
            return null;
        if (one.IsSeat != other.IsSeat)
            return one.IsSeat ? SeatAndTeam(one, other, places) : SeatAndTeam(other, one, places)?.Turned;
        if (one.IsMayor && other.IsMayor)
            return places && Nearest(one.Dated, other.Dated) is { Days: <= 366 } mayors ? mayors : null;
        if (one.IsSeat || one.Sport == other.Sport)
            return null;
        return IsLater(one, other) || IsLater(other, one) ? Nearest(one.Dated, other.Dated) : null;
    }

    private static bool IsLater(Calling later, Calling earlier) => later.Dated.First().Day > earlier.Dated.Last().Day!.Value.AddYears(Generation);

    private static Proof? SeatAndTeam(Calling seat, Calling team, bool places)
    {
        var first = seat.Dated.First();
        var taken = first.Day!.Value.AddDays(-Change);
        // Who played before may have made a career, and what names them as a player since then may look back.
        var isCareer = team.Dated.First().Day < taken;
        if (!isCareer && team.Dated.Last() is var last && last.Day >= first.Day.Value.AddYears(Generation))
            return new Proof(first, last);
        var playing = team.Dated.Where(t => t.Day >= taken && seat.Dated.Any(s => IsAtOnce(s, t))).ToList();
        var sitting = seat.Dated.Where(s => playing.Exists(t => IsAtOnce(s, t))).ToList();
        if (places && !isCareer && Nearest(sitting.SelectMany(s => playing.Where(t => s.Office.Contradicts(t.Office) && !t.Office.Scopes.All(Calling.IsBroad)).Select(t => new Proof(s, t)))) is { } elsewhere)
            return elsewhere;
        var (days, needed) = (playing.Select(t => t.Day).Distinct().Count(), isCareer ? 5 : 2);
        return days >= needed && sitting.Select(s => s.Day).Distinct().Count() >= 2 ? Nearest(sitting, playing) : null;
    }

    private static bool IsAtOnce(NamedOffice one, NamedOffice other) => new Proof(one, other).Days <= AtOnce * 366;

    private static Proof? Nearest(IEnumerable<NamedOffice> one, IEnumerable<NamedOffice> other)
    {
        var others = other.ToList();
        return Nearest(one.SelectMany(a => others.Select(b => new Proof(a, b))));
    }

    private static Proof? Nearest(IEnumerable<Proof> proofs) => proofs.MinBy(p => p.Days);

    /// <summary>Two offices that are hardly one person's.</summary>
    private sealed record Proof(NamedOffice Mine, NamedOffice Theirs)
    {
        public int Days => Math.Abs(Mine.Day!.Value.DayNumber - Theirs.Day!.Value.DayNumber);

        public Proof Turned => new(Theirs, Mine);

        public string Rule => string.Create(CultureInfo.InvariantCulture, $"“{Mine.Office.Words}” in {Mine.Day!.Value.Year} and “{Theirs.Office.Words}” in {Theirs.Day!.Value.Year} are hardly one person");
    }
}
