using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Counting;

/// <summary>
/// Counts what is new to many searches at once. Only articles of later revisions are looked at (<see cref="ChangedQuery"/>), so that the cost grows with what has changed, not with what the searches find.
/// All counts together have a fixed time. Sees the index as of its last commit, all searches the same one. Safe for threads.
/// </summary>
public sealed class FreshSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Time for all counts; fifty usually take some milliseconds.</summary>
    internal TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(2);

    public async Task<FreshCounts> CountAsync(IReadOnlyList<FollowedSearch> searches, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var filters = new ResolvedFilters[searches.Count];
        for (var i = 0; i < filters.Length; i++)
            filters[i] = await FilterResolver.ResolveAsync(context, searches[i].Request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return new FreshCounts([.. searches.Select(_ => new FreshCount(0, 0))], filters, 0, 0);
        var snapshot = lease.Value.Snapshot;
        filters = Array.ConvertAll(filters, f => FilterResolver.WithAgencies(f, snapshot.Agencies));
        var counts = new FreshCount?[searches.Count];
        var start = Environment.TickCount64;
        try
        {
            for (var i = 0; i < counts.Length; i++)
            {
                ct.ThrowIfCancellationRequested();
                counts[i] = Count(snapshot, searches[i], filters[i], today, MostTime - TimeSpan.FromMilliseconds(Environment.TickCount64 - start));
            }
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
        return new FreshCounts(counts, filters, snapshot.Format.Revision, snapshot.MaxArticle);
    }

    private static FreshCount? Count(IndexSnapshot snapshot, FollowedSearch search, ResolvedFilters filters, DateOnly today, TimeSpan left)
    {
        if (search.Revision >= snapshot.Format.Revision)
            return new FreshCount(0, 0);
        var parsed = QueryParser.Parse(search.Request.Query, today);
        if (left <= TimeSpan.Zero || parsed.Reading.Problems.Count > 0)
            return null;
        var request = search.Request with { Since = search.Revision };
        var budget = new SearchBudget(left);
        var query = parsed.Root is null ? new MatchAllDocsQuery() : new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include, budget).Build(parsed.Root);
        var (added, changed) = (0, 0);
        // By story, whether it has an article that was added.
        var stories = new Dictionary<int, bool>();
        var isComplete = new MatchWalk(snapshot, ArticleFilters.ByColumn(request, filters), isGrouped: false, budget).Visit(ArticleFilters.Apply(query, request, filters), (columns, doc, _) =>
        {
            var isAdded = columns.Ids[doc] > search.Article;
            if (request.Copies == CopiesMode.Group && columns.Stories[doc] is not 0 and var story)
                stories[story] = isAdded || stories.GetValueOrDefault(story);
            else if (isAdded)
                added++;
            else
                changed++;
            return true;
        });
        return isComplete ? new FreshCount(added + stories.Values.Count(isAdded => isAdded), changed + stories.Values.Count(isAdded => !isAdded)) : null;
    }
}
