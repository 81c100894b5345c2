using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>Takes all stories apart and asks for every article to be linked. What is linked again as it was gets the same story ids; each change of a row takes a revision.</summary>
internal static class StoryReset
{
    private const int Portion = 10_000;

    public static async Task RunAsync(CorpusDbContext db, long signature, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(cancellation);
        var info = await db.Info.SingleAsync(cancellation);
        // Those that ingestion has just made are as good as any.
        if (info.CopySignature != 0)
            await db.Fingerprints.ExecuteDeleteAsync(cancellation);
        await db.CopyLinks.ExecuteDeleteAsync(cancellation);
        await db.CopyKeyPages.ExecuteDeleteAsync(cancellation);
        await db.CopyKeyRuns.ExecuteDeleteAsync(cancellation);
        await db.CopyTasks.ExecuteDeleteAsync(cancellation);
        foreach (var id in await db.Articles.Where(a => a.StoryId != null).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellation))
        {
            var revision = numbers.Next(Sequence.Revision);
            await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.StoryId, (long?)null).SetProperty(a => a.Revision, revision), cancellation);
        }
        using var rows = new RowInserter(db);
        List<long> ids;
        for (var after = 0L; (ids = await db.Articles.Where(a => a.Id > after && a.State == ArticleState.Live).OrderBy(a => a.Id).Select(a => a.Id).Take(Portion).ToListAsync(cancellation)).Count > 0; after = ids[^1])
            rows.Insert(ids.Select(id => new CopyTask { ArticleId = id }));
        info.CopySignature = signature;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
