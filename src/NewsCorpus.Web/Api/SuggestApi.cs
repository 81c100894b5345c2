using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Search;
using NewsCorpus.Search.Suggestions;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

public sealed record SuggestionResponse(
    SuggestionKind Kind,
    [property: Description("A name, or a word of the corpus.")] string Text,
    [property: Description("Of a person, outlet or tag; null for a word.")] int? Id,
    [property: Description("Of a person, outlet or tag: the value of the filter; null for a word, and where the name becomes part of the query, as behind “NOT” or “speaker:”.")] string? Slug,
    [property: Description("Articles that have it.")] int Articles,
    [property: Description("The query once the suggestion is taken: without the letters that a filter replaces, or with the name or word completed.")] string Query,
    [property: Description("Path of the results then.")] string Url);

public sealed record SuggestionsResponse([property: Description("As typed.")] string Q, IReadOnlyList<SuggestionResponse> Suggestions);

internal static class SuggestApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapMethods("/suggest", Verbs.Read, FindAsync)
        .WithTags("Articles")
        .WithName("Suggest")
        .WithSummary("People, outlets, tags and words that a query being typed could become, the most likely first in each kind");

    private static async Task<Ok<SuggestionsResponse>> FindAsync(
        [Description("The query as typed so far; its last words are completed."), FromQuery(Name = SearchUrl.Query)] string? query, SuggestionSearch suggestions, CancellationToken cancellationToken)
    {
        var found = await suggestions.FindAsync(query, cancellationToken);
        return TypedResults.Ok(new SuggestionsResponse(query ?? "", [.. found.Select(Response)]));
    }

    private static SuggestionResponse Response(Suggestion suggestion) =>
        new(suggestion.Kind, suggestion.Text, suggestion.Id == 0 ? null : suggestion.Id, suggestion.Slug.Length == 0 ? null : suggestion.Slug, suggestion.Articles, suggestion.Query, Url(suggestion));

    private static string Url(Suggestion suggestion)
    {
        if (suggestion.Slug.Length == 0)
            return SearchUrl.Results(new SearchRequest { Query = suggestion.Query });
        var field = suggestion.Kind switch { SuggestionKind.Person => FilterField.Person, SuggestionKind.Outlet => FilterField.Outlet, _ => FilterField.Tag };
        return SearchUrl.Results(new SearchRequest { Query = suggestion.Query }.With(field, new FilterValue(suggestion.Slug)));
    }
}
