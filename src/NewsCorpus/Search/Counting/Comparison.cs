namespace NewsCorpus.Search.Counting;

/// <summary>What is to be compared.</summary>
public sealed record ComparisonRequest
{
    public const int MostQueries = 6;

    /// <summary>Up to <see cref="MostQueries"/>, none blank.</summary>
    public required IReadOnlyList<string> Queries { get; init; }

    /// <summary>Filters and switches that hold for all of them; its own query does not count.</summary>
    public required SearchRequest Filters { get; init; }

    public PeriodLength Length { get; init; }

    /// <summary>Which of the queries the grid of outlets and weeks is about, from 0.</summary>
    public int Grid { get; init; }
}

/// <summary>One query over time.</summary>
/// <param name="Reading">How it was read.</param>
/// <param name="Total">Stories, or articles where copies are not grouped, dated or not.</param>
/// <param name="TotalCopies">Articles, each copy counted.</param>
/// <param name="Undated">Of the total, those without a date: they are in no period.</param>
/// <param name="Vague">Of the total, those whose date (a month, a year) may mean several of the periods: they are in none.</param>
/// <param name="Counts">One for each period.</param>
public sealed record ComparedQuery(QueryReading Reading, int Total, int TotalCopies, int Undated, int Vague, IReadOnlyList<int> Counts);

/// <summary>One outlet in one week.</summary>
/// <param name="Matches">Articles, or stories, that the query matches.</param>
/// <param name="All">All that the corpus has of the outlet's week: 0 says that nothing was ingested, which is not the same as nothing written.</param>
public readonly record struct GridCell(int Matches, int All);

/// <param name="Outlet">Null for articles whose outlet is not known.</param>
public sealed record GridRow(NamedRef? Outlet, IReadOnlyList<GridCell> Cells);

/// <summary>Outlets by week for one of the queries.</summary>
/// <param name="Weeks">At most the last <see cref="MostWeeks"/> of the span.</param>
/// <param name="Rows">The outlets with most articles in these weeks, the largest first.</param>
/// <param name="Outlets">How many outlets have any.</param>
public sealed record CoverageGrid(int Query, IReadOnlyList<Period> Weeks, IReadOnlyList<GridRow> Rows, int Outlets)
{
    public const int MostWeeks = 53;
    public const int MostRows = 40;
}

/// <summary>Queries over time, beside all articles of the same outlets, agencies and languages.</summary>
public sealed record Comparison
{
    public required ResolvedFilters Filters { get; init; }

    /// <summary>The length that was taken, never <see cref="PeriodLength.Auto"/>.</summary>
    public required PeriodLength Length { get; init; }

    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>All articles of each period, whatever they say and whomever they name: what shares are of.</summary>
    public required IReadOnlyList<int> All { get; init; }

    public required IReadOnlyList<ComparedQuery> Queries { get; init; }

    /// <summary>Null where no article has a date.</summary>
    public required CoverageGrid? Grid { get; init; }
}
