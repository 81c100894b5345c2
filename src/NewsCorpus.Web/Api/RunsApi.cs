using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Api;

internal static class RunsApi
{
    /// <summary>A corpus whose folder is watched makes a run at every change; the newest are the ones of interest.</summary>
    private const int MostRuns = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/runs").WithTags("Runs");
        group.MapMethods("/", Verbs.Read, ListAsync).WithName("ListRuns").WithSummary("Runs of ingestion, newest first, at most 200");
        group.MapMethods("/{id:long}", Verbs.Read, FindAsync)
            .WithName("GetRun")
            .WithSummary("One run with what became of each file")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<RunsResponse>> ListAsync(IDbContextFactory<CorpusDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = await db.Runs.AsNoTracking().OrderByDescending(r => r.Id).Take(MostRuns).ToListAsync(cancellationToken);
        return TypedResults.Ok(new RunsResponse([.. runs.Select(RunResponse.Of)]));
    }

    private static async Task<Results<Ok<RunDetailResponse>, ProblemHttpResult>> FindAsync(
        [Description("Id of the run.")] long id, IDbContextFactory<CorpusDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } run)
            return ApiProblems.NotFound("run", id);
        var outcomes = await db.RunOutcomes.AsNoTracking().Where(o => o.RunId == id).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(RunDetailResponse.Of(run, outcomes));
    }
}
