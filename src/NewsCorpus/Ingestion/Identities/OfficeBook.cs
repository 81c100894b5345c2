using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// Who has been seen in which offices, by surname: read from the database once for each surname that is asked for, then kept up with the articles that come. Lives as long as one linking, so that
/// what others change is seen the next time.
/// </summary>
internal sealed class OfficeBook
{
    private readonly Dictionary<string, Dictionary<int, Dictionary<(string Office, int? Year, int? OutletId), OfficeSeen>>> _surnames = new(StringComparer.Ordinal);

    /// <summary>Loads the surnames that are not here yet; those that are take in what the articles of the step say.</summary>
    /// <returns>People of whom the book now knows an office that it did not, for each surname.</returns>
    public async Task<ILookup<string, int>> LoadAsync(CorpusDbContext db, IReadOnlyCollection<string> surnames, IEnumerable<StepName> step, CancellationToken cancellation)
    {
        var missing = surnames.Where(s => !_surnames.ContainsKey(s)).ToList();
        var learnt = new HashSet<(string Surname, int Person)>();
        foreach (var name in step.Where(n => !n.IsPartial && n.Office is not null && _surnames.ContainsKey(n.SurnameKey)))
            if (Add(name.SurnameKey, name.PersonId, name.Office!, name.Year, name.OutletId, name.ArticleId))
                learnt.Add((name.SurnameKey, name.PersonId));
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
            if (Add(row.Key.SurnameKey, row.Key.PersonId, row.Key.Office!, row.Key.Year, row.Key.OutletId, row.ArticleId))
                learnt.Add((row.Key.SurnameKey, row.Key.PersonId));
        return learnt.ToLookup(l => l.Surname, l => l.Person, StringComparer.Ordinal);
    }

    /// <summary>All people of a surname who were seen in an office.</summary>
    public IEnumerable<OfficeHolder> Holders(string surname) =>
        _surnames.GetValueOrDefault(surname)?.OrderBy(p => p.Key).Select(p => new OfficeHolder(p.Key, [.. p.Value.Values.OrderBy(o => o.ArticleId)])) ?? [];

    private bool Add(string surname, int person, string office, int? year, int? outlet, long article)
    {
        if (OfficePhrase.Read(office) is not { } phrase)
            return false;
        var people = _surnames[surname];
        if (!people.TryGetValue(person, out var offices))
            people[person] = offices = [];
        return offices.TryAdd((office, year, outlet), new OfficeSeen(phrase, year, outlet, article));
    }
}
