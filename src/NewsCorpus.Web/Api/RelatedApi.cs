using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsCorpus.Articles;
using NewsCorpus.Search.Related;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

public sealed record RelatedWordResponse(
    string Text,
    [property: Description("Share of the matches looked at that have it, 0 to 1.")] double Share,
    [property: Description("How many times as often as in the whole corpus.")] double Times);

public sealed record RelatedPersonResponse(
    int Id,
    string Name,
    string Slug,
    [property: Description("Matches that name the person, each copy counted.")] int Count,
    [property: Description("As many as would at the person's frequency in the whole corpus.")] double Expected);

public sealed record RelatedResponse(
    [property: Description("Words that are over-represented in the matches, the most telling first.")] IReadOnlyList<RelatedWordResponse> Words,
    [property: Description("People who appear in more matches than expected, the most telling first.")] IReadOnlyList<RelatedPersonResponse> People,
    [property: Description("Matches whose words were counted.")] int LookedAt);

public sealed record SimilarArticleResponse(
    long Id,
    string Url,
    string Title,
    string? Date,
    FactKind DateKind,
    RefResponse? Outlet,
    [property: Description("How much of what is particular to the article it shares, 0 to 1.")] double Likeness,
    [property: Description("The most telling words that both have.")] IReadOnlyList<string> Words);

public sealed record SimilarResponse(IReadOnlyList<SimilarArticleResponse> Articles);

/// <summary>What stands out in a search, and what is like an article.</summary>
internal static class RelatedApi
{
    /// <summary>Similar articles told.</summary>
    public const int MostSimilar = 6;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/related", Verbs.Read, RelatedAsync)
            .WithTags("Articles")
            .WithName("ListRelated")
            .WithSummary("Words and people that a search's matches have more often than the corpus would make one expect")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapMethods("/articles/{id:long}/similar", Verbs.Read, SimilarAsync)
            .WithTags("Articles")
            .WithName("ListSimilarArticles")
            .WithSummary("Articles about the same, without copies; empty where there is none, or no such article");
    }

    private static async Task<Results<Ok<RelatedResponse>, ProblemHttpResult>> RelatedAsync(
        [AsParameters] ArticlesParameters parameters, HttpRequest request, RelatedSearch related, CancellationToken cancellationToken)
    {
        _ = parameters;
        var (searched, problems) = SearchUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var found = await related.FindAsync(searched, cancellationToken);
        return TypedResults.Ok(new RelatedResponse(
            [.. found.Words.Select(w => new RelatedWordResponse(w.Text, Math.Round(w.Share, 3), Math.Round(w.Times, 1)))],
            [.. found.People.Select(p => new RelatedPersonResponse(p.Id, p.Name, p.Slug, p.Articles, Math.Round(p.Expected, 2)))],
            found.LookedAt));
    }

    private static async Task<Ok<SimilarResponse>> SimilarAsync([Description("Id of the article.")] long id, SimilarSearch similar, CancellationToken cancellationToken)
    {
        var found = await similar.FindAsync(id, MostSimilar, cancellationToken);
        return TypedResults.Ok(new SimilarResponse(
            [.. found.Select(s => new SimilarArticleResponse(s.Id, Addresses.Article(s.Id, s.Slug), s.Title, s.Date?.ToString(), s.DateKind, Mapping.Ref(s.Outlet), Math.Round(s.Likeness, 3), s.Words))]));
    }
}
