using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Receipts;

/// <summary>Tells of some articles that are not as a receipt has them what is different, and why: what editors have said since, what runs have changed, which condition of the search is not met any more.</summary>
public sealed class ReceiptDifferences(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <param name="receipt">Its number here.</param>
    /// <param name="ids">A page of the articles of <paramref name="change"/>, in order.</param>
    public async Task<IReadOnlyList<ReceiptDifference>> ReadAsync(long receipt, ReceiptComparison comparison, SearchRequest request, ReceiptChange change, IReadOnlyList<long> ids, CancellationToken ct)
    {
        if (comparison.Theirs is { } theirs)
            return await AcrossAsync(receipt, theirs, request, change, ids, ct);
        var then = await new ReceiptParts(contexts).FindAsync(receipt, ids, ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var rows = await ReceiptRow.Of(context.Articles.Where(a => ids.Contains(a.Id))).ToDictionaryAsync(a => a.Id, ct);
        var history = await ArticleHistory.ReadAsync(context, comparison.Then, ids, ct);
        var unmet = change == ReceiptChange.Gone ? await new UnmetConditions(index, contexts, time).FindAsync(request, ids, ct) : [];
        var outlets = await OutletsAsync(context, comparison.Then, then.Values.Select(a => a.OutletId), ct);
        var differences = new List<ReceiptDifference>();
        // A database that was set back may lack the last ones.
        foreach (var row in ids.Select(id => rows.GetValueOrDefault(id)).OfType<ReceiptRow>())
        {
            var was = then.GetValueOrDefault(row.Id);
            var reasons = new List<ReceiptReason>();
            if (change == ReceiptChange.Added && row.Id > comparison.Then.LastArticle)
                reasons.Add(new($"it was ingested since, from {row.File}", row.AddedAt));
            else
                reasons.AddRange(history.Of(row.Id, change));
            if (was?.OutletId is { } outlet && was.OutletId != row.OutletId)
                reasons.AddRange(outlets[outlet]);
            if (unmet.TryGetValue(row.Id, out var conditions) && conditions.Count > 0)
                reasons.Insert(0, new("it no longer matches: " + string.Join("; ", conditions)));
            if (change is ReceiptChange.Added or ReceiptChange.Gone && comparison.IsReadOtherwise)
                reasons.Add(new("the query is read otherwise now"));
            if (change == ReceiptChange.Date && was is { Date: null } && row.Day is null)
                reasons.Add(new("another date is estimated, from what the corpus holds now"));
            if (reasons.Count == 0)
                reasons.Add(new(row.Revision > comparison.Then.Revision ? $"the corpus changed around it (people, copies or estimates), last with revision {row.Revision}" : "people, outlets or tags that the search names have changed"));
            differences.Add(new ReceiptDifference(row.Id, row.State == ArticleState.Live ? row.Slug : null, was, row.ToArticle(), reasons));
        }
        return differences;
    }

    /// <summary>Of a receipt of another corpus, of whose history nothing is known here: what tells the two apart, and what an article here does not meet.</summary>
    private async Task<IReadOnlyList<ReceiptDifference>> AcrossAsync(long receipt, IReadOnlyDictionary<long, long> theirs, SearchRequest request, ReceiptChange change, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var ofReceipt = change == ReceiptChange.Absent ? ids : [.. ids.Where(theirs.ContainsKey).Select(id => theirs[id]).Order()];
        var then = await new ReceiptParts(contexts).FindAsync(receipt, ofReceipt, ct);
        if (change == ReceiptChange.Absent)
            return [.. ids.Select(id => new ReceiptDifference(id, null, then[id], then[id], [new("no article here has its text, nor its title, outlet and date among the results")]))];
        await using var context = await contexts.CreateDbContextAsync(ct);
        var rows = await ReceiptRow.Of(context.Articles.AsNoTracking().Where(a => ids.Contains(a.Id))).ToDictionaryAsync(a => a.Id, ct);
        var unmet = change == ReceiptChange.Gone ? await new UnmetConditions(index, contexts, time).FindAsync(request with { Since = null }, ids, ct) : [];
        return [.. ids.Select(id => rows[id]).Select(row => new ReceiptDifference(row.Id, row.State == ArticleState.Live ? row.Slug : null, theirs.TryGetValue(row.Id, out var id) ? then[id] : null, row.ToArticle(), [Why(row)]))];

        ReceiptReason Why(ReceiptRow row) => change switch
        {
            ReceiptChange.Added => new($"the receipt has no article with its text, nor with its title, outlet and date; here it is from {row.File}", row.AddedAt),
            ReceiptChange.Gone when row.State != ArticleState.Live => new("an editor has set it aside here"),
            ReceiptChange.Gone => new("it is here, but does not match: " + (unmet.TryGetValue(row.Id, out var conditions) && conditions.Count > 0 ? string.Join("; ", conditions) : "people, outlets or tags that the search names differ")),
            ReceiptChange.Text => new("it has the same title, outlet and date, and another text"),
            _ => new("it has the same text"),
        };
    }

    /// <summary>What editors have done with the outlets of then.</summary>
    private static async Task<ILookup<int, ReceiptReason>> OutletsAsync(CorpusDbContext context, ReceiptHead head, IEnumerable<int?> outlets, CancellationToken ct)
    {
        var ids = outlets.Distinct().ToList();
        return (await context.Corrections.Where(c => c.EntryKey == null && c.OutletId != null && ids.Contains(c.OutletId)).ToListAsync(ct))
            .SelectMany(c => ArticleHistory.Told(c, head.MadeAt).Select(r => (c.OutletId, Reason: r)))
            .ToLookup(p => p.OutletId!.Value, p => p.Reason);
    }
}
