using System.CommandLine;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsCorpus.Search;
using NewsCorpus.Web.Api;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>The search of the page, on the command line.</summary>
internal static partial class SearchCommand
{
    public static Command Create(CommonOptions common)
    {
        var query = new Argument<string>("query") { Description = "The query, as one would type it on the page.", DefaultValueFactory = _ => "" };
        var parameters = new SearchParameters(withPages: true);
        var json = new Option<bool>("--json") { Description = "Print the answer of /api/articles." };
        var command = new Command("search", "Search the corpus.") { query, json };
        parameters.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parameters.Read(parsed, parsed.GetValue(query)), parsed.GetValue(json), parsed.InvocationConfiguration, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, QueryCollection parameters, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (request, problems) = SearchUrl.Read(parameters);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
                await console.Error.WriteLineAsync(problem.Message);
            return ExitCode.Usage;
        }
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        await host.Services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
        var results = await host.Services.GetRequiredService<ArticleSearch>().SearchAsync(request, cancellation);
        foreach (var problem in results.Query.Problems)
            await console.Error.WriteLineAsync($"At character {problem.Start + 1}: {problem.Message}");

        foreach (var note in results.Query.Notes)
            await console.Error.WriteLineAsync(note.Message);

        if (json)
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(Mapping.Articles(results), ApiJson.Options));
        else
            await PrintAsync(results, console.Output);
        return results.Query.Problems.Count > 0 ? ExitCode.Usage : ExitCode.Ok;
    }

    private static async Task PrintAsync(SearchResults results, TextWriter output)
    {
        await output.WriteLineAsync($"{results.Total} articles{Words.WithCopies(results)}");
        foreach (var hit in results.Hits)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync(hit.Title);
            await output.WriteLineAsync($"  {hit.Date?.ToString() ?? (hit.DateEstimate is { } estimate ? $"undated, {Words.Estimate(estimate)}" : "undated")} · {hit.Outlet?.Name ?? "outlet unknown"} · {Addresses.Of(hit)}{(hit.Copies > 0 ? $" · {Words.Count(hit.Copies, "more copy", "more copies")}" : "")}");
            await output.WriteLineAsync("  " + WebUtility.HtmlDecode(Mark().Replace(hit.SnippetHtml, "*")));
        }
    }

    [GeneratedRegex("</?mark>", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
