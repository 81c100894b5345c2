using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

internal static class OutletsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/outlets").WithTags("Outlets");
        group.MapMethods("/", Verbs.Read, ListAsync).WithName("ListOutlets").WithSummary("All outlets, the most articles first");
        group.MapMethods("/{id:int}", Verbs.Read, FindAsync)
            .WithName("GetOutlet")
            .WithSummary("One outlet with its articles over time")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<OutletsResponse>> ListAsync(OutletDirectory directory, CancellationToken cancellationToken)
    {
        var outlets = await directory.ListAsync(cancellationToken);
        return TypedResults.Ok(new OutletsResponse(
            [.. outlets.Entries.Select(o => new OutletItem(o.Id, o.Name, o.Slug, Addresses.Outlet(o.Id, o.Slug), o.Domain, o.Articles))],
            outlets.Unknown));
    }

    private static async Task<Results<Ok<OutletResponse>, ProblemHttpResult>> FindAsync(
        [Description("Id of the outlet.")] int id, IDbContextFactory<CorpusDbContext> contexts, ArticleSearch search, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OutletProfile.FindAsync(db, search, id, cancellationToken) is not { } profile)
            return ApiProblems.NotFound("outlet", id);
        var (outlet, results) = (profile.Outlet, profile.Results);
        return TypedResults.Ok(new OutletResponse(
            outlet.Id,
            outlet.Name,
            outlet.Slug,
            Addresses.Outlet(outlet.Id, outlet.Slug),
            outlet.Domain,
            results.TotalCopies,
            Mapping.Facets(results.Facets.People),
            Mapping.Months(results.Facets.Months),
            results.Facets.Undated,
            [.. results.Hits.Select(Mapping.Summary)]));
    }
}
