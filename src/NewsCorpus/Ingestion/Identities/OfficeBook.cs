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

    private readonly Dictionary<string, Dictionary<int, Dictionary<(string Office, int? Year, int? OutletId), OfficeSeen>>> _surnames = new(StringComparer.Ordinal);

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
            .Join(db.Articles.Where(a => a.State == ArticleState.Live), p => p.ArticleId, a => a.Id, (p, a) => new { p.Person!.SurnameKey, p.PersonId, p.Office, Year = (int?)a.Day!.Value.Year, a.OutletId, a.Id })
            .GroupBy(p => new { p.SurnameKey, p.PersonId, p.Office, p.Year, p.OutletId })
            .Select(g => new { g.Key, ArticleId = g.Min(p => p.Id) })
            .ToListAsync(cancellation);
        foreach (var row in seen)
            Add(row.Key.SurnameKey, row.Key.PersonId, row.Key.Office!, row.Key.Year, row.Key.OutletId, row.ArticleId);
        var articles = step.Select(n => n.ArticleId).ToHashSet();
        return [.. step.Where(n => n is { IsPartial: false, Office: not null } && _surnames.ContainsKey(n.SurnameKey))
            .Select(n => (Name: n, Seen: Add(n.SurnameKey, n.PersonId, n.Office!, n.Year, n.OutletId, n.ArticleId)))
            .Where(n => n.Seen is not null && articles.Contains(n.Seen.ArticleId))
            .Select(n => new NewOffice(n.Name.SurnameKey, n.Name.PersonId, n.Seen!.Office.Head)).Distinct()];
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _surnames.Clear();
        _phrases.Clear();
        _count = 0;
    }

    /// <summary>All people of a surname who were seen in an office.</summary>
    public IEnumerable<OfficeHolder> Holders(string surname) =>
        _surnames.GetValueOrDefault(surname)?.OrderBy(p => p.Key).Select(p => new OfficeHolder(p.Key, [.. p.Value.Values.OrderBy(o => o.ArticleId)])) ?? [];

    /// <returns>Where the office was seen first; null for words that name none.</returns>
    private OfficeSeen? Add(string surname, int person, string office, int? year, int? outlet, long article)
    {
        var people = _surnames[surname];
        if (people.TryGetValue(person, out var offices) && offices.TryGetValue((office, year, outlet), out var known))
            return known;
        if (!_phrases.TryGetValue(office, out var phrase))
            _phrases[office] = phrase = OfficePhrase.Read(office);
        if (phrase is null)
            return null;
        if (offices is null)
            people[person] = offices = [];
        _count++;
        return offices[(office, year, outlet)] = new OfficeSeen(phrase, year, outlet, article);
    }
}
