using NewsCorpus.Articles;

namespace NewsCorpus.Search.Counting;

/// <summary>What a timeline is asked for.</summary>
/// <param name="Search">The search; its page counts rows, its order is that of the rows: the oldest first unless the newest are asked for.</param>
public sealed record TimelineRequest(SearchRequest Search, PeriodLength Length = PeriodLength.Auto)
{
    /// <summary>Rows of a page.</summary>
    public const int Rows = 40;

    /// <summary>Stories told of a period.</summary>
    public const int Stories = 3;
}

/// <summary>One story of a period, or one article that has no copies.</summary>
/// <param name="Id">Its best match in the period.</param>
/// <param name="Outlets">Outlets that carried it in the period and match.</param>
/// <param name="Copies">Other matching articles of it in the period.</param>
/// <param name="IsEstimated">True where it stands in the period by an estimate of its date.</param>
public sealed record TimelineStory(long Id, string Slug, string Title, ArticleDate? Date, NamedRef? Outlet, int Outlets, int Copies, bool IsEstimated);

/// <summary>One period, or several in a row of which nothing can be told.</summary>
/// <param name="Span">The days of all of them.</param>
/// <param name="Periods">How many there are: 1 where there are results.</param>
/// <param name="Count">Results: stories, or articles where copies are not grouped.</param>
/// <param name="All">All that the corpus has of the same outlets, agencies and languages: 0 says that nothing was ingested, which is not the same as nothing written.</param>
/// <param name="Estimated">Of the results, those that are here by an estimate of their date.</param>
/// <param name="Stories">The most widely carried, then the best matches.</param>
public sealed record TimelineRow(Period Span, int Periods, int Count, int All, int Estimated, IReadOnlyList<TimelineStory> Stories);

/// <summary>The coverage of one search over time.</summary>
/// <param name="Counts">The search, with all periods, beside all articles.</param>
/// <param name="Rows">One page of them.</param>
/// <param name="TotalRows">On all pages.</param>
public sealed record CoverageTimeline(Comparison Counts, IReadOnlyList<TimelineRow> Rows, int TotalRows)
{
    public ComparedQuery Query => Counts.Queries[0];
}
