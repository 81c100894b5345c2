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
    /// <summary>Places around the expected one in which an article is looked for first: a few others have come since.</summary>
    private const int NearPlaces = 50;

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
        var (skip, kept) = (Math.Min((page - 1L) * size, snapshot.Reader.MaxDoc), Math.Min((long)page * size, snapshot.Reader.MaxDoc));
        var (counts, best, stories, notes) = Run(snapshot, parsed, request, filters, ((int)skip, (int)kept), SearchBudget.OfPage(), ct);
        var shown = best.Select(h => new FoundHit(h.Id, [.. stories.Others(h).Select(o => o.Id)])).ToList();
        var results = new SearchResults
        {
            Query = parsed.Reading with { Notes = [.. parsed.Reading.Notes, .. notes] },
            Total = counts.Total,
            TotalCopies = counts.Articles,
            Page = page,
            Size = size,
            Hits = await HitReader.ReadAsync(context, shown, new SnippetCutter(new MatchFinder(parsed.Root)), ct),
            Facets = await FacetReader.ReadAsync(context, counts, snapshot.Agencies, filters, sizes, ct),
            Timeline = snapshot.Slots.Read(counts.Times),
            Filters = filters,
            IsCutShort = notes.Count > 0,
        };
        snapshot.Return(counts);
        snapshot.Return(stories);
        return results;
    }

    /// <summary>Live articles that name each person, by the person's id, as the index has them: shorter than the largest id where those after it are in no article. The same array as long as the index is.</summary>
    /// <exception cref="EnvironmentProblemException">The index cannot be read.</exception>
    public int[] CountPeople()
    {
        using var lease = index.Acquire();
        return lease is null ? [] : lease.Value.Snapshot.ArticlesByPerson;
    }

    /// <summary>Live articles of each outlet, by the outlet's id, as the index has them; slot 0 counts those that name none.</summary>
    /// <exception cref="EnvironmentProblemException">The index cannot be read.</exception>
    public int[] CountOutlets(CancellationToken ct)
    {
        using var lease = index.Acquire();
        if (lease is null)
            return [0];
        var snapshot = lease.Value.Snapshot;
        var (counts, _, stories, _) = Run(snapshot, QueryParser.Parse(null, default), new SearchRequest { Copies = CopiesMode.All }, ResolvedFilters.None, (0, 0), SearchBudget.Unlimited(), ct);
        snapshot.Return(stories);
        int[] outlets = [.. counts.Outlets];
        snapshot.Return(counts);
        return outlets;
    }

    /// <summary>One page of all values of a facet, with the filters that are in force.</summary>
    /// <param name="filter">Words that must be in a value's name, or null.</param>
    public async Task<(FacetPage Page, ResolvedFilters Filters)> FindValuesAsync(SearchRequest request, Facet facet, string? filter, int page, int size, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return (new FacetPage(facet, [], 0, page, size), filters);
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        var (counts, _, stories, _) = Run(snapshot, parsed, request, filters, (0, 0), SearchBudget.OfPage(), ct);
        snapshot.Return(stories);
        var values = await FacetReader.ReadPageAsync(context, counts, snapshot.Agencies, facet, filter, page, size, ct);
        snapshot.Return(counts);
        return (values, filters);
    }

    /// <summary>The results before and after an article; null where it is not among them. Of grouped copies any is found in the place of its story.</summary>
    /// <param name="expected">The place at which it was last seen: only where it is not near it all results are put in order.</param>
    public async Task<ResultNeighbours?> FindNeighboursAsync(SearchRequest request, long id, int? expected, CancellationToken ct)
    {
        var parsed = QueryParser.Parse(request.Query, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var filters = await FilterResolver.ResolveAsync(context, request, ct);
        using var lease = index.Acquire();
        if (lease is null)
            return null;
        var snapshot = lease.Value.Snapshot;
        filters = FilterResolver.WithAgencies(filters, snapshot.Agencies);
        var near = expected is { } place ? ((int)Math.Clamp(place - 1L - NearPlaces, 0, snapshot.Reader.MaxDoc), (int)Math.Min((long)place + NearPlaces, snapshot.Reader.MaxDoc)) : (0, snapshot.Reader.MaxDoc);
        foreach (var (skip, kept) in new[] { near, (0, snapshot.Reader.MaxDoc) }.Distinct())
        {
            var (counts, best, stories, _) = Run(snapshot, parsed, request, filters, (skip, kept), SearchBudget.OfPage(), ct);
            var at = Array.FindIndex([.. best], h => h.Id == id || request.Copies == CopiesMode.Group && stories.Others(h).Any(o => o.Id == id));
            // Beside the edge of what was put in order a neighbour may be missing.
            if (at < 0 || at == 0 && skip > 0 || at == best.Count - 1 && skip + best.Count < counts.Total)
                continue;
            var ids = new[] { at > 0 ? best[at - 1].Id : 0, at + 1 < best.Count ? best[at + 1].Id : 0 };
            var found = await context.Articles.Where(a => ids.Contains(a.Id)).Select(a => new NeighbourHit(a.Id, a.Slug, a.Title)).ToListAsync(ct);
            return new ResultNeighbours(skip + at + 1, counts.Total, found.Find(f => f.Id == ids[0]), found.Find(f => f.Id == ids[1]));
        }
        return null;
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
        var (counts, best, stories, cuts) = Run(snapshot, parsed, request, filters, (0, snapshot.Reader.MaxDoc), SearchBudget.Unlimited(), ct);
        return new SearchMatches
        {
            Query = parsed.Reading with { Problems = [.. parsed.Reading.Problems, .. cuts] },
            Filters = filters,
            Matches = [.. best.Select(h => new Match(h.Id, stories.OtherCount(h), h.Story))],
            TotalCopies = counts.Articles,
            Revision = snapshot.Format.Revision,
            CorpusId = snapshot.Format.CorpusId,
        };
    }

    private (HitCounts Counts, IReadOnlyList<RankedHit> Best, StoryHits Stories, IReadOnlyList<QueryProblem> Cuts) Run(
        IndexSnapshot snapshot, ParsedQuery parsed, SearchRequest request, ResolvedFilters filters, (int Skip, int Kept) wanted, SearchBudget budget, CancellationToken ct)
    {
        try
        {
            var builder = new LuceneQueryBuilder(snapshot.Reader, request.Estimates == EstimatesMode.Include, budget);
            var query = ArticleFilters.Apply(parsed.Root is null ? new MatchAllDocsQuery() : builder.Build(parsed.Root), request, filters);
            var (counts, best, stories) = new HitPass(snapshot, query, ArticleFilters.ByColumn(request, filters), SortOf(request, parsed), request.Copies == CopiesMode.Group, wanted.Kept, budget).Run(wanted.Skip, ct);
            return (counts, best, stories, budget.WasCut ? [.. builder.Cuts, OutOfTime(parsed, budget)] : builder.Cuts);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw Damaged(index, failure);
        }
    }

    internal static QueryProblem OutOfTime(ParsedQuery parsed, SearchBudget budget) =>
        new($"This search was cut short after {budget.Seconds:0} seconds: results and counts are of the part of the corpus that was gone through.", 0, parsed.Reading.Typed.Length);

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
        Timeline = Timeline.Empty,
        Filters = filters,
    };
}
