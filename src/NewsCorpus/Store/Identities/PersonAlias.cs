using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Store.Identities;

public enum AliasState
{
    /// <summary>The name is shown as the person.</summary>
    Accepted = 0,

    /// <summary>The rules think that it may be; an editor has not judged it yet.</summary>
    Suggested = 1,

    /// <summary>An editor said that it is somebody else's.</summary>
    Rejected = 2,
}

/// <summary>Another name that is, may be or is not a person's, and what says so.</summary>
/// <param name="Other">The name.</param>
/// <param name="Rule">Why, in words a reader understands.</param>
/// <param name="Articles">Articles that call the person so.</param>
/// <param name="ArticleId">The article whose sentence is given; null for none.</param>
/// <param name="Sentence">A sentence with the name, or null.</param>
public sealed record PersonAlias(Person Other, AliasState State, string Rule, int Articles, long? ArticleId, string? Sentence)
{
    /// <summary>Slug of that article.</summary>
    public string? ArticleSlug { get; init; }

    /// <summary>Of more names than this the rest is left unsaid.</summary>
    private const int Most = 50;

    /// <summary>All other names of a person: those that are shown as them first.</summary>
    public static async Task<IReadOnlyList<PersonAlias>> ReadAsync(CorpusDbContext db, int person, Func<ArticleBody, int, string?> sentence, CancellationToken cancellation)
    {
        var names = await PersonRoots.WithMergedAsync(db, [person], cancellation);
        var aliases = new List<PersonAlias>();
        foreach (var name in await db.People.AsNoTracking().Where(p => names.Contains(p.Id) && p.Id != person).OrderBy(p => p.Key).Take(Most).ToListAsync(cancellation))
        {
            var articles = db.ArticlePeople.Where(p => p.NamedPersonId == name.Id && p.PersonId == person).Select(p => p.ArticleId).Distinct();
            var count = await articles.CountAsync(cancellation);
            var first = count == 0 ? null : await articles.OrderBy(id => id).Select(id => (long?)id).FirstAsync(cancellation);
            var body = first is null ? null : await db.Bodies.AsNoTracking().SingleAsync(b => b.ArticleId == first, cancellation);
            aliases.Add(new PersonAlias(name, AliasState.Accepted, await RuleAsync(db, name, cancellation), count, first, body is null ? null : sentence(body, name.Id)));
        }
        var links = await db.PersonLinks.AsNoTracking().Where(l => names.Contains(l.PersonId)).GroupBy(l => l.NamedPersonId).Select(g => new { g.Key, Count = g.Count(), First = g.Min(l => l.ArticleId) }).Take(Most).ToListAsync(cancellation);
        foreach (var link in links)
        {
            var first = await db.PersonLinks.AsNoTracking().SingleAsync(l => l.ArticleId == link.First && l.NamedPersonId == link.Key, cancellation);
            aliases.Add(new PersonAlias(await PersonOf(link.Key), AliasState.Accepted, first.Rule, link.Count, first.ArticleId, first.Excerpt));
        }
        var suggestions = await PersonDossier.Suggestions(db).Where(s => s.PersonId == person || s.OtherId == person).OrderBy(s => s.IsRejected).ThenBy(s => s.PersonId).ThenBy(s => s.OtherId).Take(Most).ToListAsync(cancellation);
        foreach (var suggestion in suggestions)
        {
            var other = suggestion.PersonId == person ? suggestion.Other! : suggestion.Person!;
            var rule = suggestion.Rule.Length > 0 ? suggestion.Rule : "an editor told them apart";
            aliases.Add(new PersonAlias(
                other, suggestion.IsRejected ? AliasState.Rejected : AliasState.Suggested, rule, await db.ArticlePeople.Where(p => p.PersonId == other.Id).Select(p => p.ArticleId).Distinct().CountAsync(cancellation),
                suggestion.ArticleId, suggestion.Excerpt));
        }
        var ids = aliases.Select(a => a.ArticleId).OfType<long>().Distinct().ToList();
        var slugs = await db.Articles.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Slug, cancellation);
        return [.. aliases.Select(a => a.ArticleId is { } id ? a with { ArticleSlug = slugs.GetValueOrDefault(id) } : a)];

        Task<Person> PersonOf(int id) => db.People.AsNoTracking().SingleAsync(p => p.Id == id, cancellation);
    }

    private static async Task<string> RuleAsync(CorpusDbContext db, Person name, CancellationToken cancellation)
    {
        var merge = await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == name.Id && c.Field == CorrectionFields.SameAs && c.State == CorrectionState.Active, cancellation);
        return merge is null ? "a further name that an editor gave" : $"merged by {merge.By}: {merge.Note}";
    }
}
