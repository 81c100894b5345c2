using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>What to ingest.</summary>
public sealed record RunOrder(
    [property: Description("new (default), failed or everything.")] string? Select,
    [property: Description("Folders and files on the server, absolute or below a configured folder; none for the configured corpus.")] IReadOnlyList<string>? Paths,
    [property: Description("True for a preview, which changes no article.")] bool? DryRun);

/// <summary>What an admin asks of runs: to start, pause, resume, cancel, and to apply a preview.</summary>
internal static class RunOrdersApi
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/", StartAsync)
            .RequireAuthorization(Access.Admin)
            .WithName("StartRun")
            .WithSummary("Queue a run")
            .WithDescription("Runs begin one after another. The header X-CSRF-TOKEN takes the value that GET /api/session gives.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        Order(group, "pause", "Stop reading and hold the place", (queue, id, by, token) => queue.PauseAsync(id, by, token));
        Order(group, "resume", "Go on with a paused, cancelled or failed run", (queue, id, by, token) => queue.ResumeAsync(id, by, token));
        Order(group, "cancel", "End a run where it is; what it stored stays", (queue, id, by, token) => queue.CancelAsync(id, by, token));
        Order(group, "apply", "Queue for real what a preview has shown", (queue, id, by, token) => queue.ApplyAsync(id, by, token));
    }

    private static void Order(RouteGroupBuilder group, string name, string summary, Func<RunQueue, long, string, CancellationToken, Task<RunAnswer>> ask) =>
        group.MapPost("/{id:long}/" + name, async Task<Results<Accepted<RunResponse>, ProblemHttpResult>> (
                [Description("Id of the run.")] long id, RunQueue queue, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await ask(queue, id, user.Identity!.Name!, cancellationToken) switch
            {
                { Run: null } => ApiProblems.NotFound("run", id),
                { Problem: { } problem } => TypedResults.Problem(problem, statusCode: StatusCodes.Status409Conflict, title: "The run is not in a state for that"),
                { Run: { } run } => Accepted(run),
            })
            .RequireAuthorization(Access.Admin)
            .WithName(char.ToUpperInvariant(name[0]) + name[1..] + "Run")
            .WithSummary(summary)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<RunResponse>, ProblemHttpResult>> StartAsync(RunOrder? order, RunPaths read, RunQueue queue, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        order ??= new RunOrder(null, null, null);
        var problems = new List<ParameterProblem>();
        var select = order.Select is null ? RunSelection.New : Words.SelectionOf(order.Select);
        if (select is null)
            problems.Add(new ParameterProblem("select", order.Select!, $"“{order.Select}” cannot be selected. There are {Words.List(Words.Selections)}."));
        var (paths, wrong) = await read.ReadAsync(order.Paths ?? [], cancellationToken);
        problems.AddRange(wrong.Select(p => new ParameterProblem("paths", string.Join(", ", order.Paths!), p)));
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        return Accepted(await queue.EnqueueAsync(
            new IngestionRequest { Select = select!.Value, Paths = paths, DryRun = order.DryRun ?? false, StartedBy = user.Identity!.Name! }, "run.start", cancellationToken));
    }

    private static Accepted<RunResponse> Accepted(Run run) => TypedResults.Accepted($"/api/runs/{run.Id}", RunResponse.Of(run));
}
