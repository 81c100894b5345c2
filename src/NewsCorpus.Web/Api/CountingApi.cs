using System.ComponentModel;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Export;
using NewsCorpus.Search.Counting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>The parameters of a comparison beyond those of a search, for the API description alone: <see cref="CompareUrl"/> reads them.</summary>
internal sealed record CountingParameters(
    [property: Description("A query; given once for each."), FromQuery(Name = SearchUrl.Query)] string[]? Queries,
    [property: Description("day, week, month or year; what fits where none is given."), FromQuery(Name = CompareUrl.By)] string? By,
    [property: Description("First day, inclusive: 2026-01-08, 2026-01 or 2026."), FromQuery(Name = SearchUrl.From)] string? From,
    [property: Description("Last day, inclusive; a month or year stands for its end."), FromQuery(Name = SearchUrl.To)] string? To,
    [property: Description("group (default) counts a story once in each period; all counts every copy."), FromQuery(Name = SearchUrl.Copies)] string? Copies,
    [property: Description("csv for a table; JSON where none is given."), FromQuery(Name = "format")] string? Format);

public sealed record ComparedQueryResponse(
    QueryResponse Query,
    int Total,
    int TotalCopies,
    [property: Description("Of the total, those without a date: they are in no period.")] int Undated,
    [property: Description("Of the total, those whose date may mean several of the periods: they are in none.")] int Vague,
    [property: Description("One for each period.")] IReadOnlyList<int> Counts);

/// <param name="All">All articles of the period, whatever they say: what shares are of.</param>
public sealed record PeriodResponse(DateOnly From, DateOnly To, int All);

public sealed record ComparisonResponse([property: Description("day, week, month or year.")] string By, IReadOnlyList<PeriodResponse> Periods, IReadOnlyList<ComparedQueryResponse> Queries);

public sealed record BatchCountResponse(QueryResponse Query, int Total, int TotalCopies, int Outlets, DateOnly? First, DateOnly? Last, int Undated);

/// <summary>Counts of several queries at once.</summary>
internal static class CountingApi
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/compare", Verbs.Read, CompareAsync)
            .WithTags("Articles")
            .WithName("Compare")
            .WithSummary("Up to six queries over time, beside all articles of each period")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapMethods("/batch", Verbs.Read, CountAsync)
            .WithTags("Articles")
            .WithName("CountMany")
            .WithSummary("What each of up to 500 queries finds")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<ComparisonResponse>, ContentHttpResult, ProblemHttpResult>> CompareAsync(
        [AsParameters] CountingParameters parameters, HttpRequest request, ComparisonSearch search, CancellationToken cancellationToken)
    {
        var (view, problems) = CompareUrl.Read(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var found = await search.CompareAsync(view.Request, cancellationToken);
        if (found.Queries.FirstOrDefault(q => q.Reading.Problems.Count > 0) is { } unread)
            return ApiProblems.Query(unread.Reading);
        if (parameters.Format == "csv")
            return TypedResults.Content(Table(found), CsvType);
        return TypedResults.Ok(new ComparisonResponse(found.Length.ToString().ToLowerInvariant(),
            [.. found.Periods.Select((p, slot) => new PeriodResponse(p.From, p.To, found.All[slot]))],
            [.. found.Queries.Select(q => new ComparedQueryResponse(Mapping.Query(q.Reading), q.Total, q.TotalCopies, q.Undated, q.Vague, q.Counts))]));
    }

    private static async Task<Results<Ok<List<BatchCountResponse>>, ContentHttpResult, ProblemHttpResult>> CountAsync(
        [AsParameters] CountingParameters parameters, HttpRequest request, BatchSearch search, CancellationToken cancellationToken)
    {
        var (queries, filters, problems) = CompareUrl.ReadBatch(request.Query);
        if (problems.Count > 0)
            return ApiProblems.Parameters(problems);
        var counts = await search.CountAsync(queries, filters, cancellationToken);
        if (parameters.Format == "csv")
            return TypedResults.Content(Table(counts), CsvType);
        return TypedResults.Ok(counts.Select(c => new BatchCountResponse(Mapping.Query(c.Reading), c.Total, c.TotalCopies, c.Outlets, c.First, c.Last, c.Undated)).ToList());
    }

    /// <summary>A row a period: its days, all articles, and for each query its count and share.</summary>
    private static string Table(Comparison found)
    {
        var csv = new StringBuilder(Csv.Row([.. new object?[] { "from", "to", "all" }, .. found.Queries.SelectMany(q => new object?[] { q.Reading.Typed, q.Reading.Typed + " (share)" })]));
        for (var slot = 0; slot < found.Periods.Count; slot++)
            csv.Append(Csv.Row([Iso(found.Periods[slot].From), Iso(found.Periods[slot].To), found.All[slot],
                .. found.Queries.SelectMany(q => new object?[] { q.Counts[slot], found.All[slot] == 0 ? null : Math.Round((double)q.Counts[slot] / found.All[slot], 6) })]));
        return csv.ToString();
    }

    private static string Table(IReadOnlyList<BatchCount> counts)
    {
        var csv = new StringBuilder(Csv.Row("query", "read as", "total", "with copies", "outlets", "first", "last", "undated", "problems"));
        foreach (var count in counts)
            csv.Append(Csv.Row(count.Reading.Typed, count.Reading.Read, count.Total, count.TotalCopies, count.Outlets, Iso(count.First), Iso(count.Last), count.Undated, string.Join(" ", count.Reading.Problems.Concat(count.Reading.Notes).Select(p => p.Message))));
        return csv.ToString();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
