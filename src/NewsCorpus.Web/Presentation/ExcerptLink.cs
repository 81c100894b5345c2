using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>An article that holds the one in hand as a part, or is a part of it, and is in no story with it: an item of a digest, or a paragraph that several reports open with.</summary>
/// <param name="Kind">What the article in hand is to this one.</param>
/// <param name="Containment">Share of the shorter one's words that stand in the longer one, 0 to 1.</param>
public sealed record ExcerptLink(long Id, string Slug, string Title, ArticleDate? Date, FactKind DateKind, NamedRef? Outlet, CopyKind Kind, double Containment)
{
    /// <summary>Those that hold the article first, then those it holds, the closest first.</summary>
    public static async Task<IReadOnlyList<ExcerptLink>> FindAsync(CorpusDbContext db, Article article, CancellationToken cancellationToken)
    {
        var links = await db.CopyLinks.AsNoTracking().Where(l => (l.ArticleId == article.Id || l.OtherId == article.Id) && !l.Groups).ToListAsync(cancellationToken);
        var found = links.Select(l => l.ArticleId == article.Id ? (Id: l.OtherId, l.Kind, l.Containment) : (Id: l.ArticleId, Kind: l.KindOfOther, l.Containment))
            .Where(l => l.Kind is CopyKind.Excerpt or CopyKind.ExcerptedBy).ToDictionary(l => l.Id);
        if (found.Count == 0)
            return [];
        var rows = await db.Articles.AsNoTracking()
            .Where(a => found.Keys.Contains(a.Id) && a.State == ArticleState.Live && (a.StoryId == null || a.StoryId != article.StoryId))
            .Select(a => new { a.Id, a.Slug, a.Title, a.Day, a.DatePrecision, a.Instant, a.DateKind, Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug) })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ExcerptLink(r.Id, r.Slug, r.Title, r.Day is { } day ? new ArticleDate(day, r.DatePrecision, r.Instant) : null, r.DateKind, r.Outlet, found[r.Id].Kind, found[r.Id].Containment))
                .OrderBy(e => e.Kind).ThenByDescending(e => e.Containment).ThenBy(e => e.Id),
        ];
    }
}
