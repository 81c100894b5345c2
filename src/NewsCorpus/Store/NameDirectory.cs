using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>The outlets, people and tags that a batch names: found again by their keys or made new.</summary>
internal sealed class NameDirectory(CorpusDbContext db, SequenceBlock numbers)
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outlet> _outletsByDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outlet> _outletsByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _personSlugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tagSlugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outletSlugs = new(StringComparer.Ordinal);

    public async Task LoadAsync(List<ArticleReading> articles, CancellationToken cancellation)
    {
        var people = articles.SelectMany(a => a.People).Select(p => p.Name).Distinct(StringComparer.Ordinal).ToList();
        var keys = people.Select(NameKey.Of).ToList();
        var slugs = people.Select(n => NameKey.Slug(n)).ToList();
        foreach (var person in await db.People.Where(p => keys.Contains(p.Key) || slugs.Contains(p.Slug)).ToListAsync(cancellation))
        {
            _people[person.Key] = person;
            _personSlugs.Add(person.Slug);
        }

        var tags = articles.SelectMany(a => a.Tags).Distinct(StringComparer.Ordinal).ToList();
        keys = tags.Select(NameKey.Of).ToList();
        slugs = tags.Select(n => NameKey.Slug(n)).ToList();
        foreach (var tag in await db.Tags.Where(t => keys.Contains(t.Key) || slugs.Contains(t.Slug)).ToListAsync(cancellation))
        {
            _tags[tag.Key] = tag;
            _tagSlugs.Add(tag.Slug);
        }

        // Outlets are few beside articles; all of them fit and spare three queries.
        foreach (var outlet in await db.Outlets.ToListAsync(cancellation))
            Know(outlet);
    }

    public Person Person(PersonReading reading)
    {
        var key = NameKey.Of(reading.Name);
        if (!_people.TryGetValue(key, out var person))
        {
            person = new Person
            {
                Id = numbers.NextInt(Sequence.Person),
                Name = reading.Name,
                Slug = Unused(NameKey.Slug(reading.Name), _personSlugs),
                Key = key,
                SurnameKey = NameKey.Of(reading.Surname),
                IsPartial = reading.IsPartial,
            };
            db.People.Add(person);
            _people[key] = person;
        }
        return person;
    }

    public Tag Tag(string name)
    {
        var key = NameKey.Of(name);
        if (!_tags.TryGetValue(key, out var tag))
        {
            tag = new Tag { Id = numbers.NextInt(Sequence.Tag), Name = name, Slug = Unused(NameKey.Slug(name), _tagSlugs), Key = key };
            db.Tags.Add(tag);
            _tags[key] = tag;
        }
        return tag;
    }

    /// <summary>Outlets whose name became known in this batch: the index holds the name, so all their articles want a new revision.</summary>
    public HashSet<Outlet> Renamed { get; } = [];

    /// <summary>Outlets that turned out to be another one: their articles move over and the row goes.</summary>
    public List<(Outlet From, Outlet To)> Merged { get; } = [];

    /// <summary>
    /// Finds an outlet by its domain, then by its name. A reading that gives both brings together what was known by the
    /// domain alone and what was known by the name alone.
    /// </summary>
    public Outlet Outlet(OutletReading reading)
    {
        var key = NameKey.Of(reading.Name);
        var byDomain = reading.Domain is { } domain ? _outletsByDomain.GetValueOrDefault(domain) : null;
        var byName = _outletsByKey.GetValueOrDefault(key);
        if (byName?.Domain is not null && reading.Domain is not null && byName != byDomain)
            byName = null;
        var outlet = byDomain ?? byName;
        if (outlet is null)
        {
            outlet = new Outlet
            {
                Id = numbers.NextInt(Sequence.Outlet),
                Name = reading.Name,
                Slug = Unused(NameKey.Slug(reading.Name), _outletSlugs),
                Key = key,
                Domain = reading.Domain,
            };
            db.Outlets.Add(outlet);
        }
        else if (outlet == byDomain && outlet.Name == outlet.Domain && reading.Name != reading.Domain)
        {
            outlet.Name = reading.Name;
            outlet.Key = key;
            Renamed.Add(outlet);
            if (byName is not null && byName != outlet)
            {
                Merged.Add((byName, outlet));
                _outletsByKey.Remove(key);
            }
        }
        outlet.Domain ??= reading.Domain;
        Know(outlet);
        return outlet;
    }

    private void Know(Outlet outlet)
    {
        if (outlet.Domain is { } domain)
            _outletsByDomain[domain] = outlet;
        _outletsByKey.TryAdd(outlet.Key, outlet);
        _outletSlugs.Add(outlet.Slug);
    }

    private static string Unused(string slug, HashSet<string> taken)
    {
        var candidate = slug;
        for (var n = 2; !taken.Add(candidate); n++)
            candidate = $"{slug}-{n}";
        return candidate;
    }
}
