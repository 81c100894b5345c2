using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Moves the articles of outlets that are merged, and back. An article remembers the outlet that it names, so a merge can be undone at any time and in any order, also for articles
/// that came after it.
/// </summary>
internal static class OutletMerges
{
    /// <summary>Articles that are in memory at a time, however many an outlet has.</summary>
    private const int BatchSize = 500;

    /// <summary>Why one outlet cannot be merged into another; null where it can.</summary>
    public static async Task<string?> ProblemAsync(EditSession session, Outlet from, Outlet into, CancellationToken cancellation)
    {
        if (from == into)
            return "An outlet cannot be merged into itself.";
        if (from.MergedIntoId is { } already)
            return $"“{from.Name}” is merged into “{(await session.Db.Outlets.SingleAsync(o => o.Id == already, cancellation)).Name}” already. Undo that merge first.";
        return await OutletChoice.ShownAsync(session, into, cancellation) == from ? $"“{into.Name}” is itself merged into “{from.Name}”. Undo that merge first." : null;
    }

    public static async Task MergeAsync(EditSession session, Outlet from, Outlet into, CancellationToken cancellation)
    {
        from.MergedIntoId = into.Id;
        var shown = await OutletChoice.ShownAsync(session, into, cancellation);
        await ForEachAsync(session, session.Db.Articles.Where(a => a.OutletId == from.Id), article =>
        {
            article.NamedOutletId ??= from.Id;
            article.OutletId = shown.Id;
        }, cancellation);
    }

    public static async Task UndoAsync(EditSession session, Outlet from, CancellationToken cancellation)
    {
        from.MergedIntoId = null;
        // The outlets merged into this one come along.
        var named = new List<int> { from.Id };
        for (var i = 0; i < named.Count; i++)
        {
            var into = named[i];
            named.AddRange(await session.Db.Outlets.Where(o => o.MergedIntoId == into).Select(o => o.Id).ToListAsync(cancellation));
        }
        await ForEachAsync(session, session.Db.Articles.Where(a => a.NamedOutletId != null && named.Contains(a.NamedOutletId.Value)), article =>
        {
            article.OutletId = from.Id;
            if (article.NamedOutletId == from.Id)
                article.NamedOutletId = null;
        }, cancellation);
    }

    /// <summary>Gives all articles of an outlet a new revision: the index holds its name.</summary>
    public static Task TouchAsync(EditSession session, Outlet outlet, CancellationToken cancellation) =>
        ForEachAsync(session, session.Db.Articles.Where(a => a.OutletId == outlet.Id), _ => { }, cancellation);

    /// <summary>Does away with an outlet that nobody has corrected: its articles and its domain are the other's.</summary>
    public static async Task AbsorbAsync(EditSession session, Outlet from, Outlet into, CancellationToken cancellation)
    {
        // Some of the articles may have named it in words that are not the other's: reading them again tells.
        if (from.Name != from.Domain)
            await ReadAgainAsync(session.Db, from, cancellation);
        var shown = await OutletChoice.ShownAsync(session, into, cancellation);
        await ForEachAsync(session, session.Db.Articles.Where(a => a.OutletId == from.Id), article =>
        {
            article.OutletId = shown.Id;
            article.NamedOutletId = shown == into ? null : into.Id;
        }, cancellation);
        foreach (var correction in await session.Db.Corrections.Where(c => c.OutletId == from.Id || c.TargetId == from.Id).ToListAsync(cancellation))
            Redirect(correction, from, into);
        var domain = from.Domain;
        session.Db.Outlets.Remove(from);
        await session.Db.SaveChangesAsync(cancellation);
        if (!into.HasEditedDomains)
            into.Domain ??= domain;
    }

    /// <summary>What is left of an editor's work on an outlet that goes is the log of what was taken back.</summary>
    public static void Redirect(Correction correction, Outlet from, Outlet into)
    {
        correction.OutletId = correction.OutletId == from.Id ? into.Id : correction.OutletId;
        correction.TargetId = correction.TargetId == from.Id ? into.Id : correction.TargetId;
    }

    /// <summary>Has the next run read the files of an outlet's articles again, changed or not: which outlet they name may be another one now.</summary>
    public static Task ReadAgainAsync(CorpusDbContext db, Outlet outlet, CancellationToken cancellation) =>
        db.SourceFiles
            .Where(f => db.Articles.Any(a => a.SourceFileId == f.Id && (a.OutletId == outlet.Id || a.NamedOutletId == outlet.Id)))
            .ExecuteUpdateAsync(s => s.SetProperty(f => f.ReaderVersion, 0), cancellation);

    private static async Task ForEachAsync(EditSession session, IQueryable<Article> articles, Action<Article> change, CancellationToken cancellation)
    {
        await session.Db.SaveChangesAsync(cancellation);
        for (var after = 0L; ;)
        {
            var batch = await articles.Where(a => a.Id > after).OrderBy(a => a.Id).Take(BatchSize).ToListAsync(cancellation);
            var moved = new List<long>();
            foreach (var article in batch)
            {
                var grounds = CopyTasks.GroundsOf(article);
                change(article);
                if (grounds != CopyTasks.GroundsOf(article))
                    moved.Add(article.Id);
                article.Revision = session.Numbers.Next(Sequence.Revision);
                article.UpdatedAt = session.Now;
            }
            await CopyTasks.AskAsync(session.Db, moved, cancellation);
            await session.Db.SaveChangesAsync(cancellation);
            foreach (var article in batch)
                session.Db.Entry(article).State = EntityState.Detached;
            if (batch.Count < BatchSize)
                return;
            after = batch[^1].Id;
        }
    }
}
