using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

internal static class ArticlesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/articles").WithTags("Articles");
        group.MapMethods("/", Verbs.Read, ListAsync)
            .WithName("ListArticles")
            .WithSummary("Search and browse articles")
            .WithDescription("The same search as the page at `/`, with the same parameters. Facets count over all results. A parameter or query that cannot be read answers 400.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapMethods("/{id:long}", Verbs.Read, FindAsync)
            .WithName("GetArticle")
            .WithSummary("One article with its text and all that is known about places in it")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Results<Ok<ArticlesResponse>, ProblemHttpResult>> ListAsync(
        [AsParameters] ArticlesParameters parameters, HttpRequest request, ArticleSearch search, CancellationToken cancellationToken)
    {
        _ = parameters;
        var (searched, problems) = SearchUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var results = await search.SearchAsync(searched, FacetView.Sizes, cancellationToken);
        if (results.Query.Problems.Count > 0)
            return ApiProblems.Query(results.Query);
        return TypedResults.Ok(Mapping.Articles(results));
    }

    private static async Task<Results<Ok<ArticleResponse>, ProblemHttpResult>> FindAsync(
        [Description("Id of the article.")] long id, IDbContextFactory<CorpusDbContext> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LoadedArticle.FindAsync(db, id, cancellationToken) switch
        {
            null => ApiProblems.NotFound("article", id),
            { IsRetired: true } => ApiProblems.Retired(id),
            var loaded => TypedResults.Ok(Mapping.Article(loaded, await StoryView.FindAsync(db, loaded.Article, cancellationToken), await ExcerptLink.FindAsync(db, loaded.Article, cancellationToken))),
        };
    }
}
