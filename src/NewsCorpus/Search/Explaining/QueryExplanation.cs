namespace NewsCorpus.Search.Explaining;

/// <summary>How a query was read, in plain words, and what each part of it finds.</summary>
/// <param name="Words">One sentence.</param>
/// <param name="Clauses">The parts that must hold together, or the alternatives of a query that is only alternatives. Empty for a query of which nothing could be read.</param>
/// <param name="MoreClauses">Parts that are not listed.</param>
/// <param name="DidYouMean">A query of words that the corpus has, or null.</param>
public sealed record QueryExplanation(string Words, IReadOnlyList<QueryClause> Clauses, int MoreClauses, Spelling? DidYouMean)
{
    public static QueryExplanation None { get; } = new("All articles.", [], 0, null);
}

/// <summary>One part of a query.</summary>
public sealed record QueryClause
{
    /// <summary>In the query language's canonical form.</summary>
    public required string Text { get; init; }

    /// <summary>In plain words, as it stands after "articles with".</summary>
    public required string Meaning { get; init; }

    /// <summary>UTF-16 offset into the query as typed.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>What it finds is left out.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Articles that it matches alone, in the whole corpus, copies counted as in the search; null where counting took too long.</summary>
    public int? Articles { get; init; }

    /// <summary>It is because of this part that nothing is found.</summary>
    public bool LeavesNothing { get; init; }

    /// <summary>Where nothing is found: what is found without it, with all filters; null where not counted.</summary>
    public int? Without { get; init; }

    /// <summary>The query without it; null where nothing would be left.</summary>
    public string? Rest { get; init; }

    /// <summary>The parts of which one suffices.</summary>
    public IReadOnlyList<QueryClause> Alternatives { get; init; } = [];
}

/// <summary>A query spelled with words of the corpus.</summary>
/// <param name="Query">The whole query.</param>
/// <param name="Total">Articles that it finds with the same filters.</param>
public sealed record Spelling(string Query, int Total);
