using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>Somebody of a surname who is seen in a kind of office that the corpus did not know of them, or not in that place, year or outlet.</summary>
internal sealed record NewOffice(string SurnameKey, int PersonId, string Head);

/// <summary>
/// Who has been seen in which offices, by surname: read from the database once for each surname that is asked for, then kept up with the articles that come. Lives as long as one linking, so that
/// what others change is seen the next time.
/// </summary>
internal sealed class OfficeBook
{
    /// <summary>Offices in memory; with more the book begins anew, and reads again what is asked for.</summary>
    private const int Most = 500_000;

    private readonly Dictionary<string, Dictionary<int, Known>> _surnames = new(StringComparer.Ordinal);

    /// <summary>What the words of offices mean, by the words: there are far fewer than people who have them.</summary>
    private readonly Dictionary<string, OfficePhrase?> _phrases = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Loads the surnames that are not here yet; those that are take in what the articles of the step say.</summary>
    /// <returns>What the step says that no earlier article does.</returns>
    public async Task<List<NewOffice>> LoadAsync(CorpusDbContext db, IReadOnlyCollection<string> surnames, IReadOnlyCollection<StepName> step, CancellationToken cancellation)
    {
        if (_count > Most)
            Clear();
        var missing = surnames.Where(s => !_surnames.ContainsKey(s)).ToList();
        foreach (var surname in missing)
            _surnames[surname] = [];
        // What was only linked gives no ground for other links.
        var seen = await db.ArticlePeople
            .Where(p => p.Office != null && p.Role <= MentionRole.Quoted && missing.Contains(p.Person!.SurnameKey) && !p.Person.IsPartial && !db.People.Any(n => n.Id == p.NamedPersonId && n.IsPartial))
            .Join(db.Articles.Where(a => a.State == ArticleState.Live), p => p.ArticleId, a => a.Id, (p, a) => new { p.Person!.SurnameKey, p.PersonId, p.Person.Name, p.Office, Year = (int?)a.Day!.Value.Year, a.OutletId, a.Id })
            .GroupBy(p => new { p.SurnameKey, p.PersonId, p.Name, p.Office, p.Year, p.OutletId })
            .Select(g => new { g.Key, ArticleId = g.Min(p => p.Id), Articles = g.Count() })
            .ToListAsync(cancellation);
        foreach (var row in seen)
            Add(row.Key.SurnameKey, row.Key.PersonId, row.Key.Name, row.Key.Office!, row.Key.Year, row.Key.OutletId, row.ArticleId, row.Articles);
        var articles = step.Select(n => n.ArticleId).ToHashSet();
        var loaded = missing.ToHashSet(StringComparer.Ordinal);
        return [.. step.Where(n => n is { IsPartial: false, Office: not null } && _surnames.ContainsKey(n.SurnameKey))
            .Select(n => (Name: n, Seen: Add(n.SurnameKey, n.PersonId, n.Name, n.Office!, n.Year, n.OutletId, n.ArticleId, loaded.Contains(n.SurnameKey) ? 0 : 1)))
            .Where(n => n.Seen is not null)
            .GroupBy(n => new NewOffice(n.Name.SurnameKey, n.Name.PersonId, n.Seen!.Office.Head))
            .Where(g => g.Any(n => articles.Contains(n.Seen!.ArticleId)) || HasDoubled(g.Key, g.Count()))
            .Select(g => g.Key)];
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _surnames.Clear();
        _phrases.Clear();
        _count = 0;
    }

    /// <summary>Has a surname read anew the next time: whom its articles mean has changed.</summary>
    public void Forget(string surname)
    {
        if (_surnames.Remove(surname, out var people))
            _count -= people.Values.Sum(p => p.Offices.Count);
    }

    /// <summary>All people of a surname who were seen in an office.</summary>
    public IEnumerable<OfficeHolder> Holders(string surname) =>
        _surnames.GetValueOrDefault(surname)?.OrderBy(p => p.Key).Select(p => new OfficeHolder(p.Key, p.Value.Name, [.. p.Value.Offices.Values.OrderBy(o => o.ArticleId)])) ?? [];

    /// <summary>Whether the last few sightings have brought somebody's to the next power of two: who is seen most is decided anew then, not with each article.</summary>
    private bool HasDoubled(NewOffice office, int last)
    {
        var all = _surnames[office.SurnameKey][office.PersonId].Sightings[office.Head];
        return BitOperations.Log2((uint)all) > BitOperations.Log2((uint)Math.Max(all - last, 0));
    }

    /// <param name="articles">That give the office so, besides those that are here.</param>
    /// <returns>Where the office was seen first; null for words that name none.</returns>
    private OfficeSeen? Add(string surname, int person, string name, string office, int? year, int? outlet, long article, int articles)
    {
        var people = _surnames[surname];
        if (!_phrases.TryGetValue(office, out var phrase))
            _phrases[office] = phrase = OfficePhrase.Read(office);
        if (phrase is null)
            return null;
        if (!people.TryGetValue(person, out var known))
            people[person] = known = new Known(name);
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(known.Offices, (office, year, outlet), out var isKnown);
        if (!isKnown)
        {
            seen = new OfficeSeen(phrase, year, outlet, article);
            _count++;
        }
        seen!.Articles += articles;
        known.Sightings[phrase.Head] = known.Sightings.GetValueOrDefault(phrase.Head) + articles;
        return seen;
    }

    /// <summary>Somebody of a surname.</summary>
    private sealed class Known(string name)
    {
        public string Name => name;

        public Dictionary<(string Office, int? Year, int? OutletId), OfficeSeen> Offices { get; } = [];

        /// <summary>Articles by what the office is.</summary>
        public Dictionary<string, int> Sightings { get; } = new(StringComparer.Ordinal);
    }
}
