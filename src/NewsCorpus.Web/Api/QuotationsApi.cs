using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>The parameters, for the API description alone: <see cref="QuotationUrl"/> reads them.</summary>
internal sealed record QuotationsParameters(
    [property: Description("What was said, in the query language; none browses."), FromQuery(Name = SearchUrl.Query)] string? Query,
    [property: Description("Person by slug or id, any will do; what names no person are words of the speaker's name or description. A leading “-” excludes."), FromQuery(Name = SearchUrl.Speaker)] string[]? Speaker,
    [property: Description("Slug or id; any will do. A leading “-” excludes."), FromQuery(Name = SearchUrl.Outlet)] string[]? Outlet,
    [property: Description("Person whom the article names, by slug or id. A leading “-” excludes."), FromQuery(Name = SearchUrl.Person)] string[]? Person,
    [property: Description("First day, inclusive: 2026-01-08, 2026-01 or 2026."), FromQuery(Name = SearchUrl.From)] string? From,
    [property: Description("Last day, inclusive; a month or year stands for its end."), FromQuery(Name = SearchUrl.To)] string? To,
    [property: Description("From 1."), FromQuery(Name = SearchUrl.Page)] string? Page,
    [property: Description("Entries a page, 1 to 100."), FromQuery(Name = SearchUrl.Size)] string? Size);

/// <summary>Where a quotation stands in one article.</summary>
public sealed record QuotationPlaceResponse(
    long ArticleId,
    [property: Description("Path of the article's page, at the words.")] string Url,
    string Title,
    RefResponse? Outlet,
    [property: Description("ISO 8601, as far as known; null where undated.")] string? Date,
    [property: Description("The words as this article has them.")] string Text,
    [property: Description("UTF-16 offset into the article's text.")] int Start,
    int End,
    RefResponse? Speaker,
    [property: Description("The words of the article that name the speaker.")] string? SpeakerText,
    string? Cue,
    [property: Description("In quotation marks.")] bool Direct);

/// <summary>Words that somebody said, wherever they are reported: the fullest cut, and all places.</summary>
public sealed record QuotationEntryResponse(
    string Text,
    [property: Description("HTML-escaped text with <mark> around matches.")] string Snippet,
    [property: Description("Path of the article's page, at the words.")] string Url,
    RefResponse? Speaker,
    string? SpeakerText,
    bool Direct,
    [property: Description("Places in all.")] int Count,
    [property: Description("The fullest cut first; at most 20.")] IReadOnlyList<QuotationPlaceResponse> Places);

public sealed record QuotationsResponse(
    QueryResponse Query,
    [property: Description("Entries: the same words in several articles are one.")] int Total,
    [property: Description("Places of all entries.")] int TotalPlaces,
    [property: Description("False where so much matched that only a part was gathered.")] bool Complete,
    int Page,
    int Size,
    IReadOnlyList<QuotationEntryResponse> Quotations);

internal static class QuotationsApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapMethods("/quotations", Verbs.Read, ListAsync)
            .WithTags("Quotations")
            .WithName("ListQuotations")
            .WithSummary("Search what people are reported to have said, the newest first")
            .WithDescription("The same search as the page at `/quotes`. All words of the query must stand in one quotation. A parameter or query that cannot be read answers 400.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<QuotationsResponse>, ProblemHttpResult>> ListAsync(
        [AsParameters] QuotationsParameters parameters, HttpRequest request, QuotationSearch search, CancellationToken cancellationToken)
    {
        _ = parameters;
        var (asked, problems) = QuotationUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var results = await search.SearchAsync(asked, cancellationToken);
        if (results.Query.Problems.Count > 0)
            return ApiProblems.Query(results.Query);
        return TypedResults.Ok(new QuotationsResponse(
            Mapping.Query(results.Query), results.Total, results.TotalPlaces, results.IsComplete, results.Page, results.Size, [.. results.Entries.Select(Entry)]));
    }

    public static QuotationEntryResponse Entry(QuotationEntry entry) => new(
        entry.Fullest.Text,
        entry.Fullest.Html,
        Addresses.Of(entry.Fullest),
        Mapping.Ref(entry.Fullest.Speaker),
        entry.Fullest.SpeakerText,
        entry.Fullest.IsDirect,
        entry.Count,
        [.. entry.Places.Select(Place)]);

    private static QuotationPlaceResponse Place(QuotationPlace place) => new(
        place.ArticleId,
        Addresses.Of(place),
        place.Title,
        Mapping.Ref(place.Outlet),
        place.Date?.ToString(),
        place.Text,
        place.Start,
        place.End,
        Mapping.Ref(place.Speaker),
        place.SpeakerText,
        place.Cue,
        place.IsDirect);
}
