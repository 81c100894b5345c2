namespace NewsCorpus.Search;

/// <summary>A filter as it was in force.</summary>
/// <param name="Filter">"person", "outlet", "agency", "tag", "speaker", "language" or "month".</param>
/// <param name="Value">As the address has it, without its sign.</param>
/// <param name="IsKnown">False where the value names nothing in the corpus.</param>
public sealed record FilterInForce(string Filter, string Value, string Name, bool IsExcluded, bool IsKnown)
{
    public static IReadOnlyList<FilterInForce> Of(ResolvedFilters filters) =>
    [
        .. Named("person", filters.People),
        .. Named("outlet", filters.Outlets),
        .. Named("agency", filters.Agencies),
        .. Named("tag", filters.Tags),
        .. Named("speaker", filters.Speakers),
        .. Named("language", filters.Languages),
        .. Named("month", filters.Months),
    ];

    private static IEnumerable<FilterInForce> Named(string name, IReadOnlyList<ResolvedFilter> filters) =>
        filters.Select(f => new FilterInForce(name, f.Value.Value, f.Target.Name, f.Value.Excluded, f.IsKnown));
}
