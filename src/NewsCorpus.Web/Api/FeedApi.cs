using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NewsCorpus.Export.Feeds;
using NewsCorpus.Search;
using NewsCorpus.Search.Index;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>What is new to a search, as Atom.</summary>
internal static class FeedApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/feed.atom", Verbs.Read, FeedAsync)
        .WithTags("Articles")
        .WithName("FollowArticles")
        .WithSummary("The articles of a search that came into the corpus last, as Atom")
        .WithDescription("The same search as the page at `/`; `sort`, `page` and `size` do not matter. `ETag` changes with the corpus. A parameter or query that cannot be read answers 400.")
        .Produces(StatusCodes.Status200OK, contentType: "application/atom+xml")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> FeedAsync(
        [AsParameters] ArticlesParameters parameters, HttpContext context, AtomFeed feed, CorpusIndex index, TimeProvider time, CancellationToken cancellationToken)
    {
        _ = parameters;
        var (request, problems) = SearchUrl.Read(context.Request.Query);
        return problems.Count > 0 ? ApiProblems.Parameters(problems) : await OfAsync(request, null, context, feed, index, time, cancellationToken);
    }

    /// <param name="saved">The saved search whose feed it is; null for one that is known by its search alone.</param>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> OfAsync(
        SearchRequest request, SavedSearch? saved, HttpContext context, AtomFeed feed, CorpusIndex index, TimeProvider time, CancellationToken cancellationToken)
    {
        // "The last 30 days" are others tomorrow. Taken before the search: what is newer than its tag is only fetched again.
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"r{index.Revision}-{time.GetLocalNow():yyyyMMdd}\"");
        var found = await feed.FindAsync(request, cancellationToken);
        if (found.Query.Problems.Count > 0)
            return ApiProblems.Query(found.Query);
        var origin = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var addresses = new FeedAddresses(saved is null ? SearchUrl.Whole(request) : KeepUrl.Feed(saved), new Uri(origin, saved is null ? SearchUrl.Feed(request) : KeepUrl.Feed(saved)), new Uri(origin, SearchUrl.Whole(request)), article => new Uri(origin, Addresses.Of(article)));
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(
            body => HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : feed.WriteAsync(found, request.Copies, saved is null ? Title(request, found.Filters) : "NewsCorpus: " + saved.Name, addresses, body, cancellationToken),
            AtomFeed.MediaType,
            entityTag: EntityTagHeaderValue.Parse(tag));
    }

    /// <summary>"NewsCorpus: ferry, Outlet: The Harbour Post"</summary>
    private static string Title(SearchRequest request, ResolvedFilters filters)
    {
        var parts = ActiveFilter.Of(request, filters).Select(f => $"{f.Label}: {f.Value}").ToList();
        if (request.HasQuery)
            parts.Insert(0, request.Query!);
        return "NewsCorpus: " + (parts.Count == 0 ? "all articles" : string.Join(", ", parts));
    }
}
