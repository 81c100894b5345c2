namespace NewsCorpus.Search;

/// <summary>How many values each facet lists, the most frequent first. Values that are chosen or excluded are listed besides.</summary>
public sealed record FacetSizes(int People = 12, int Outlets = 12, int Agencies = 12, int Tags = 12, int Speakers = 12)
{
    public static FacetSizes Default { get; } = new();
}
