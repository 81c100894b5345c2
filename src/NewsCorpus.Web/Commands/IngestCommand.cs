using System.CommandLine;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Api;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Ingests files and folders and prints the report.</summary>
internal static class IngestCommand
{
    public static Command Create(CommonOptions common)
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders. Default: the configured corpus.", Arity = ArgumentArity.ZeroOrMore };
        var force = new Option<bool>("--force") { Description = "Read again also what has not changed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen and write nothing." };
        var json = new Option<bool>("--json") { Description = "Print the run with an outcome per file as JSON." };
        var command = new Command("ingest", "Read articles into the database and the index.") { paths, force, dryRun, json };
        command.SetAction((parsed, token) =>
        {
            var request = new IngestionRequest
            {
                Paths = (parsed.GetValue(paths) ?? []).Select(Path.GetFullPath).ToList(),
                Force = parsed.GetValue(force),
                DryRun = parsed.GetValue(dryRun),
                StartedBy = "command line",
            };
            return RunAsync(common.Read(parsed), request, parsed.GetValue(json), parsed.InvocationConfiguration, token);
        });
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, IngestionRequest request, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        var line = new ProgressLine(json ? TextWriter.Null : console.Output);
        var outcomes = new List<RunOutcome>();
        var changes = new List<ArticleChange>();
        var run = await host.Services.GetRequiredService<IngestionRunner>().RunAsync(
            request,
            progress =>
            {
                line.Report(progress);
                if (request.DryRun && !json)
                    changes.AddRange(progress.Changes);
                outcomes.AddRange(json ? progress.Outcomes : progress.Outcomes.Where(o => o.Outcome is Outcome.Rejected or Outcome.Skipped));
            },
            cancellation);
        if (!request.DryRun)
            await host.Services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);

        if (json)
        {
            await console.Output.WriteLineAsync(JsonSerializer.Serialize(RunDetailResponse.Of(run, outcomes), ApiJson.Options));
        }
        else
        {
            line.Finish(run);
            foreach (var outcome in outcomes)
                await console.Output.WriteLineAsync(Describe(outcome));
            foreach (var change in changes)
                await console.Output.WriteLineAsync(Describe(change));
            if (request.DryRun)
                await console.Output.WriteLineAsync("A dry run: nothing was written.");
        }
        return run.Rejected > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static string Describe(ArticleChange change) =>
        $"  would change  {change.Path}: {change.Field}{(change.Field == "details" ? "" : $" from “{change.Before}” to “{change.After}”")}{(change.Rule is { } rule ? $" ({rule})" : "")}";

    private static string Describe(RunOutcome outcome)
    {
        var place = outcome.Line is { } line ? $" line {line}:" : outcome.Byte is { } at ? $" byte {at}:" : "";
        return $"  {outcome.Outcome.ToString().ToLowerInvariant()}  {outcome.Path}:{place} {outcome.Reason}";
    }
}
