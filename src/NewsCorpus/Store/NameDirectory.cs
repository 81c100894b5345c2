using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>The people and tags that a batch names, found again by their keys or made new; outlets are the business of <see cref="OutletFinder"/>.</summary>
internal sealed class NameDirectory(CorpusDbContext db, SequenceBlock numbers)
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
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
        var keys = people.Select(NameKey.Of).ToList();
        var slugs = people.Select(n => NameKey.Slug(n)).ToList();
        foreach (var person in await db.People.Where(p => keys.Contains(p.Key) || slugs.Contains(p.Slug)).ToListAsync(cancellation))
        {
            _people[person.Key] = person;
            _personSlugs.Add(person.Slug);
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
        var key = NameKey.Of(reading.Name);
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
            _people[key] = person;
        }
        return person;
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
