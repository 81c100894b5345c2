using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Store;

/// <summary>Carries what one batch has told of outlets to all of their articles, also to those whose files the batch did not read: that two outlets are one, and what one is called.</summary>
/// <param name="preview">Given where everything is only worked out: each outlet is told of once a run.</param>
internal sealed class OutletChanges(CorpusDbContext db, NameDirectory names, NewRows added, SequenceBlock numbers, PreviewLedger? preview)
{
    /// <summary>Moves the articles, and the corrections, of outlets that were found to be another one.</summary>
    /// <param name="changes">Gets what changed in articles that were there before.</param>
    /// <returns>The articles that were moved.</returns>
    public async Task<IReadOnlyCollection<long>> MergeAsync(List<ArticleChange> changes, CancellationToken cancellation)
    {
        var moved = new List<long>();
        foreach (var (from, to) in names.Outlets.Merged)
        {
            var isFirst = preview?.TellsFirst(from.Id) ?? true;
            var shown = names.Shown(to);
            foreach (var article in await ArticlesOfAsync(from, cancellation))
            {
                if (isFirst)
                    await TellAsync(changes, article, from.Name, shown.Name, cancellation);
                article.Outlet = shown;
                article.OutletId = shown.Id;
                article.NamedOutletId = shown == to ? null : to.Id;
                article.Revision = numbers.Next(Sequence.Revision);
                moved.Add(article.Id);
            }
            foreach (var correction in await db.Corrections.Where(c => c.OutletId == from.Id || c.TargetId == from.Id).ToListAsync(cancellation))
                OutletMerges.Redirect(correction, from, to);
            db.Outlets.Remove(from);
        }
        return moved;
    }

    /// <summary>Gives a new revision to the articles of outlets that got a name.</summary>
    /// <param name="before">The last revision before the batch: later ones have the name already.</param>
    public async Task RenameAsync(List<ArticleChange> changes, long before, CancellationToken cancellation)
    {
        foreach (var outlet in names.Outlets.Renamed)
        {
            var isFirst = preview?.TellsFirst(outlet.Id) ?? true;
            foreach (var article in (await ArticlesOfAsync(outlet, cancellation)).Where(a => a.Revision <= before))
            {
                if (isFirst)
                    await TellAsync(changes, article, db.Entry(outlet).Property(o => o.Name).OriginalValue, outlet.Name, cancellation);
                article.Revision = numbers.Next(Sequence.Revision);
            }
        }
    }

    private async Task TellAsync(List<ArticleChange> changes, Article article, string before, string after, CancellationToken cancellation)
    {
        if (before == after || added.Has(article) || changes.Exists(c => c.ArticleId == article.Id && c.Field == EvidenceFields.Outlet))
            return;
        var path = await db.SourceFiles.Where(f => f.Id == article.SourceFileId).Select(f => f.Path).SingleOrDefaultAsync(cancellation);
        changes.Add(new ArticleChange(article.Id, path ?? "", article.Title, EvidenceFields.Outlet, before, after, "named by another article"));
    }

    private async Task<IEnumerable<Article>> ArticlesOfAsync(Outlet outlet, CancellationToken cancellation)
    {
        await db.Articles.Where(a => a.OutletId == outlet.Id).LoadAsync(cancellation);
        return db.Articles.Local.Concat(added.Articles).Where(a => a.OutletId == outlet.Id).ToList();
    }
}
