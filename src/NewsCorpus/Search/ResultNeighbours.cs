namespace NewsCorpus.Search;

/// <summary>A result of a search by what its address needs.</summary>
public sealed record NeighbourHit(long Id, string Slug, string Title);

/// <summary>Where an article stands among the results of a search.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Total">Results.</param>
public sealed record ResultNeighbours(int Number, int Total, NeighbourHit? Previous, NeighbourHit? Next);
