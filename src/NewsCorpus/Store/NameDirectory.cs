using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>The people and tags that a batch names, found again by their keys or made new; outlets are the business of <see cref="OutletFinder"/>.</summary>
internal sealed class NameDirectory(CorpusDbContext db, SequenceBlock numbers)
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Person> _peopleById = [];
    private readonly Dictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly HashSet<string> _personSlugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tagSlugs = new(StringComparer.Ordinal);
    private readonly OutletFinder _outlets = new(db, numbers);

    public OutletFinder Outlets => _outlets;

    /// <summary>Loads, in a few queries, all that is about to be asked for. May be called again: what is new is added.</summary>
    /// <param name="outletIds">Outlets that are named by their ids.</param>
    public async Task LoadAsync(IReadOnlyCollection<ArticleReading> readings, IReadOnlyCollection<int> outletIds, CancellationToken cancellation)
    {
        var people = readings.SelectMany(a => a.People).Select(p => p.Name).Distinct(StringComparer.Ordinal).ToList();
        var keys = people.Select(PersonKey.Of).ToList();
        var slugs = people.Select(n => NameKey.Slug(n)).ToList();
        foreach (var person in await db.People.Where(p => keys.Contains(p.Key) || slugs.Contains(p.Slug)).ToListAsync(cancellation))
            Know(person);
        // Only editors merge, and give slugs that are not those of the key.
        if (numbers.Last(Sequence.Correction) > 0)
        {
            var former = await db.People.Where(p => p.RulesSlug != null).Select(p => p.RulesSlug!).ToListAsync(cancellation);
            _personSlugs.UnionWith(former);
            while (_peopleById.Values.Select(p => p.MergedIntoId).OfType<int>().Where(id => !_peopleById.ContainsKey(id)).Distinct().ToList() is { Count: > 0 } targets)
                foreach (var person in await db.People.Where(p => targets.Contains(p.Id)).ToListAsync(cancellation))
                    Know(person);
        }

        var tags = readings.SelectMany(a => a.Tags).Distinct(StringComparer.Ordinal).ToList();
        keys = tags.Select(NameKey.Of).ToList();
        slugs = tags.Select(n => NameKey.Slug(n)).ToList();
        foreach (var tag in await db.Tags.Where(t => keys.Contains(t.Key) || slugs.Contains(t.Slug)).ToListAsync(cancellation))
        {
            _tags[tag.Key] = tag;
            _tagSlugs.Add(tag.Slug);
        }
        await _outlets.LoadAsync([.. readings.Select(r => r.Outlet).OfType<OutletReading>()], outletIds, cancellation);
    }

    public Person Person(PersonReading reading)
    {
        var key = PersonKey.Of(reading.Name);
        if (!_people.TryGetValue(key, out var person))
        {
            person = new Person
            {
                Id = numbers.NextInt(Sequence.Person),
                Name = reading.Name,
                Slug = Slugs.Unused(NameKey.Slug(reading.Name), _personSlugs),
                Key = key,
                SurnameKey = NameKey.Of(reading.Surname),
                IsPartial = reading.IsPartial,
            };
            db.People.Add(person);
            Know(person);
        }
        return person;
    }

    /// <summary>The person as whom a name is shown.</summary>
    public Person Shown(Person named)
    {
        while (named.MergedIntoId is { } target)
            named = _peopleById[target];
        return named;
    }

    /// <summary>The folded name of the person shown for a name in an article: what its row says, else what holds for the name anywhere.</summary>
    public string ShownKey(Article article, string name)
    {
        var key = PersonKey.Of(name);
        if (!_people.TryGetValue(key, out var named))
            return key;
        return (article.People.Find(p => p.NamedId == named.Id)?.Person ?? Shown(named)).Key;
    }

    private void Know(Person person)
    {
        _people[person.Key] = person;
        _peopleById[person.Id] = person;
        _personSlugs.Add(person.Slug);
    }

    public Tag Tag(string name)
    {
        var key = NameKey.Of(name);
        if (!_tags.TryGetValue(key, out var tag))
        {
            tag = new Tag { Id = numbers.NextInt(Sequence.Tag), Name = name, Slug = Slugs.Unused(NameKey.Slug(name), _tagSlugs), Key = key };
            db.Tags.Add(tag);
            _tags[key] = tag;
        }
        return tag;
    }

    public Outlet Outlet(OutletReading reading) => _outlets.Find(reading);

    public Outlet Outlet(int id) => _outlets.ById(id);

    /// <summary>The outlet that a reading names, by its words or its id; null where it names none.</summary>
    public Outlet? Named(Corrections.ShownReading shown) => shown.OutletId is { } id ? Outlet(id) : shown.Reading.Outlet is { } words ? Outlet(words) : null;

    public Outlet Shown(Outlet named) => _outlets.Shown(named);
}
