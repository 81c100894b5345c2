using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <param name="Entries">The most articles first.</param>
/// <param name="Unknown">Live articles that name no outlet.</param>
public sealed record OutletList(IReadOnlyList<DirectoryEntry> Entries, int Unknown);

/// <summary>The outlets of live articles. Counted by the index, as <see cref="PeopleDirectory"/> is.</summary>
public sealed class OutletDirectory(IDbContextFactory<CorpusDbContext> contexts, ArticleSearch search)
{
    public async Task<OutletList> ListAsync(CancellationToken cancellationToken)
    {
        var counts = search.CountOutlets(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var outlets = await db.Outlets.AsNoTracking().ToListAsync(cancellationToken);
        return new OutletList([.. outlets
            .Where(o => o.Id < counts.Length && counts[o.Id] > 0)
            .Select(o => new DirectoryEntry(o.Id, o.Name, o.Slug, o.Domain, counts[o.Id]))
            .OrderByDescending(o => o.Articles).ThenBy(o => o.Name, StringComparer.OrdinalIgnoreCase)], counts[0]);
    }
}
