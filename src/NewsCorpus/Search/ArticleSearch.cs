using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Queries;
using NewsCorpus.Search.Snippets;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>
/// Search and browse. Sees the index as of its last commit; names, dates and words of a hit come from the database. Safe for threads.
/// <para>An article whose date is only a month or a year lies in a date range only if all of that month or year does. An undated article lies in none; <see cref="SearchFacets.Undated"/>
/// counts those that meet everything but the date filters, so that they can be offered.</para>
/// <para>Where copies are grouped, those articles are grouped that match, with all filters: a story is among the results where any of its copies is, and shows the one of them that ranks first in the
/// order asked for. So the order never lies (the newest story is that of the newest match), and a filter never shows an article that does not pass it, as one fixed copy for each story would.</para>
/// </summary>
public sealed class ArticleSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    public Task<SearchResults> SearchAsync(SearchRequest request, CancellationToken ct) => SearchAsync(request, FacetSizes.Default, ct);

    /// <summary>One page of results with all counts. Any text is a query; what could not be read is among <see cref="QueryReading.Problems"/>.</summary>
    public async Task<SearchResults> SearchAsync(SearchRequest request, FacetSizes sizes, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var page = Math.Max(1, request.Page);
        var size = Math.Clamp(request.Size, 1, SearchRequest.MaxSize);
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return Empty(parsed.Reading, filters, page, size);
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        var (counts, best, stories, problems) = Run(snapshot, parsed, request, filters, page, size, ct);
        var shown = best.Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Select(h => new FoundHit(h.Id, [.. stories.Others(h).Select(o => o.Id)])).ToList();
        return new SearchResults
        {
            Query = parsed.Reading with { Problems = [.. parsed.Reading.Problems, .. problems] },
            Total = counts.Total,
            TotalCopies = counts.Articles,
            Page = page,
            Size = size,
            Hits = await HitReader.ReadAsync(context, shown, new SnippetCutter(new MatchFinder(parsed.Root)), ct),
            Facets = await FacetReader.ReadAsync(context, counts, snapshot.Agencies, filters, sizes, ct),
            Filters = filters,
        };
    }

    /// <summary>Live articles that name each person, by the person's id, as the index has them: shorter than the largest id where those after it are in no article. The same array as long as the index is.</summary>
    /// <exception cref="EnvironmentProblemException">The index cannot be read.</exception>
    public int[] CountPeople()
    {
        using var lease = index.Acquire();
        return lease is null ? [] : lease.Value.Snapshot.ArticlesByPerson;
    }

    /// <summary>All results, whatever the request's page and size. Takes memory for their numbers, not for what they hold.</summary>
    public async Task<SearchMatches> FindAllAsync(SearchRequest request, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        await using var context = await contexts.CreateDbContextAsync(ct);
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return new SearchMatches { Query = parsed.Reading, Filters = filters, Matches = [], TotalCopies = 0, Revision = 0, CorpusId = Guid.Empty };
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        var (counts, best, stories, problems) = Run(snapshot, parsed, request, filters, page: 1, snapshot.Reader.MaxDoc, ct);
        return new SearchMatches
        {
            Query = parsed.Reading with { Problems = [.. parsed.Reading.Problems, .. problems] },
            Filters = filters,
            Matches = [.. best.Select(h => new Match(h.Id, stories.OtherCount(h), h.Story))],
            TotalCopies = counts.Articles,
            Revision = snapshot.Format.Revision,
            CorpusId = snapshot.Format.CorpusId,
        };
    }

    private (HitCounts Counts, IReadOnlyList<RankedHit> Best, StoryHits Stories, IReadOnlyList<QueryProblem> Problems) Run(
        IndexSnapshot snapshot, ParsedQuery parsed, SearchRequest request, ResolvedFilters filters, int page, int size, CancellationToken ct)
    {
        try
        {
            var builder = new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include);
            var query = ArticleFilters.Apply(parsed.Root is null ? new MatchAllDocsQuery() : builder.Build(parsed.Root), filters);
            var kept = (int)Math.Min((long)page * size, snapshot.Reader.MaxDoc);
            var (counts, best, stories) = new HitPass(snapshot, query, ArticleFilters.ByColumn(request, filters), SortOf(request, parsed), request.Copies == CopiesMode.Group, kept).Run(ct);
            return (counts, best, stories, builder.Problems);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw Damaged(index, failure);
        }
    }

    /// <summary>What Lucene throws where a file is not what it was written as.</summary>
    internal static bool IsDamage(Exception failure) => failure is IOException or IndexOutOfRangeException or ArgumentException or NullReferenceException;

    /// <summary>What to throw then. The next catch-up looks, and rebuilds the index if so.</summary>
    internal static EnvironmentProblemException Damaged(CorpusIndex index, Exception failure)
    {
        index.Suspect(failure);
        return new EnvironmentProblemException("The search index could not be read. It is being checked, and made anew from the database if it is damaged: try again in a moment.", failure);
    }

    /// <summary>A query of which nothing could be read browses.</summary>
    private static SortOrder SortOf(SearchRequest request, ParsedQuery parsed) =>
        request.Sort == SortOrder.Auto && parsed.Root is null ? SortOrder.Newest : request.EffectiveSort;

    private static SearchResults Empty(QueryReading reading, ResolvedFilters filters, int page, int size) => new()
    {
        Query = reading,
        Total = 0,
        TotalCopies = 0,
        Page = page,
        Size = size,
        Hits = [],
        Facets = SearchFacets.Empty,
        Filters = filters,
    };
}
