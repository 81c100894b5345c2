namespace NewsCorpus.Search;

/// <summary>One result of a search, by number.</summary>
/// <param name="Id">Id of the article.</param>
/// <param name="Copies">Other articles of its story among the results.</param>
/// <param name="Story">The story that it shares with its copies; 0 where it has none.</param>
public readonly record struct Match(long Id, int Copies = 0, int Story = 0);

/// <summary>All results of a search, as numbers: 16 bytes each. What they hold is read by <see cref="FoundArticles"/>, a few at a time.</summary>
public sealed record SearchMatches
{
    public required QueryReading Query { get; init; }

    public required ResolvedFilters Filters { get; init; }

    /// <summary>In the order asked for; where copies are grouped, the best match of each story.</summary>
    public required IReadOnlyList<Match> Matches { get; init; }

    /// <summary>Stories among the results, where an article that has no copies is one too.</summary>
    public int Stories => Matches.Count(m => m.Story == 0) + Matches.Where(m => m.Story != 0).Select(m => m.Story).Distinct().Count();

    /// <summary>Articles, each copy counted.</summary>
    public required int TotalCopies { get; init; }

    /// <summary>Last revision of the corpus that the index held; 0 while there is no index.</summary>
    public required long Revision { get; init; }

    /// <summary>The corpus that was searched; <see cref="Guid.Empty"/> while there is no index.</summary>
    public required Guid CorpusId { get; init; }
}
