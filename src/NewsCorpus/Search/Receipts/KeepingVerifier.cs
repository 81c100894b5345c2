using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Store.Verification;

namespace NewsCorpus.Search.Receipts;

/// <summary>Checks what people keep, as it is at one moment: that each receipt is whole and has its fingerprint, and that saved searches have seen no more than there is. Reads only, a thousand articles at a time.</summary>
public sealed class KeepingVerifier(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <returns>Each difference as it is found; none where all is as it must be.</returns>
    public async IAsyncEnumerable<Difference> VerifyAsync(IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var moment = await SqliteFile.BeginSnapshotAsync(db, ct);
        // One that is still being made has no fingerprint yet.
        var receipts = await db.Receipts.Where(r => r.Fingerprint != null).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        foreach (var (i, id) in receipts.Index())
        {
            progress?.Report(new VerifyProgress("receipts", i, receipts.Count));
            if (await FaultAsync(db, await db.Receipts.SingleAsync(r => r.Id == id, ct), ct) is { } fault)
                yield return new Difference(DifferenceKind.ReceiptWrong, $"receipt {id}", $"Receipt {id} {fault}.");
        }
        await foreach (var difference in SavedAsync(db, ct))
            yield return difference;
    }

    /// <returns>What is wrong, as the end of a sentence that begins with the receipt; null where nothing is.</returns>
    private static async Task<string?> FaultAsync(CorpusDbContext db, Receipt receipt, CancellationToken ct)
    {
        if (receipt.DeletedAt is not null)
            return await db.ReceiptParts.AnyAsync(p => p.ReceiptId == receipt.Id, ct) ? "was deleted, but articles of it are still there" : null;
        try
        {
            var head = ReceiptJson.Head(receipt.Head);
            if ((head.Search, head.Revision, head.Total, head.TotalCopies) != (receipt.Search, receipt.Revision, receipt.Total, receipt.TotalCopies))
                return "is listed with a search, a revision or counts that it does not state";
            using var fingerprint = new ReceiptFingerprint(head);
            var (number, count, last) = (0, 0, 0L);
            for (; await db.ReceiptParts.FirstOrDefaultAsync(p => p.ReceiptId == receipt.Id && p.Number == number, ct) is { } part; number++)
            {
                var articles = ReceiptParts.Unpack(part);
                if (articles.Count == 0 || articles[0].Id <= last || (articles[0].Id, articles[^1].Id) != (part.FirstId, part.LastId))
                    return $"has articles that are not in order (part {number})";
                articles.ForEach(fingerprint.Add);
                (count, last) = (count + articles.Count, part.LastId);
            }
            var parts = await db.ReceiptParts.CountAsync(p => p.ReceiptId == receipt.Id, ct);
            if (parts != number || count != receipt.TotalCopies)
                return $"lacks articles: it states {receipt.TotalCopies} and has {count} in its first {number} parts";
            return fingerprint.Finish() == receipt.Fingerprint ? null : "is not as it was made: its fingerprint differs";
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return $"cannot be read ({damage.Message})";
        }
    }

    private static async IAsyncEnumerable<Difference> SavedAsync(CorpusDbContext db, [EnumeratorCancellation] CancellationToken ct)
    {
        var sequences = await db.Sequences.Where(s => s.Name == Sequence.Revision || s.Name == Sequence.Article).ToDictionaryAsync(s => s.Name, s => s.Last, StringComparer.Ordinal, ct);
        var (revision, article) = (sequences.GetValueOrDefault(Sequence.Revision), sequences.GetValueOrDefault(Sequence.Article));
        // Without its name: what somebody looks for is their own business.
        await foreach (var saved in db.SavedSearches.Select(s => new { s.Id, s.Address, s.SeenRevision, s.SeenArticle }).OrderBy(s => s.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (saved.SeenRevision > revision || saved.SeenArticle > article)
                yield return Wrong(saved.Id, $"is marked as looked at up to revision {saved.SeenRevision} and article {saved.SeenArticle}, but the corpus ends at {revision} and {article}: what comes next would not be told as new");
            if (!saved.Address.StartsWith('/'))
                yield return Wrong(saved.Id, "has an address that leads to no search");
        }
    }

    private static Difference Wrong(long id, string fault) => new(DifferenceKind.SavedSearchWrong, $"saved search {id}", $"Saved search {id} {fault}.");
}
