using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

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
