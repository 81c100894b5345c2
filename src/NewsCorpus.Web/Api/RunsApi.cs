using System.ComponentModel;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

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
            .WithDescription("Without parameters all outcomes, in the order of the files; with any of them one page, rejected files first.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapMethods("/{id:long}/changes", Verbs.Read, ChangesAsync)
            .WithName("ListRunChanges")
            .WithSummary("What a run changed in articles, or in a preview would change; kept for the newest 20 runs")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        OutcomesDownload.Map(group);
        group.MapGet("/{id:long}/events", Follow)
            .WithName("FollowRun")
            .WithSummary("The run as it goes, as server-sent events: “progress” after each step, “end” with the last")
            .ProducesProblem(StatusCodes.Status404NotFound);
        RunOrdersApi.Map(group);
    }

    private static async Task<Ok<RunsResponse>> ListAsync(RunReport report, CancellationToken cancellationToken)
    {
        var runs = await report.RunsAsync(1, MostRuns, cancellationToken);
        return TypedResults.Ok(new RunsResponse([.. runs.Items.Select(RunResponse.Of)]));
    }

    private static async Task<Results<Ok<RunDetailResponse>, ProblemHttpResult>> FindAsync(
        [Description("Id of the run.")] long id,
        [Description("added, updated, unchanged, duplicate, skipped or rejected; none for all."), FromQuery] string? outcome,
        [Description("From 1."), FromQuery] string? page,
        [Description("Outcomes a page, 1 to 100; default 20."), FromQuery] string? size,
        HttpRequest request, RunStore runs, RunReport report, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(id, cancellationToken) is not { } run)
            return ApiProblems.NotFound("run", id);
        if (outcome is null && page is null && size is null)
            return TypedResults.Ok(RunDetailResponse.Of(run, report.OutcomesAsync(id, cancellationToken)));
        var (paging, read) = SearchUrl.Read(request.Query);
        var problems = read.Where(p => p.Parameter is SearchUrl.Page or SearchUrl.Size).ToList();
        var kind = Words.OutcomeOf(outcome);
        if (outcome is { Length: > 0 } && kind is null)
            problems.Add(new ParameterProblem("outcome", outcome, $"“{outcome}” is no outcome. There are {Words.List(Words.Outcomes)}."));
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var found = await report.OutcomesAsync(id, kind, paging.Page, paging.Size, cancellationToken);
        return TypedResults.Ok(RunDetailResponse.Of(run, found.Items.ToAsyncEnumerable(), new OutcomesPage(kind, paging.Page, paging.Size, found.Total)));
    }

    private static async Task<Results<Ok<ChangesResponse>, ProblemHttpResult>> ChangesAsync(
        [Description("Id of the run.")] long id,
        [Description("title, date, outlet, people, tags, text, story or details; none for all."), FromQuery] string? field,
        [Description("From 1."), FromQuery] string? page,
        [Description("Changes a page, 1 to 100; default 20."), FromQuery] string? size,
        HttpRequest request, RunStore runs, RunReport report, CancellationToken cancellationToken)
    {
        _ = (page, size);
        if (await runs.FindAsync(id, cancellationToken) is null)
            return ApiProblems.NotFound("run", id);
        var (paging, read) = SearchUrl.Read(request.Query);
        if (read.Where(p => p.Parameter is SearchUrl.Page or SearchUrl.Size).ToList() is { Count: > 0 } problems)
            return ApiProblems.Parameters(problems);
        var found = await report.ChangesAsync(id, field, paging.Page, paging.Size, cancellationToken);
        return TypedResults.Ok(new ChangesResponse(found.Total, paging.Page, paging.Size, [.. found.Items.Select(ChangeResponse.Of)]));
    }

    private static async Task<Results<ServerSentEventsResult<RunResponse>, ProblemHttpResult>> Follow(
        [Description("Id of the run.")] long id, RunStore runs, RunReport report, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is null
            ? ApiProblems.NotFound("run", id)
            : TypedResults.ServerSentEvents(EventsAsync(report, id, lifetime.ApplicationStopping, cancellationToken));

    private static async IAsyncEnumerable<SseItem<RunResponse>> EventsAsync(RunReport report, long id, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A page that is left open must not hold up the end of the server.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        await using var runs = report.FollowAsync(id, both.Token).GetAsyncEnumerator(both.Token);
        while (await NextAsync(runs))
            yield return new SseItem<RunResponse>(RunResponse.Of(runs.Current), runs.Current.IsOver ? "end" : "progress");
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Run> runs)
    {
        try
        {
            return await runs.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
