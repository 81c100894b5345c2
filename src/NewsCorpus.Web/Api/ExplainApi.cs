using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Search;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>One part of a query.</summary>
public sealed record ClauseResponse(
    [property: Description("In the query language's canonical form.")] string Text,
    [property: Description("In plain words, as it stands after “articles with”.")] string Meaning,
    [property: Description("UTF-16 offset into the query as typed.")] int Start,
    int Length,
    [property: Description("What it finds is left out.")] bool Excluded,
    [property: Description("Articles that it matches alone, without filters; null where counting took too long.")] int? Articles,
    [property: Description("It is because of this part that nothing is found.")] bool LeavesNothing,
    [property: Description("Where nothing is found: what is found without it.")] int? Without,
    [property: Description("Parts of which one suffices.")] IReadOnlyList<ClauseResponse> Alternatives);

public sealed record DidYouMeanResponse(string Query, [property: Description("Articles that it finds with the same filters.")] int Articles);

public sealed record ExplanationResponse(
    QueryResponse Query,
    [property: Description("How the query was read, in plain words.")] string Words,
    int Total,
    IReadOnlyList<ClauseResponse> Clauses,
    [property: Description("The query in words that the corpus has, or null.")] DidYouMeanResponse? DidYouMean);

internal static class ExplainApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapMethods("/explain", Verbs.Read, ExplainAsync)
        .WithTags("Articles")
        .WithName("ExplainQuery")
        .WithSummary("How a query is read, what each of its parts finds alone, and which leaves nothing")
        .WithDescription("Takes the parameters of `/api/articles`. A query that cannot be read is explained as the nearest reading, with the problems and their places.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<ExplanationResponse>, ProblemHttpResult>> ExplainAsync(
        [AsParameters] ArticlesParameters parameters, HttpRequest request, ArticleSearch search, QueryExplainer explainer, CancellationToken cancellationToken)
    {
        _ = parameters;
        var (asked, problems) = SearchUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var results = await search.SearchAsync(asked with { Page = 1, Size = 1 }, cancellationToken);
        var explanation = await explainer.ExplainAsync(asked, results, cancellationToken);
        return TypedResults.Ok(new ExplanationResponse(
            Mapping.Query(results.Query),
            explanation.Words,
            results.Total,
            Clauses(explanation.Clauses),
            explanation.DidYouMean is { } spelling ? new DidYouMeanResponse(spelling.Query, spelling.Total) : null));
    }

    private static IReadOnlyList<ClauseResponse> Clauses(IEnumerable<QueryClause> clauses) =>
        [.. clauses.Select(c => new ClauseResponse(c.Text, c.Meaning, c.Start, c.Length, c.IsExcluded, c.Articles, c.LeavesNothing, c.Without, Clauses(c.Alternatives)))];
}
