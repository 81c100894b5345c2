namespace NewsCorpus.Search;

/// <summary>What results are counted by.</summary>
public enum Facet
{
    People,
    Speakers,
    Outlets,
    Agencies,
    Languages,
    Tags,
    Months,
}

/// <summary>One page of all values that the results have of a facet, the most frequent first; of equally frequent ones in a stable order.</summary>
/// <param name="Total">Values on all pages.</param>
public sealed record FacetPage(Facet Facet, IReadOnlyList<FacetValue> Values, int Total, int Page, int Size);
