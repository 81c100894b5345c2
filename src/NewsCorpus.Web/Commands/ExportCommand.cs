using System.CommandLine;
using NewsCorpus.Export;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>All results of a search into a file, with its manifest beside it.</summary>
internal static class ExportCommand
{
    /// <summary>Behind the name of the file that a manifest is of.</summary>
    private const string ManifestEnding = ".manifest.json";

    public static Command Create(CommonOptions common)
    {
        var query = new Argument<string>("query") { Description = "The query, as one would type it on the page; none for all articles.", DefaultValueFactory = _ => "" };
        var format = new Option<string?>("--format") { Description = "csv, jsonl, parquet, ris or bibtex. Default: what the file's name ends in." };
        var to = new Option<string>("--out") { Description = $"File to write. What it holds and where that comes from is written beside it, to FILE{ManifestEnding}.", Required = true, HelpName = "FILE" };
        var text = new Option<bool>("--text") { Description = "With the whole text of each article." };
        var parameters = new SearchParameters(withPages: false);
        var command = new Command("export", "Write all articles that a search finds to a file.") { query, format, to, text };
        parameters.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(
            common.Read(parsed), parameters.Read(parsed, parsed.GetValue(query)), parsed.GetValue(format), Path.GetFullPath(parsed.GetValue(to)!), parsed.GetValue(text), parsed.InvocationConfiguration, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, QueryCollection parameters, string? formatName, string path, bool withText, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (request, problems) = SearchUrl.Read(parameters);
        using var host = WebApp.BuildPlain(settings);
        var formats = host.Services.GetRequiredService<ExportFormats>();
        var format = formatName is null ? formats.OfFile(path) : formats.Find(formatName);
        var faults = problems.Select(p => p.Message).ToList();
        if (format is null)
            faults.Add($"{(formatName is null ? $"The name {Path.GetFileName(path)} does not tell the format: give --format." : $"“{formatName}” is no format.")} It is one of: {string.Join(", ", formats.All.Select(f => f.Name))}.");
        if (faults.Count > 0)
            return await RefuseAsync(faults, console);

        await host.Services.GetRequiredService<CorpusDatabase>().PrepareAsync(cancellation);
        await host.Services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
        var export = host.Services.GetRequiredService<ArticleExport>();
        var plan = await export.PlanAsync(request, SearchUrl.Whole(request), cancellation);
        if (plan.Found.Query.Problems.Count > 0)
            return await RefuseAsync([.. plan.Found.Query.Problems.Select(p => $"At character {p.Start + 1}: {p.Message}"), "Nothing was written: an export is of what was asked, or of nothing."], console);
        var manifest = await WriteAsync(export, plan, format!, new ExportOptions(withText, Addresses.Of), path, cancellation);
        await console.Output.WriteLineAsync($"Wrote {Words.Articles(manifest.Written!.Value)} to {path}, and where they come from to {path}{ManifestEnding}.");
        return ExitCode.Ok;
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> faults, InvocationConfiguration console)
    {
        foreach (var fault in faults)
            await console.Error.WriteLineAsync(fault);
        return ExitCode.Usage;
    }

    private static async Task<ExportManifest> WriteAsync(ArticleExport export, ExportPlan plan, ExportFormat format, ExportOptions options, string path, CancellationToken cancellation)
    {
        // Under its name the file is whole or not there.
        var half = path + ".part";
        try
        {
            ExportManifest manifest;
            await using (var file = new FileStream(half, FileMode.Create, FileAccess.Write))
                manifest = await export.WriteAsync(plan, format, options, file, cancellation);
            await File.WriteAllTextAsync(path + ManifestEnding, manifest + "\n", cancellation);
            File.Move(half, path, overwrite: true);
            return manifest;
        }
        catch (Exception e)
        {
            if (File.Exists(half))
                File.Delete(half);
            if (e is IOException or UnauthorizedAccessException)
                throw new EnvironmentProblemException($"{path} cannot be written: {e.Message} Give another file.", e);
            throw;
        }
    }
}
