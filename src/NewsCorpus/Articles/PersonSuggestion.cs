namespace NewsCorpus.Articles;

/// <summary>Two names that may be one person's, for an editor to judge. The rules only suggest; what an editor rejected they never suggest again.</summary>
public sealed class PersonSuggestion
{
    /// <summary>The name that would be led to the other one: the partial one, else the one that came later.</summary>
    public int PersonId { get; init; }

    public Person? Person { get; init; }

    public int OtherId { get; init; }

    public Person? Other { get; init; }

    /// <summary>Why they may be one, in words a reader understands; empty where an editor set them apart before any rule thought of it.</summary>
    public required string Rule { get; set; }

    /// <summary>The article that gave rise to it, and its sentence; null where the names alone do.</summary>
    public long? ArticleId { get; set; }

    public string? Excerpt { get; set; }

    /// <summary>True while an editor says that they are two.</summary>
    public bool IsRejected { get; set; }
}

/// <summary>A key under which names that may be spellings of one another meet. Only to look names up: those that share one still have to be compared.</summary>
public sealed class PersonSpelling
{
    public required string Key { get; init; }

    public int PersonId { get; init; }
}
