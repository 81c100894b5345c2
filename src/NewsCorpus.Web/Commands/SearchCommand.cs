using System.CommandLine;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
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
        // One option a parameter of the page; SearchUrl reads both, so they cannot drift apart.
        var parameters = new[]
        {
            Parameter(SearchUrl.Person, "A person by slug or id; all must occur, a leading - excludes. May be given several times."),
            Parameter(SearchUrl.Outlet, "An outlet by slug or id; any will do, a leading - excludes. May be given several times."),
            Parameter(SearchUrl.Agency, "A wire agency by name; any will do, a leading - excludes. May be given several times."),
            Parameter(SearchUrl.Tag, "A tag by slug or id; all must be there, a leading - excludes. May be given several times."),
            Parameter(SearchUrl.From, "First day: 2026-01-08, 2026-01 or 2026."),
            Parameter(SearchUrl.To, "Last day, inclusive."),
            Parameter(SearchUrl.Undated, "include, exclude or only."),
            Parameter(SearchUrl.Estimates, "exclude or include: whether undated articles count by their estimated dates."),
            Parameter(SearchUrl.Copies, "group or all."),
            Parameter(SearchUrl.Sort, "relevance, newest or oldest."),
            Parameter(SearchUrl.Page, "Page, from 1."),
            Parameter(SearchUrl.Size, "Results a page, at most 100."),
        };
        var json = new Option<bool>("--json") { Description = "Print the answer of /api/articles." };
        var command = new Command("search", "Search the corpus.") { query, json };
        foreach (var (_, option) in parameters)
            command.Add(option);
        command.SetAction((parsed, token) =>
        {
            var values = parameters.ToDictionary(p => p.Name, p => new StringValues(parsed.GetValue(p.Option)), StringComparer.Ordinal);
            values[SearchUrl.Query] = parsed.GetValue(query);
            return RunAsync(common.Read(parsed), new QueryCollection(values), parsed.GetValue(json), parsed.InvocationConfiguration, token);
        });
        return command;
    }

    private static (string Name, Option<string[]> Option) Parameter(string name, string description) =>
        (name, new Option<string[]>("--" + name) { Description = description, AllowMultipleArgumentsPerToken = false });

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
