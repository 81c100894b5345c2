using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>An outlet as editors see it, also one without articles or merged into another.</summary>
/// <param name="Articles">Articles shown under it, those set aside too.</param>
public sealed record CatalogueEntry(int Id, string Name, string? Domain, int Articles, int? MergedIntoId, string? MergedInto, bool IsEdited);

/// <summary>All outlets of the corpus, by name.</summary>
public sealed record OutletCatalogue(IReadOnlyList<CatalogueEntry> Entries, int Total, int Page, int Size)
{
    /// <param name="filter">Words of the name or domain; null for all.</param>
    public static async Task<OutletCatalogue> ReadAsync(CorpusDbContext db, string? filter, int page, int size, CancellationToken cancellationToken)
    {
        var outlets = db.Outlets.AsNoTracking();
        foreach (var word in NameKey.Of(filter ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            outlets = outlets.Where(o => o.Key.Contains(word) || o.Domain!.Contains(word) || db.OutletAliases.Any(a => a.OutletId == o.Id && a.Key.Contains(word)));
        var total = await outlets.CountAsync(cancellationToken);
        var entries = await outlets.OrderBy(o => o.Key).ThenBy(o => o.Id).Skip((page - 1) * size).Take(size)
            .Select(o => new CatalogueEntry(
                o.Id,
                o.Name,
                o.Domain,
                db.Articles.Count(a => a.OutletId == o.Id),
                o.MergedIntoId,
                db.Outlets.Where(t => t.Id == o.MergedIntoId).Select(t => t.Name).FirstOrDefault(),
                o.IsEdited))
            .ToListAsync(cancellationToken);
        return new OutletCatalogue(entries, total, page, size);
    }
}
