using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;

namespace NewsCorpus.Export;

/// <summary>What is to be exported: a search and its results by number.</summary>
/// <param name="Address">Address of the search, for the manifest.</param>
/// <param name="Receipt">The receipt of the same search at the same revision, where somebody has made one.</param>
public sealed record ExportPlan(SearchRequest Request, string Address, SearchMatches Found, DateTimeOffset At, long? Receipt = null)
{
    /// <summary>What the file will be of, before it is written.</summary>
    public ExportManifest Describe(ExportFormat format, ExportOptions options) => new()
    {
        MadeAt = At,
        Format = format.Name,
        WithText = options.WithText,
        Query = Found.Query.Typed,
        Reading = Found.Query.Read,
        Filters = FilterInForce.Of(Found.Filters),
        From = Request.From,
        To = Request.To,
        Since = Request.Since,
        Undated = Request.EffectiveUndated,
        Estimates = Request.Estimates,
        Copies = Request.Copies,
        Sort = Request.EffectiveSort,
        Search = Address,
        Corpus = Found.CorpusId,
        Revision = Found.Revision,
        Receipt = Receipt is { } receipt ? $"/receipts/{receipt}" : null,
        Total = Found.Matches.Count,
        TotalCopies = Found.TotalCopies,
    };
}

/// <summary>All results of a search into a file. The search is made once; the articles are read and written a few at a time.</summary>
public sealed class ArticleExport(ArticleSearch search, FoundArticles articles, ReceiptContents receipts, TimeProvider time)
{
    /// <param name="request">Page and size do not matter.</param>
    /// <param name="address">Address of the search, for the manifest.</param>
    public async Task<ExportPlan> PlanAsync(SearchRequest request, string address, CancellationToken ct)
    {
        var found = await search.FindAllAsync(request, ct);
        return new(request, address, found, time.GetUtcNow(), await receipts.FindAsync(address, found.CorpusId, found.Revision, ct));
    }

    /// <returns>What has been written, and where it comes from.</returns>
    public async Task<ExportManifest> WriteAsync(ExportPlan plan, ExportFormat format, ExportOptions options, Stream stream, CancellationToken ct)
    {
        var (written, changed) = (0, 0);
        await using var writer = format.Open(stream, options);
        await writer.BeginAsync(ct);
        await foreach (var article in articles.ReadAsync(plan.Found.Matches, options.WithText, ct))
        {
            await writer.WriteAsync(article, ct);
            written++;
            if (article.Revision > plan.Found.Revision)
                changed++;
        }
        var manifest = plan.Describe(format, options) with { Written = written, ChangedSince = changed, Gone = plan.Found.Matches.Count - written };
        await writer.FinishAsync(manifest, ct);
        return manifest;
    }
}
