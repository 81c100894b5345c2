using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>The outlets of live articles, the most articles first.</summary>
public static class OutletDirectory
{
    public static async Task<IReadOnlyList<DirectoryEntry>> ListAsync(CorpusDbContext db, CancellationToken cancellationToken)
    {
        var counts = await db.Articles.AsNoTracking()
            .Where(a => a.State == ArticleState.Live && a.OutletId != null)
            .GroupBy(a => a.OutletId!.Value)
            .Select(g => new { Id = g.Key, Articles = g.Count() })
            .ToDictionaryAsync(g => g.Id, g => g.Articles, cancellationToken);
        var outlets = await db.Outlets.AsNoTracking().ToListAsync(cancellationToken);
        return [.. outlets
            .Where(o => counts.ContainsKey(o.Id))
            .Select(o => new DirectoryEntry(o.Id, o.Name, o.Slug, o.Domain, counts[o.Id]))
            .OrderByDescending(o => o.Articles).ThenBy(o => o.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Live articles that name no outlet.</summary>
    public static Task<int> UnknownAsync(CorpusDbContext db, CancellationToken cancellationToken) =>
        db.Articles.CountAsync(a => a.State == ArticleState.Live && a.OutletId == null, cancellationToken);
}
