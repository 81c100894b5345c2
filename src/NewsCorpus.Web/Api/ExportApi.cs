using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsCorpus.Export;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>The parameters of an export beyond those of the search, for the API description alone: <see cref="ExportUrl"/> reads them.</summary>
internal sealed record ExportParameters(
    [property: Description("csv, jsonl, parquet, ris or bibtex; manifest for what the file would be of, as JSON."), FromQuery(Name = ExportUrl.Format)] string? Format,
    [property: Description("exclude (default) or include: the whole text of each article."), FromQuery(Name = ExportUrl.Text)] string? Text,
    [property: Description("zip: the file and its manifest in one ZIP archive."), FromQuery(Name = ExportUrl.Pack)] string? Pack);

/// <summary>All results of a search as a file, streamed: nothing of it is held but the numbers of the results.</summary>
internal static class ExportApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods(ExportUrl.Path, Verbs.Read, ExportAsync)
        .WithTags("Articles")
        .WithName("ExportArticles")
        .WithSummary("All articles that a search finds, as a file")
        .WithDescription("The same search as the page at `/`; `page` and `size` do not matter. The header `Link` with `rel=\"describedby\"` leads to the manifest: query, reading, filters, revision and time. A parameter or query that cannot be read answers 400.")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<PushStreamHttpResult, ContentHttpResult, ProblemHttpResult>> ExportAsync(
        [AsParameters] ArticlesParameters parameters, [AsParameters] ExportParameters more, HttpContext context, ExportFormats formats, ArticleExport export, CancellationToken cancellationToken)
    {
        _ = (parameters, more);
        var (request, problems) = SearchUrl.Read(context.Request.Query);
        var (format, withText, isPacked, faults) = ExportUrl.Read(context.Request.Query, formats);
        if (problems.Count + faults.Count > 0)
            return ApiProblems.Parameters([.. problems, .. faults]);
        var address = SearchUrl.Whole(request);
        var plan = await export.PlanAsync(request, address, cancellationToken);
        // What was asked, or nothing: a file tells nobody that a part of the query was not understood.
        if (plan.Found.Query.Problems.Count > 0)
            return ApiProblems.Query(plan.Found.Query);
        var options = new ExportOptions(withText, Addresses.Of);
        // The same address answers otherwise tomorrow.
        context.Response.Headers.CacheControl = "private, no-cache";
        if (format is null)
            return TypedResults.Content(plan.Describe(formats.All[0], options) with { Format = ExportUrl.Manifest } + "\n", "application/json");
        var manifest = $"{ExportUrl.Path}{SearchUrl.QueryString(SearchUrl.WithoutPage(request))}";
        context.Response.Headers.Link = $"<{manifest}{(manifest.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{ExportUrl.Format}={ExportUrl.Manifest}>; rel=\"describedby\"; type=\"application/json\"";
        var name = string.Create(CultureInfo.InvariantCulture, $"newscorpus-{plan.At:yyyy-MM-dd}-r{plan.Found.Revision}");
        var isHead = HttpMethods.IsHead(context.Request.Method);
        return isPacked
            ? TypedResults.Stream(body => isHead ? Task.CompletedTask : ExportPackage.WriteAsync(export, plan, format, options, $"{name}.{format.Ending}", body, cancellationToken), "application/zip", name + ".zip")
            : TypedResults.Stream(body => isHead ? Task.CompletedTask : export.WriteAsync(plan, format, options, body, cancellationToken), format.MediaType, $"{name}.{format.Ending}");
    }
}
