using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>An article read as one of the results of a search, as its address says.</summary>
/// <param name="Back">The page of results that it is on.</param>
/// <param name="Previous">The result before, or null.</param>
/// <param name="Next">The result after, or null.</param>
public sealed record ReadingPlace(int Number, int Total, string Back, string? Previous, string? PreviousTitle, string? Next, string? NextTitle)
{
    /// <summary>Null where the address names no search, or one of which the article is no result any more.</summary>
    public static async Task<ReadingPlace?> FindAsync(ArticleSearch search, SearchRequest request, int? number, long id, CancellationToken cancellationToken)
    {
        if (number is null && SearchUrl.QueryString(request).Length == 0)
            return null;
        if (await search.FindNeighboursAsync(request, id, number, cancellationToken) is not { } found)
            return null;
        return new ReadingPlace(
            found.Number,
            found.Total,
            SearchUrl.Results(request.OnPage((found.Number + request.Size - 1) / request.Size)),
            Url(found.Previous, -1),
            found.Previous?.Title,
            Url(found.Next, 1),
            found.Next?.Title);

        string? Url(NeighbourHit? hit, int by) => hit is null ? null : SearchUrl.InResults(Addresses.Article(hit.Id, hit.Slug), request, found.Number + by);
    }
}
