using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

public sealed record ValuesResponse(Facet Facet, [property: Description("Values on all pages.")] int Total, int Page, int Size, IReadOnlyList<FacetResponse> Values);

internal static class ValuesApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapMethods("/facets/{facet}", Verbs.Read, ListAsync)
        .WithTags("Articles")
        .WithName("ListFacetValues")
        .WithSummary("All values that the results of a search have of one facet, the most frequent first; of months the latest")
        .WithDescription("Takes the parameters of `/api/articles`, of which `page` and `size` are those of the values. Ids of agencies and languages are good for this answer only.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ValuesResponse>, ProblemHttpResult>> ListAsync(
        [Description("people, speakers, outlets, agencies, languages, tags or months.")] string facet,
        [Description("Words that must be in the name."), FromQuery(Name = ValuesUrl.Filter)] string? filter,
        [AsParameters] ArticlesParameters parameters, HttpRequest request, ArticleSearch search, CancellationToken cancellationToken)
    {
        _ = parameters;
        if (ValuesUrl.Read(facet) is not { } asked)
            return TypedResults.Problem($"There is no facet “{facet}”.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
        var (searched, problems) = SearchUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var (values, _) = await search.FindValuesAsync(searched, asked, filter, searched.Page, searched.Size, cancellationToken);
        return TypedResults.Ok(new ValuesResponse(asked, values.Total, values.Page, values.Size, Mapping.Facets(values.Values)));
    }
}
