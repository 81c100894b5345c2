using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Search.Receipts;

/// <summary>
/// Runs the search of a receipt again and lays the results beside it. Receipt, results and what has changed in the corpus since are gone through side by side in the order of ids: memory grows by
/// 8 bytes for a result and for a difference.
/// </summary>
public sealed class ReceiptRerun(ArticleSearch search, IDbContextFactory<CorpusDbContext> contexts)
{
    /// <param name="request">The search that the receipt's address stands for.</param>
    public async Task<ReceiptComparison> CompareAsync(Receipt receipt, SearchRequest request, CancellationToken ct)
    {
        var head = ReceiptJson.Head(receipt.Head);
        var found = await search.FindAllAsync(request with { Copies = CopiesMode.All }, ct);
        // Revisions, as ids, are of their own corpus.
        var isOther = found.CorpusId != head.Corpus;
        if (isOther && request.Since is not null)
            found = await search.FindAllAsync(request with { Copies = CopiesMode.All, Since = null }, ct);
        var now = found.Matches.Select(m => m.Id).ToArray();
        Array.Sort(now);
        using var fingerprint = new ReceiptFingerprint(head);
        var (same, changes, theirs) = isOther
            ? await new ReceiptAcross(contexts).CompareAsync(receipt.Id, now, fingerprint, ct)
            : await CompareAsync(receipt.Id, head, now, fingerprint, ct);
        return new ReceiptComparison
        {
            Then = head,
            Reading = found.Query,
            Filters = FilterInForce.Of(found.Filters),
            Revision = found.Revision,
            Total = request.Copies == CopiesMode.All ? now.Length : found.Stories,
            TotalCopies = now.Length,
            Same = same,
            Changes = changes.ToDictionary(c => c.Key, c => (IReadOnlyList<long>)c.Value),
            Theirs = theirs,
            IsIntact = fingerprint.Finish() == receipt.Fingerprint,
        };
    }

    private async Task<(int Same, Dictionary<ReceiptChange, List<long>> Changes, Dictionary<long, long>? Theirs)> CompareAsync(long receipt, ReceiptHead head, long[] now, ReceiptFingerprint fingerprint, CancellationToken ct)
    {
        var changes = Enum.GetValues<ReceiptChange>().Where(c => c != ReceiptChange.Absent).ToDictionary(c => c, _ => new List<long>());
        var (at, same) = (0, 0);
        await using var context = await contexts.CreateDbContextAsync(ct);
        await using var changed = ChangedAsync(context, head.Revision, ct).GetAsyncEnumerator(ct);
        var hasChanged = await changed.MoveNextAsync();
        await foreach (var then in new ReceiptParts(contexts).ReadAsync(receipt, ct))
        {
            fingerprint.Add(then);
            for (; at < now.Length && now[at] < then.Id; at++)
                changes[ReceiptChange.Added].Add(now[at]);
            while (hasChanged && changed.Current.Id < then.Id)
                hasChanged = await changed.MoveNextAsync();
            if (at == now.Length || now[at] != then.Id)
            {
                changes[ReceiptChange.Gone].Add(then.Id);
                continue;
            }
            at++;
            var differences = hasChanged && changed.Current.Id == then.Id ? Differences(then, changed.Current, head.Estimates) : [];
            foreach (var difference in differences)
                changes[difference].Add(then.Id);
            same += differences.Count == 0 ? 1 : 0;
        }
        for (; at < now.Length; at++)
            changes[ReceiptChange.Added].Add(now[at]);
        return (same, changes, null);
    }

    /// <summary>In what two states of an article differ.</summary>
    internal static List<ReceiptChange> Differences(ReceiptArticle then, ReceiptArticle now, EstimatesMode estimates)
    {
        var differences = new List<ReceiptChange>();
        if (then.Hash != now.Hash)
            differences.Add(ReceiptChange.Text);
        if (then.Title != now.Title)
            differences.Add(ReceiptChange.Title);
        if (then.Date != now.Date || estimates == EstimatesMode.Include && then.Estimate != now.Estimate)
            differences.Add(ReceiptChange.Date);
        if (then.OutletId != now.OutletId)
            differences.Add(ReceiptChange.Outlet);
        return differences;
    }

    /// <summary>Articles that a later revision changed, in the order of their ids: what is not among them is as it was.</summary>
    private static async IAsyncEnumerable<ReceiptArticle> ChangedAsync(CorpusDbContext context, long revision, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in ReceiptRow.Of(context.Articles.AsNoTracking().Where(a => a.Revision > revision).OrderBy(a => a.Id)).AsAsyncEnumerable().WithCancellation(ct))
            yield return row.ToArticle();
    }
}
