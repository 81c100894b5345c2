using NewsCorpus.Articles;

namespace NewsCorpus.Search;

/// <summary>Something in a query that could not be read as typed.</summary>
/// <param name="Message">What is wrong and what was run instead, in plain words.</param>
/// <param name="Start">UTF-16 offset into the query as typed.</param>
/// <param name="Length">How many characters it concerns.</param>
public sealed record QueryProblem(string Message, int Start, int Length);

/// <summary>How a query was read.</summary>
/// <param name="Typed">As typed, "" when browsing.</param>
/// <param name="Read">The reading that was run, in the query language's canonical form.</param>
public sealed record QueryReading(string Typed, string Read, IReadOnlyList<QueryProblem> Problems)
{
    /// <summary>What was read and run as typed, but should be known: that it was cut short, or that another engine would take it otherwise.</summary>
    public IReadOnlyList<QueryProblem> Notes { get; init; } = [];
}

/// <summary>A person or outlet by name.</summary>
public sealed record NamedRef(int Id, string Name, string Slug);

/// <summary>One article among results.</summary>
public sealed record SearchHit
{
    public required long Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required FactKind TitleKind { get; init; }

    /// <summary>The title, HTML-escaped, with matches in <c>&lt;mark&gt;</c>.</summary>
    public required string TitleHtml { get; init; }

    public ArticleDate? Date { get; init; }

    public FactKind DateKind { get; init; }

    /// <summary>When an undated article was probably published; null for a dated one, and where the clues do not suffice.</summary>
    public DateEstimate? DateEstimate { get; init; }

    public NamedRef? Outlet { get; init; }

    public FactKind OutletKind { get; init; }

    /// <summary>ISO 639-1 code, or null.</summary>
    public string? Language { get; init; }

    public FactKind LanguageKind { get; init; }

    /// <summary>Words of the body.</summary>
    public int Words { get; init; }

    /// <summary>Wire agency whose copy it is, apart from the outlet that printed it; null where none is credited.</summary>
    public string? Agency { get; init; }

    /// <summary>HTML-escaped text with <c>&lt;mark&gt;</c> around matches; the beginning of the text when browsing.</summary>
    public required string SnippetHtml { get; init; }

    /// <summary>People of the article, most mentioned first.</summary>
    public required IReadOnlyList<NamedRef> People { get; init; }

    /// <summary>Other articles of the same story among the results.</summary>
    public int Copies { get; init; }

    /// <summary>The best of these, in the order of the results.</summary>
    public IReadOnlyList<SearchCopy> Others { get; init; } = [];
}

/// <summary>Another article of a hit's story.</summary>
public sealed record SearchCopy(long Id, string Slug, string Title, ArticleDate? Date, FactKind DateKind, NamedRef? Outlet);

/// <summary>A value of a facet and how many results have it.</summary>
public sealed record FacetValue(int Id, string Name, string Slug, int Count);

/// <param name="Month">"2026-01".</param>
public sealed record MonthCount(string Month, int Count)
{
    /// <summary>The month as a value of the facet: its id is its number, its slug how addresses have it.</summary>
    public FacetValue Value => SearchMonths.Read(Month) is { } month ? new(month.Id, month.Name, month.Slug, Count) : throw new InvalidOperationException($"“{Month}” is not a month.");
}

/// <summary>Counts over all results, not only the page's. Where copies are grouped, a story counts once for each value that any of its matching copies has.</summary>
public sealed record SearchFacets
{
    public static SearchFacets Empty { get; } = new() { People = [], Speakers = [], Outlets = [], Agencies = [], Tags = [], Languages = [], Months = [], Undated = 0 };

    public required IReadOnlyList<FacetValue> People { get; init; }

    /// <summary>People who say something in the results.</summary>
    public required IReadOnlyList<FacetValue> Speakers { get; init; }

    /// <summary>Counted as if no outlet were chosen, so that another can be added.</summary>
    public required IReadOnlyList<FacetValue> Outlets { get; init; }

    /// <summary>Counted as if no agency were chosen. The ids are good for these results only.</summary>
    public required IReadOnlyList<FacetValue> Agencies { get; init; }

    public required IReadOnlyList<FacetValue> Tags { get; init; }

    /// <summary>Id is the number of the language, slug its code. Counted as if none were chosen.</summary>
    public required IReadOnlyList<FacetValue> Languages { get; init; }

    /// <summary>Months with at least one result, in order. Counted as if no month were chosen.</summary>
    public required IReadOnlyList<MonthCount> Months { get; init; }

    /// <summary>Results without a date.</summary>
    public required int Undated { get; init; }
}

/// <summary>One page of results with the counts over all of them.</summary>
public sealed record SearchResults
{
    public required QueryReading Query { get; init; }

    /// <summary>Whether the search cost more than it may: results and counts are of what was gone through, as a note of the query says.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Stories, or articles where copies are not grouped.</summary>
    public required int Total { get; init; }

    /// <summary>Articles, each copy counted.</summary>
    public required int TotalCopies { get; init; }

    public required int Page { get; init; }

    public required int Size { get; init; }

    public required IReadOnlyList<SearchHit> Hits { get; init; }

    public required SearchFacets Facets { get; init; }

    public required Timeline Timeline { get; init; }

    /// <summary>The filters of the request by name, in order; a value that names nobody has id 0 and its own words as name.</summary>
    public required ResolvedFilters Filters { get; init; }
}

/// <summary>A filter of the request resolved to what it names.</summary>
public sealed record ResolvedFilter(FilterValue Value, NamedRef Target)
{
    public bool IsKnown => Target.Id != 0;
}

public sealed record ResolvedFilters(
    IReadOnlyList<ResolvedFilter> People,
    IReadOnlyList<ResolvedFilter> Speakers,
    IReadOnlyList<ResolvedFilter> Outlets,
    IReadOnlyList<ResolvedFilter> Agencies,
    IReadOnlyList<ResolvedFilter> Tags,
    IReadOnlyList<ResolvedFilter> Languages,
    IReadOnlyList<ResolvedFilter> Months)
{
    public static ResolvedFilters None { get; } = new([], [], [], [], [], [], []);
}
