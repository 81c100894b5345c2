using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>A person, outlet or tag as a query of the database gives it; unlike <see cref="NamedRef"/>, further conditions can be put on it before it is read.</summary>
internal sealed class NamedRow
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Slug { get; init; }

    /// <summary>The folded name.</summary>
    public required string Key { get; init; }

    /// <summary>Of a person that was renamed, the slug of before.</summary>
    public string? FormerSlug { get; init; }

    /// <summary>Of an outlet or a person, the one that it is merged into.</summary>
    public int? MergedIntoId { get; init; }

    public static IQueryable<NamedRow> People(CorpusDbContext context) => context.People.Select(p => new NamedRow { Id = p.Id, Name = p.Name, Slug = p.Slug, Key = p.Key, FormerSlug = p.RulesSlug, MergedIntoId = p.MergedIntoId });

    public static IQueryable<NamedRow> Outlets(CorpusDbContext context) => context.Outlets.Select(o => new NamedRow { Id = o.Id, Name = o.Name, Slug = o.Slug, Key = o.Key, MergedIntoId = o.MergedIntoId });

    public static IQueryable<NamedRow> Tags(CorpusDbContext context) => context.Tags.Select(t => new NamedRow { Id = t.Id, Name = t.Name, Slug = t.Slug, Key = t.Key });

    public NamedRef ToRef() => new(Id, Name, Slug);
}
