using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Search.Receipts;

/// <summary>
/// A receipt on its way into the database, a row of articles at a time, so that nobody else has to wait for a long one. Without its fingerprint, which comes last, it is none: what a process
/// that was killed has left goes when the next is made.
/// </summary>
internal sealed class ReceiptDraft(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time) : IDisposable
{
    /// <summary>A receipt that takes longer than this is no longer being made.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ReceiptParts _parts = new(contexts);
    private readonly List<ReceiptArticle> _articles = new(ReceiptParts.Size);
    private ReceiptFingerprint? _fingerprint;
    private Receipt? _receipt;
    private int _number;

    /// <param name="head">What it states, by its number.</param>
    public async Task<Receipt> BeginAsync(Func<long, ReceiptHead> head, Keeper owner, bool isUploaded, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var now = time.GetUtcNow();
        // SQLite keeps moments as text, which it does not compare.
        foreach (var dead in (await context.Receipts.Where(r => r.Fingerprint == null).ToListAsync(ct)).Where(r => (r.UploadedAt ?? r.MadeAt) < now - Longest))
        {
            await context.ReceiptParts.Where(p => p.ReceiptId == dead.Id).ExecuteDeleteAsync(ct);
            context.Receipts.Remove(dead);
        }
        var numbers = new SequenceBlock(context);
        await numbers.LoadAsync(ct);
        var id = numbers.Next(Sequence.Receipt);
        var stated = head(id);
        _fingerprint = new ReceiptFingerprint(stated);
        _receipt = new Receipt
        {
            Id = id,
            Owner = owner.Id,
            By = owner.Name,
            MadeAt = stated.MadeAt,
            UploadedAt = isUploaded ? now : null,
            Head = JsonSerializer.Serialize(stated, ReceiptJson.Line),
            Search = stated.Search,
            Revision = stated.Revision,
            Total = stated.Total,
            TotalCopies = stated.TotalCopies,
        };
        context.Receipts.Add(_receipt);
        await context.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return _receipt;
    }

    /// <summary>The next article, in the order of ids.</summary>
    public async Task AddAsync(ReceiptArticle article, CancellationToken ct)
    {
        _fingerprint!.Add(article);
        _articles.Add(article);
        if (_articles.Count == ReceiptParts.Size)
            await StoreAsync(ct);
    }

    /// <summary>All are there: from now on it is a receipt.</summary>
    /// <param name="action">What the log calls it.</param>
    /// <param name="expected">The fingerprint that it must have, or null.</param>
    /// <returns>False where it has another: then nothing of it stays.</returns>
    public async Task<bool> FinishAsync(string action, string? expected, CancellationToken ct)
    {
        await StoreAsync(ct);
        _receipt!.Fingerprint = _fingerprint!.Finish();
        if (expected is not null && expected != _receipt.Fingerprint)
        {
            await DropAsync(ct);
            return false;
        }
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.Receipts.Attach(_receipt).Property(r => r.Fingerprint).IsModified = true;
        AuditLog.Add(context, time.GetUtcNow(), _receipt.By, action, $"receipt {_receipt.Id}", $"{_receipt.TotalCopies} articles, fingerprint {_receipt.Fingerprint}");
        await context.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Nothing of it stays.</summary>
    public async Task DropAsync(CancellationToken ct)
    {
        if (_receipt is null)
            return;
        await using var context = await contexts.CreateDbContextAsync(ct);
        await context.ReceiptParts.Where(p => p.ReceiptId == _receipt.Id).ExecuteDeleteAsync(ct);
        await context.Receipts.Where(r => r.Id == _receipt.Id).ExecuteDeleteAsync(ct);
    }

    public void Dispose() => _fingerprint?.Dispose();

    private async Task StoreAsync(CancellationToken ct)
    {
        if (_articles.Count == 0)
            return;
        await _parts.WriteAsync(_receipt!.Id, _number++, _articles, ct);
        _articles.Clear();
    }
}
