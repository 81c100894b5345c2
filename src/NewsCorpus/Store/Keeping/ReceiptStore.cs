using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Keeping;

/// <summary>The receipts that there are. Whoever may read may read them; who may delete one, the caller knows.</summary>
public sealed class ReceiptStore(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>One page, the latest first, without those that are deleted or not finished.</summary>
    public async Task<(IReadOnlyList<Receipt> Items, int Total)> ListAsync(int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = db.Receipts.AsNoTracking().Where(r => r.Fingerprint != null && r.DeletedAt == null);
        return (await all.OrderByDescending(r => r.Id).Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Take(size).ToListAsync(ct), await all.CountAsync(ct));
    }

    /// <summary>Also one that was deleted: it says so. Null where there is none, or it is not finished.</summary>
    public async Task<Receipt?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Fingerprint != null, ct);
    }

    /// <summary>Its articles go, its row says who did it, and the log does: all in one transaction.</summary>
    /// <param name="by">Name for the log.</param>
    public async Task DeleteAsync(long id, string by, string? note, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Receipts.FirstOrDefaultAsync(r => r.Id == id && r.DeletedAt == null, ct) is not { } receipt)
            return;
        (receipt.DeletedAt, receipt.DeletedBy) = (time.GetUtcNow(), by);
        await db.ReceiptParts.Where(p => p.ReceiptId == id).ExecuteDeleteAsync(ct);
        AuditLog.Add(db, time.GetUtcNow(), by, "receipt.delete", $"receipt {id}", string.Join(". ", new[] { note, $"fingerprint {receipt.Fingerprint}" }.OfType<string>()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
