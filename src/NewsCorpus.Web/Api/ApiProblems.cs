using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>RFC 9457 problem details of the API.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult NotFound(string what, long id) =>
        TypedResults.Problem($"There is no {what} {id}.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    /// <summary>Says what to do about an answer that the framework gives without a word.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.Exception is { } exception && StorageFaults.IsOne(exception))
            (context.ProblemDetails.Title, context.ProblemDetails.Detail) = (StorageFaults.Heading, StorageFaults.Explanation);
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status401Unauthorized => "Sign in first, at /account/sign-in, and send the cookie of that session.",
            StatusCodes.Status403Forbidden => "Your role does not allow this. An admin can give you another.",
            _ => null,
        };
    }

    public static ProblemHttpResult Retired(long id) =>
        TypedResults.Problem($"An editor has set article {id} aside.", statusCode: StatusCodes.Status410Gone, title: "Set aside");

    public static ProblemHttpResult Parameters(IReadOnlyList<ParameterProblem> problems) => TypedResults.Problem(
        string.Join(" ", problems.Select(p => p.Message)),
        statusCode: StatusCodes.Status400BadRequest,
        title: "A parameter could not be read",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["errors"] = problems.GroupBy(p => p.Parameter, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray(), StringComparer.Ordinal),
        });

    public static ProblemHttpResult Query(QueryReading query) => TypedResults.Problem(
        string.Join(" ", query.Problems.Select(p => p.Message)),
        statusCode: StatusCodes.Status400BadRequest,
        title: "The query could not be read",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["query"] = new QueryResponse(query.Typed, query.Read, Mapping.Problems(query.Problems)),
        });
}
