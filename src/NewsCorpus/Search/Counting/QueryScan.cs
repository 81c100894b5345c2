using Lucene.Net.Search;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Counting;

/// <summary>Goes over the matches of queries as <see cref="ArticleSearch"/> would find them, under one set of filters.</summary>
internal sealed class QueryScan(CorpusIndex index, IndexSnapshot snapshot, SearchRequest request, ResolvedFilters filters, DateOnly today)
{
    private readonly HitFilter _columns = ArticleFilters.ByColumn(request, filters);

    /// <summary>True to have the hits say how well they match.</summary>
    public bool WithScores { get; init; }

    public bool IsGrouped => request.Copies == CopiesMode.Group;

    /// <summary>What a search is a share of: all articles of the same outlets, agencies, languages and dates. People, tags and what has changed belong to what is looked for.</summary>
    public static QueryScan Population(CorpusIndex index, IndexSnapshot snapshot, SearchRequest request, ResolvedFilters filters, DateOnly today) =>
        new(index, snapshot, request with { Since = null }, filters with { People = [], Speakers = [], Tags = [] }, today);

    /// <summary>All articles that pass the filters.</summary>
    public void Run(Action<DatedHit> found, CancellationToken ct) => Run(new MatchAllDocsQuery(), SearchBudget.Unlimited(), found, ct);

    /// <summary>What the request's own query finds, or all articles where it has none.</summary>
    public QueryReading RunOwn(Action<DatedHit> found, CancellationToken ct)
    {
        if (request.HasQuery)
            return Run(request.Query!, found, ct);
        Run(found, ct);
        return new QueryReading("", "", []);
    }

    /// <summary>What a query finds. One of which nothing could be read finds nothing, as the reading's problems say.</summary>
    public QueryReading Run(string query, Action<DatedHit> found, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(query, today);
        if (parsed.Root is null)
            return parsed.Reading;
        var budget = SearchBudget.OfPage();
        var builder = new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include, budget);
        Run(builder.Build(parsed.Root), budget, found, ct);
        return parsed.Reading with { Notes = [.. parsed.Reading.Notes, .. builder.Cuts, .. budget.WasCut ? [ArticleSearch.OutOfTime(parsed, budget)] : Array.Empty<QueryProblem>()] };
    }

    private void Run(Query query, SearchBudget budget, Action<DatedHit> found, CancellationToken ct)
    {
        try
        {
            new MatchWalk(snapshot, _columns, isGrouped: false, budget).Visit(ArticleFilters.Apply(query, request, filters), (columns, doc, scorer) =>
            {
                ct.ThrowIfCancellationRequested();
                var dates = _columns.WithEstimates ? columns.Estimated : columns.Dates;
                var minute = dates.Minutes[doc];
                found(new DatedHit(minute < 0 ? -1 : minute / SegmentColumns.MinutesADay, dates.LastDayOf(doc), columns.Rows.Of(doc).Outlet, columns.Stories[doc],
                    columns.Ids[doc], columns.Dates.Minutes[doc] < 0 && minute >= 0, WithScores ? scorer.GetScore() : 0));
                return true;
            });
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
    }
}
