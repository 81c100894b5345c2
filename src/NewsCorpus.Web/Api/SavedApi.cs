using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Export.Feeds;
using NewsCorpus.Search.Counting;
using NewsCorpus.Search.Index;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>A search to be saved.</summary>
public sealed record SavedOrder(
    string? Name, string? Note,
    [property: Description("Its parameters, as in the address of the results: “?q=ferry&amp;outlet=the-quay-post”.")] string? Search);

/// <summary>Another name and note.</summary>
public sealed record SavedChange(string? Name, string? Note);

/// <summary>Up to where somebody has seen what a search finds; both as <c>GET /api/saved</c> gives them, or neither for the present.</summary>
public sealed record SeenOrder(long? Revision, long? Article);

public sealed record FreshResponse(
    [property: Description("Stories (articles, where copies are all counted) with an article that came into the corpus since.")] int Added,
    [property: Description("Others with an article that was changed since.")] int Changed,
    [property: Description("Address of these results.")] string Url);

public sealed record SavedResponse(
    long Id, string Name, string? Note,
    [property: Description("Address of the search.")] string Search,
    [property: Description("Address of its feed, which stays the same.")] string Feed,
    DateTimeOffset SavedAt, DateTimeOffset SeenAt, long SeenRevision,
    [property: Description("Null where it was not counted in the time that there is, or its query cannot be read any more.")] FreshResponse? Fresh);

/// <param name="Revision">The revision of the corpus that was looked at.</param>
public sealed record SavedSearchesResponse(
    [property: Description("The revision of the corpus that the counts are of; with article, what to post as seen.")] long Revision,
    [property: Description("The largest id of an article then.")] long Article,
    IReadOnlyList<SavedResponse> Searches);

/// <summary>The searches that somebody keeps: as JSON, by their own addresses and as feeds.</summary>
internal static class SavedApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/saved/{id:long}", Verbs.Read, async Task<Results<RedirectHttpResult, NotFound>> (long id, HttpContext context, SavedSearches saved, Keepers keepers, CancellationToken cancellationToken) =>
                await saved.FindAsync(keepers.Of(context)!.Id, id, cancellationToken) is { } search ? TypedResults.LocalRedirect(search.Address) : TypedResults.NotFound())
            .RequireAuthorization(Access.Keeper)
            .ExcludeFromDescription();
        app.MapMethods("/saved/{key:guid}/feed.atom", Verbs.Read, FeedAsync)
            .WithTags("Saved searches")
            .WithName("FollowSavedSearch")
            .WithSummary("What came last into the results of a saved search, as Atom")
            .Produces(StatusCodes.Status200OK, contentType: "application/atom+xml")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static void MapApi(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/saved").WithTags("Saved searches").RequireAuthorization(Access.Keeper);
        group.MapMethods("/", Verbs.Read, ListAsync).WithName("ListSavedSearches").WithSummary("Your saved searches, with what is new to each since you last looked");
        group.MapPost("/", AddAsync)
            .WithName("SaveSearch")
            .WithSummary("Save a search")
            .WithDescription("The header X-CSRF-TOKEN takes the value that GET /api/session gives.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPatch("/{id:long}", async (long id, SavedChange change, HttpContext context, SavedSearches saved, Keepers keepers, CancellationToken cancellationToken) =>
                Answer(await saved.ChangeAsync(keepers.Of(context)!.Id, id, change.Name, change.Note, cancellationToken), id))
            .WithName("RenameSavedSearch").WithSummary("Another name and note").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapDelete("/{id:long}", async (long id, HttpContext context, SavedSearches saved, Keepers keepers, CancellationToken cancellationToken) =>
                Answer(await saved.RemoveAsync(keepers.Of(context)!.Id, id, cancellationToken), id))
            .WithName("RemoveSavedSearch").WithSummary("Remove a saved search; the page /saved can bring it back for 30 days").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{id:long}/seen", SeeAsync).WithName("SeeSavedSearch").WithSummary("Mark a saved search as looked at").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<SavedSearchesResponse>> ListAsync(HttpContext context, SavedSearches saved, FreshSearch fresh, Keepers keepers, CancellationToken cancellationToken)
    {
        var (views, revision, article) = await SavedView.OfAsync(await saved.ListAsync(keepers.Of(context)!.Id, removed: false, cancellationToken), fresh, cancellationToken);
        return TypedResults.Ok(new SavedSearchesResponse(revision, article, [.. views.Select(v => Response(v.Saved) with
        {
            Fresh = v.Fresh is { } count ? new FreshResponse(count.Added, count.Changed, KeepUrl.Fresh(v.Request, v.Saved.SeenRevision)) : null,
        })]));
    }

    private static async Task<Results<Created<SavedResponse>, ProblemHttpResult>> AddAsync(SavedOrder order, HttpContext context, SavedSearches saved, FreshSearch fresh, Keepers keepers, CancellationToken cancellationToken)
    {
        var (request, problems) = SearchUrl.ReadAddress(order.Search ?? "");
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var now = await fresh.CountAsync([], cancellationToken);
        var kept = await saved.AddAsync(keepers.Of(context)!.Id, order.Name, order.Note, SearchUrl.Whole(KeepUrl.Kept(request)), now.Revision, now.Article, cancellationToken);
        return kept.Value is { } added ? TypedResults.Created(KeepUrl.Of(added), Response(added)) : Problem(kept.Problem!);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SeeAsync(long id, SeenOrder? order, HttpContext context, SavedSearches saved, FreshSearch fresh, Keepers keepers, CancellationToken cancellationToken)
    {
        var now = await fresh.CountAsync([], cancellationToken);
        return Answer(await saved.SeeAsync(keepers.Of(context)!.Id, id, order?.Revision ?? now.Revision, order?.Article ?? now.Article, cancellationToken), id);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> FeedAsync(
        Guid key, HttpContext context, SavedSearches saved, AtomFeed feed, CorpusIndex index, TimeProvider time, CancellationToken cancellationToken) =>
        await saved.FindFeedAsync(key, cancellationToken) is { } search
            ? await FeedApi.OfAsync(SearchUrl.ReadAddress(search.Address).Request, search, context, feed, index, time, cancellationToken)
            : TypedResults.Problem("There is no saved search of this address, or it was removed.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    private static Results<NoContent, ProblemHttpResult> Answer(Kept<SavedSearch> kept, long id) =>
        kept.Value is not null ? TypedResults.NoContent() : kept.Problem is { } problem ? Problem(problem) : ApiProblems.NotFound("saved search", id);

    private static ProblemHttpResult Problem(string problem) => TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest, title: "The search was not saved");

    private static SavedResponse Response(SavedSearch saved) => new(saved.Id, saved.Name, saved.Note, saved.Address, KeepUrl.Feed(saved), saved.SavedAt, saved.SeenAt, saved.SeenRevision, null);
}
