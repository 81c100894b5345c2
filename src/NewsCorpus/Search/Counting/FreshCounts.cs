namespace NewsCorpus.Search.Counting;

/// <summary>A search that somebody follows, and up to where they have seen what it finds.</summary>
/// <param name="Revision">The revision of the corpus at which they last looked.</param>
/// <param name="Article">The largest id of an article then: ids grow with every article that is added.</param>
public sealed record FollowedSearch(SearchRequest Request, long Revision, long Article);

/// <summary>What a search finds that is not as it was at the last look. Stories, or articles where the search does not group copies.</summary>
/// <param name="Added">Those with an article that has come into the corpus since, whatever its date.</param>
/// <param name="Changed">The others: an article among them was corrected, read again, re-dated, or joined to its copies.</param>
public sealed record FreshCount(int Added, int Changed)
{
    public int Total => Added + Changed;
}

/// <param name="Counts">One for each search; null where its query cannot be read, or was not counted in the time that there is.</param>
/// <param name="Filters">The filters of each search by name.</param>
/// <param name="Revision">The revision of the corpus that was looked at: up to here it has been seen if what was counted is.</param>
/// <param name="Article">The largest id of an article then.</param>
public sealed record FreshCounts(IReadOnlyList<FreshCount?> Counts, IReadOnlyList<ResolvedFilters> Filters, long Revision, long Article);
