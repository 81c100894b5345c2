using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Search.Counting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

public sealed record TimelineStoryResponse(
    long Id, string Url, string Title, string? Date, RefResponse? Outlet,
    [property: Description("Outlets that carried it in the period and match.")] int Outlets,
    [property: Description("Other matching articles of it in the period.")] int Copies,
    [property: Description("It stands in the period by an estimate of its date.")] bool Estimated);

/// <param name="Count">0 for a gap, which may be several periods.</param>
public sealed record TimelineRowResponse(
    DateOnly From, DateOnly To, int Periods, int Count,
    [property: Description("All that the corpus has of the same outlets, agencies and languages; 0 where nothing was ingested.")] int All,
    [property: Description("Of the count, those that are here by an estimate of their date.")] int Estimated,
    IReadOnlyList<TimelineStoryResponse> Stories);

public sealed record TimelineResponse(
    QueryResponse Query,
    [property: Description("day, week, month or year.")] string By,
    int Total, int TotalCopies,
    [property: Description("Of the total, those without a date: they are in no period.")] int Undated,
    [property: Description("Of the total, those whose date may mean several of the periods: they are in none.")] int Vague,
    [property: Description("Rows on all pages.")] int TotalRows,
    int Page,
    IReadOnlyList<TimelineRowResponse> Rows);

/// <summary>The coverage of a search over time.</summary>
internal static class TimelineApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapMethods("/timeline", Verbs.Read, FindAsync)
        .WithTags("Articles")
        .WithName("GetTimeline")
        .WithSummary("The coverage of a search over time, with the most widely carried stories of each period")
        .WithDescription("Takes the parameters of `/api/articles` and `by`; a page has 40 rows, the oldest first unless `sort=newest`. A query that cannot be read answers 400.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<TimelineResponse>, ProblemHttpResult>> FindAsync(
        [AsParameters] ArticlesParameters parameters, [Description("day, week, month or year; what fits where none is given."), FromQuery(Name = CompareUrl.By)] string? by, HttpRequest request, TimelineSearch timeline, CancellationToken cancellationToken)
    {
        _ = (parameters, by);
        var (asked, problems) = TimelineUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var found = await timeline.FindAsync(asked, cancellationToken);
        if (found.Query.Reading.Problems.Count > 0)
            return ApiProblems.Query(found.Query.Reading);
        return TypedResults.Ok(new TimelineResponse(
            Mapping.Query(found.Query.Reading),
            found.Counts.Length.ToString().ToLowerInvariant(),
            found.Query.Total,
            found.Query.TotalCopies,
            found.Query.Undated,
            found.Query.Vague,
            found.TotalRows,
            asked.Search.Page,
            [.. found.Rows.Select(r => new TimelineRowResponse(r.Span.From, r.Span.To, r.Periods, r.Count, r.All, r.Estimated,
                [.. r.Stories.Select(s => new TimelineStoryResponse(s.Id, Addresses.Article(s.Id, s.Slug), s.Title, s.Date?.ToString(), Mapping.Ref(s.Outlet), s.Outlets, s.Copies, s.IsEstimated))]))]));
    }
}
