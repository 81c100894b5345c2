namespace NewsCorpus.Search.Receipts;

/// <summary>In what an article of a search is not as its receipt has it.</summary>
public enum ReceiptChange
{
    /// <summary>Among the results now, and not then.</summary>
    Added,

    /// <summary>Among the results then, and not now.</summary>
    Gone,

    /// <summary>Of a receipt of another corpus: there is no article here that could be the same. Listed by the receipt's ids.</summary>
    Absent,
    Text,
    Title,

    /// <summary>Of another date; where estimates count, of another estimate.</summary>
    Date,

    /// <summary>Of another outlet.</summary>
    Outlet,
}

/// <summary>A search run again beside its receipt.</summary>
public sealed record ReceiptComparison
{
    public required ReceiptHead Then { get; init; }

    /// <summary>How the query is read now.</summary>
    public required QueryReading Reading { get; init; }

    /// <summary>Last revision of the corpus that the index holds now.</summary>
    public required long Revision { get; init; }

    public required int Total { get; init; }

    public required int TotalCopies { get; init; }

    /// <summary>Articles that are as they were.</summary>
    public required int Same { get; init; }

    /// <summary>The others by what is different, in the order of their ids; one article may be among several.</summary>
    public required IReadOnlyDictionary<ReceiptChange, IReadOnlyList<long>> Changes { get; init; }

    /// <summary>The filters as they stand here.</summary>
    public required IReadOnlyList<FilterInForce> Filters { get; init; }

    /// <summary>Of a receipt of another corpus: the receipt's id of each article here that was taken for the same. Null for one of this corpus, where ids are the same.</summary>
    public IReadOnlyDictionary<long, long>? Theirs { get; init; }

    /// <summary>Whether what is stored still has its fingerprint.</summary>
    public required bool IsIntact { get; init; }

    /// <summary>Whether the words of the query mean something else now: the language is read otherwise, or its dates count from today.</summary>
    public bool IsReadOtherwise => Reading.Read != Then.Reading;

    /// <summary>Whether the filters are named otherwise, or mean nothing, now: something was renamed, or a slug is of another corpus.</summary>
    public bool IsFilteredOtherwise => Filters.Any(f => !f.IsKnown) || !Filters.Select(f => (f.Filter, f.Name, f.IsExcluded)).SequenceEqual(Then.Filters.Select(f => (f.Filter, f.Name, f.IsExcluded)));

    public bool IsSame => Changes.Values.All(ids => ids.Count == 0);
}

/// <summary>Why something is not as it was.</summary>
/// <param name="Text">A clause, as it stands after "because".</param>
/// <param name="By">Whoever did it, where somebody did.</param>
/// <param name="Note">What they wrote with it.</param>
public sealed record ReceiptReason(string Text, DateTimeOffset? At = null, string? By = null, string? Note = null);

/// <summary>One article that is not as the receipt has it.</summary>
/// <param name="Slug">Of its page; null where it has none any more.</param>
/// <param name="Then">Null where it was not among the results.</param>
/// <param name="Now">As the corpus has it now; as the receipt has it where this corpus has none.</param>
public sealed record ReceiptDifference(long Id, string? Slug, ReceiptArticle? Then, ReceiptArticle Now, IReadOnlyList<ReceiptReason> Reasons);
