using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>A title or apposition seen with a name, and in how many articles.</summary>
public sealed record OfficeCount(string Office, int Articles);

/// <summary>A person with the articles about them, as the search counts them.</summary>
/// <param name="Made">Articles that carry the person's byline or credit; they are not about the person, and not among the results.</param>
public sealed record PersonProfile(Person Person, IReadOnlyList<OfficeCount> Offices, int Made, SearchRequest Request, SearchResults Results)
{
    public NamedRef Ref => new(Person.Id, Person.Name, Person.Slug);

    /// <summary>People most often in the same articles, without the person.</summary>
    public IEnumerable<FacetValue> Companions => Results.Facets.People.Where(p => p.Id != Person.Id);

    /// <summary>Null where there is no such person.</summary>
    public static async Task<PersonProfile?> FindAsync(CorpusDbContext db, ArticleSearch search, int id, CancellationToken cancellationToken)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is null)
            return null;
        var offices = await db.ArticlePeople
            .Where(p => p.PersonId == id && p.Office != null && db.Articles.Any(a => a.Id == p.ArticleId && a.State == ArticleState.Live))
            .GroupBy(p => p.Office!)
            .Select(g => new { Office = g.Key, Articles = g.Select(p => p.ArticleId).Distinct().Count() })
            .OrderByDescending(o => o.Articles).ThenBy(o => o.Office)
            .ToListAsync(cancellationToken);
        var made = await db.ArticlePeople
            .Where(p => p.PersonId == id && p.Role > MentionRole.Quoted && db.Articles.Any(a => a.Id == p.ArticleId && a.State == ArticleState.Live))
            .Select(p => p.ArticleId).Distinct().CountAsync(cancellationToken);
        var request = new SearchRequest { People = [new FilterValue(person.Slug)], Size = 10 };
        var results = await search.SearchAsync(request, FacetView.Sizes, cancellationToken);
        return new PersonProfile(person, [.. offices.Select(o => new OfficeCount(o.Office, o.Articles))], made, request, results);
    }
}

/// <summary>In how many articles an outlet is known in one way.</summary>
public sealed record KindCount(FactKind Kind, int Articles);

/// <summary>An outlet with its articles, as the search counts them.</summary>
public sealed record OutletProfile(Outlet Outlet, IReadOnlyList<KindCount> Kinds, SearchRequest Request, SearchResults Results)
{
    public NamedRef Ref => new(Outlet.Id, Outlet.Name, Outlet.Slug);

    /// <summary>Null where there is no such outlet. One that was merged gives the outlet that shows its articles.</summary>
    public static async Task<OutletProfile?> FindAsync(CorpusDbContext db, ArticleSearch search, int id, CancellationToken cancellationToken)
    {
        var outlet = await db.Outlets.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        while (outlet?.MergedIntoId is { } target)
            outlet = await db.Outlets.AsNoTracking().SingleAsync(o => o.Id == target, cancellationToken);
        if (outlet is null)
            return null;
        var kinds = await db.Articles
            .Where(a => a.OutletId == outlet.Id && a.State == ArticleState.Live)
            .GroupBy(a => a.OutletKind)
            .Select(g => new { Kind = g.Key, Articles = g.Count() })
            .OrderByDescending(k => k.Articles)
            .ToListAsync(cancellationToken);
        var request = new SearchRequest { Outlets = [new FilterValue(outlet.Slug)], Size = 10 };
        var results = await search.SearchAsync(request, FacetView.Sizes, cancellationToken);
        return new OutletProfile(outlet, [.. kinds.Select(k => new KindCount(k.Kind, k.Articles))], request, results);
    }
}
