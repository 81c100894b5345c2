namespace NewsCorpus.Search;

public enum UndatedMode
{
    /// <summary>Undated articles are among the results unless a date range is given.</summary>
    Auto = 0,
    Include = 1,
    Exclude = 2,
    Only = 3,
}

public enum EstimatesMode
{
    /// <summary>An article without a date lies in no range and no month, whatever is estimated of it.</summary>
    Exclude = 0,

    /// <summary>An undated article with an estimate counts as if it were of the middle day of its window, in ranges, months, orders and the count of undated ones alike.</summary>
    Include = 1,
}

public enum CopiesMode
{
    /// <summary>A story counts and shows once, by the best of those of its copies that match.</summary>
    Group = 0,
    All = 1,
}

public enum SortOrder
{
    /// <summary><see cref="Relevance"/> with a query, <see cref="Newest"/> without.</summary>
    Auto = 0,
    Relevance = 1,
    Newest = 2,
    Oldest = 3,
}

/// <summary>One value of a filter as the URL has it: a slug or an id, and whether it excludes.</summary>
/// <param name="Value">"tom-homan" or "17".</param>
/// <param name="Excluded">True for a leading "-" in the URL.</param>
public sealed record FilterValue(string Value, bool Excluded = false)
{
    /// <summary>Reads the URL's form.</summary>
    public static FilterValue Parse(string text) => text.Length > 1 && text[0] == '-' ? new(text[1..], true) : new(text);

    public override string ToString() => Excluded ? "-" + Value : Value;
}

/// <summary>What a reader asks for: the same on the page, the API, feeds, exports and the command line. Knows no engine.</summary>
public sealed record SearchRequest
{
    public const int MaxSize = 100;

    /// <summary>The query as typed; null or blank browses.</summary>
    public string? Query { get; init; }

    /// <summary>All of these must occur, none of the excluded.</summary>
    public IReadOnlyList<FilterValue> People { get; init; } = [];

    /// <summary>All of these must say something, none of the excluded.</summary>
    public IReadOnlyList<FilterValue> Speakers { get; init; } = [];

    /// <summary>Any of these, none of the excluded.</summary>
    public IReadOnlyList<FilterValue> Outlets { get; init; } = [];

    /// <summary>Wire agencies, by name or slug. Any of these, none of the excluded.</summary>
    public IReadOnlyList<FilterValue> Agencies { get; init; } = [];

    /// <summary>All of these, none of the excluded.</summary>
    public IReadOnlyList<FilterValue> Tags { get; init; } = [];

    /// <summary>Any of these languages, by code or name, none of the excluded.</summary>
    public IReadOnlyList<FilterValue> Languages { get; init; } = [];

    /// <summary>Any of these months, "2026-01", none of the excluded.</summary>
    public IReadOnlyList<FilterValue> Months { get; init; } = [];

    /// <summary>First day, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only articles that a later revision of the corpus brought or changed; null for all.</summary>
    public long? Since { get; init; }

    public UndatedMode Undated { get; init; }

    public EstimatesMode Estimates { get; init; }

    public CopiesMode Copies { get; init; }

    public SortOrder Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results a page, 1 to <see cref="MaxSize"/>.</summary>
    public int Size { get; init; } = 20;

    public bool HasQuery => !string.IsNullOrWhiteSpace(Query);

    public SortOrder EffectiveSort => Sort != SortOrder.Auto ? Sort : HasQuery ? SortOrder.Relevance : SortOrder.Newest;

    /// <summary>The default is to exclude once a range or a month is given: an undated article is never inside one unless asked for.</summary>
    public UndatedMode EffectiveUndated =>
        Undated != UndatedMode.Auto ? Undated : From is null && To is null && Months.All(m => m.Excluded) ? UndatedMode.Include : UndatedMode.Exclude;
}
