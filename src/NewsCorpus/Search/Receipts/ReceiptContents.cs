using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Search.Receipts;

/// <summary>What stands in a receipt.</summary>
public sealed class ReceiptContents(IDbContextFactory<CorpusDbContext> contexts)
{
    public static ReceiptHead HeadOf(Receipt receipt) => ReceiptJson.Head(receipt.Head);

    /// <summary>Whether it was made in this corpus, whose ids it holds then.</summary>
    public async Task<bool> IsOfThisCorpusAsync(ReceiptHead head, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Info.AsNoTracking().AnyAsync(i => i.CorpusId == head.Corpus, ct);
    }

    /// <summary>One page of its articles, in the order of their ids.</summary>
    /// <param name="page">From 1.</param>
    public Task<IReadOnlyList<ReceiptArticle>> PageAsync(Receipt receipt, int page, int size, CancellationToken ct) =>
        new ReceiptParts(contexts).PageAsync(receipt.Id, (int)Math.Min((page - 1L) * size, int.MaxValue), size, ct);

    /// <summary>The receipt of the same search at the same revision, the latest where there are several; null where nobody has made one.</summary>
    /// <param name="address">Address of the search.</param>
    public async Task<long?> FindAsync(string address, Guid corpus, long revision, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var same = await context.Receipts.AsNoTracking().Where(r => r.Fingerprint != null && r.DeletedAt == null && r.UploadedAt == null && r.Search == address && r.Revision == revision).OrderByDescending(r => r.Id).ToListAsync(ct);
        return same.Find(r => HeadOf(r).Corpus == corpus)?.Id;
    }
}
