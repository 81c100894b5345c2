using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Finds names among people, and makes those that only editors know yet.</summary>
internal static class PersonChoice
{
    /// <summary>The name, whoever is shown for it; null where nobody is called so.</summary>
    public static async Task<Person?> FindAsync(EditSession session, string name, CancellationToken cancellation)
    {
        var key = PersonKey.Of(name);
        return session.Db.People.Local.FirstOrDefault(p => p.Key == key) ?? await session.Db.People.SingleOrDefaultAsync(p => p.Key == key, cancellation);
    }

    /// <summary>The name, made where nobody is called so.</summary>
    public static async Task<Person> ResolveAsync(EditSession session, string name, NameRules nameRules, CancellationToken cancellation)
    {
        if (await FindAsync(session, name, cancellation) is { } known)
            return known;
        var person = new Person
        {
            Id = session.Numbers.NextInt(Sequence.Person),
            Name = name,
            Slug = await UnusedSlugAsync(session, NameKey.Slug(name), null, cancellation),
            Key = PersonKey.Of(name),
            SurnameKey = NameKey.Of(nameRules(name).Surname),
        };
        session.Db.People.Add(person);
        return person;
    }

    /// <summary>The person as whom a name is shown.</summary>
    public static async Task<Person> ShownAsync(EditSession session, Person person, CancellationToken cancellation)
    {
        while (person.MergedIntoId is { } into)
            person = await session.Db.People.SingleAsync(p => p.Id == into, cancellation);
        return person;
    }

    /// <summary>The slug, with a number behind it where another person has or had it.</summary>
    public static async Task<string> UnusedSlugAsync(EditSession session, string slug, Person? owner, CancellationToken cancellation)
    {
        var id = owner?.Id ?? 0;
        var candidate = slug;
        for (var n = 2; ; n++)
        {
            if (!session.Db.People.Local.Any(p => p.Id != id && (p.Slug == candidate || p.RulesSlug == candidate))
                && !await session.Db.People.AnyAsync(p => p.Id != id && (p.Slug == candidate || p.RulesSlug == candidate), cancellation))
                return candidate;
            candidate = $"{slug}-{n}";
        }
    }
}
