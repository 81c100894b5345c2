using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Api;

/// <param name="Status">"ok".</param>
public sealed record HealthResponse(string Status);

internal static class HealthApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz", Verbs.Read, () => TypedResults.Ok(new HealthResponse("ok")))
            .WithTags("Health").WithName("Alive").WithSummary("The process is alive")
            .AllowAnonymous();
        app.MapMethods("/readyz", Verbs.Read, ReadyAsync)
            .WithTags("Health").WithName("Ready").WithSummary("Database and index answer")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AllowAnonymous();
    }

    private static async Task<Results<Ok<HealthResponse>, ProblemHttpResult>> ReadyAsync(IDbContextFactory<CorpusDbContext> contexts, CorpusIndex index, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Info.AnyAsync(cancellationToken);
        }
        catch (SqliteException)
        {
            return TypedResults.Problem("The database cannot be read. The server’s log says more.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready");
        }
        if (index.Revision is null)
            return TypedResults.Problem("The search index is not built yet.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready");
        return TypedResults.Ok(new HealthResponse("ok"));
    }
}
