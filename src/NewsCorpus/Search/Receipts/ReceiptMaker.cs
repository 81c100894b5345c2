using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Search.Receipts;

/// <summary>Makes receipts. The search is made once and keeps 16 bytes a result; the articles are read and stored a thousand at a time, and the receipt is there when all are.</summary>
public sealed class ReceiptMaker(ArticleSearch search, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <param name="request">Page and size do not matter.</param>
    /// <param name="address">Address of the search.</param>
    /// <returns>The receipt; or what of the query could not be read: a receipt is of what was asked, or there is none.</returns>
    public async Task<(Receipt? Receipt, IReadOnlyList<QueryProblem> Problems)> MakeAsync(SearchRequest request, string address, Keeper owner, string? note, CancellationToken ct)
    {
        var found = await search.FindAllAsync(request with { Copies = CopiesMode.All }, ct);
        if (found.Query.Problems.Count > 0)
            return (null, found.Query.Problems);
        var matches = found.Matches.ToArray();
        Array.Sort(matches, (a, b) => a.Id.CompareTo(b.Id));
        using var draft = new ReceiptDraft(contexts, time);
        await using var reading = await contexts.CreateDbContextAsync(ct);
        reading.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var moment = await SqliteFile.BeginSnapshotAsync(reading, ct);
        var now = time.GetUtcNow();
        var (lastArticle, lastRun) = (await reading.Articles.MaxAsync(a => (long?)a.Id, ct) ?? 0, await reading.Runs.MaxAsync(r => (long?)r.Id, ct) ?? 0);
        var receipt = await draft.BeginAsync(id => new ReceiptHead
        {
            Id = id,
            MadeAt = now,
            By = owner.Name,
            Note = note,
            Corpus = found.CorpusId,
            Revision = found.Revision,
            LastArticle = lastArticle,
            LastRun = lastRun,
            IndexFormat = IndexFormat.Version,
            Query = found.Query.Typed,
            Reading = found.Query.Read,
            Words = QueryInWords.Sentence(QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime)).Root),
            Filters = FilterInForce.Of(found.Filters),
            From = request.From,
            To = request.To,
            Since = request.Since,
            Undated = request.EffectiveUndated,
            Estimates = request.Estimates,
            Copies = request.Copies,
            Sort = request.EffectiveSort,
            Search = address,
            Total = request.Copies == CopiesMode.All ? matches.Length : found.Stories,
            TotalCopies = matches.Length,
        }, owner, isUploaded: false, ct);
        foreach (var portion in matches.Chunk(ReceiptParts.Size))
        {
            var ids = Array.ConvertAll(portion, m => m.Id);
            // Also those that were set aside since the index was written: rows never go.
            foreach (var row in await ReceiptRow.Of(reading.Articles.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id)).ToListAsync(ct))
                await draft.AddAsync(row.ToArticle(), ct);
        }
        await draft.FinishAsync("receipt.make", null, ct);
        return (receipt, []);
    }
}
