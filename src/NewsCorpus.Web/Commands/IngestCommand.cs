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
        var paths = new Argument<string[]>("path") { Description = "Files, folders and archives. Default: the configured corpus.", Arity = ArgumentArity.ZeroOrMore };
        var failed = new Option<bool>("--failed") { Description = "Read only what was rejected the last time." };
        var force = new Option<bool>("--force") { Description = "Read again also what has not changed." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen, down to each value that would change, and write nothing." };
        var json = new Option<bool>("--json") { Description = "Print the run with an outcome per file as JSON." };
        var resume = new Option<long?>("--resume") { Description = "Go on with a run that was paused, cancelled or has failed.", HelpName = "ID" };
        var command = new Command("ingest", "Read articles into the database and the index.") { paths, failed, force, dryRun, json, resume };
        command.Validators.Add(result =>
        {
            if (result.GetValue(failed) && result.GetValue(force))
                result.AddError("--failed reads what was rejected, --force reads everything. Give one of them.");
            if (result.GetResult(resume) is not null && (result.GetValue(failed) || result.GetValue(force) || result.GetValue(dryRun) || result.GetValue(paths) is { Length: > 0 }))
                result.AddError("--resume goes on with a run as it was started: it takes no paths, --failed, --force or --dry-run.");
            if (result.GetValue(paths)?.FirstOrDefault(p => p.Contains('\n', StringComparison.Ordinal)) is { } odd)
                result.AddError($"The path {odd.ReplaceLineEndings("\\n")} has a line break. Give its folder instead.");
        });
        command.SetAction((parsed, token) =>
        {
            var request = new IngestionRequest
            {
                Paths = (parsed.GetValue(paths) ?? []).Select(Path.GetFullPath).ToList(),
                Select = parsed.GetValue(force) ? RunSelection.Everything : parsed.GetValue(failed) ? RunSelection.Failed : RunSelection.New,
                DryRun = parsed.GetValue(dryRun),
                StartedBy = AuditLog.CommandLine,
            };
            return RunAsync(common.Read(parsed), request, parsed.GetValue(resume), parsed.GetValue(json), parsed.InvocationConfiguration, token);
        });
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, IngestionRequest request, long? resumed, bool json, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        if (resumed is { } id && await GoesOnElsewhereAsync(host.Services, id, console, cancellation) is { } code)
            return code;
        // What a dry run leaves nowhere else.
        using var outcomes = new Spool<RunOutcome>();
        using var changes = new Spool<ArticleChange>();
        Run? last = null;
        Run? run;
        try
        {
            run = await RunProgress.ShowAsync(json ? TextWriter.Null : console.Output, show => CarryOutAsync(progress =>
            {
                show(last = progress.Run);
                if (last.Id != 0)
                    return;
                outcomes.Add(progress.Outcomes);
                changes.Add(progress.Changes);
            }));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync(last is null || request.DryRun ? "Cancelled." : $"{RunWords.Summary(last)} What was stored stays; ingest --resume {last.Id} goes on.");
            return ExitCode.Environment;
        }
        if (run is null)
        {
            await console.Error.WriteLineAsync($"Run {resumed} cannot be resumed: only a paused, cancelled or failed run can. The page /admin/runs and GET /api/runs list them.");
            return ExitCode.Usage;
        }
        var report = host.Services.GetRequiredService<RunReport>();
        var told = run.Id == 0 ? outcomes.ReadAsync() : report.OutcomesAsync(run.Id, cancellation);
        var changed = !run.DryRun ? null : run.Id == 0 ? changes.ReadAsync() : report.ChangesAsync(run.Id, cancellation);
        if (json)
            await WriteJsonAsync(RunDetailResponse.Of(run, told, changes: changed), console.Output, cancellation);
        else
            await PrintAsync(run, told, changed ?? AsyncEnumerable.Empty<ArticleChange>(), console.Output);
        return run.State != RunState.Finished ? ExitCode.Environment : run.Rejected > 0 ? ExitCode.Findings : ExitCode.Ok;

        async Task<Run?> CarryOutAsync(Action<IngestionProgress> progress)
        {
            var runner = host.Services.GetRequiredService<IngestionRunner>();
            var running = resumed is { } number ? runner.ResumeAsync(number, progress, cancellation) : Begin();
            return request.DryRun ? await running : await host.Services.GetRequiredService<IndexCatchUp>().FollowAsync(running, cancellation);

            async Task<Run?> Begin() => await runner.RunAsync(request, progress, cancellation);
        }
    }

    /// <summary>A run that another process holds in a pause goes on there. Null where it is for this process to go on with it.</summary>
    private static async Task<int?> GoesOnElsewhereAsync(IServiceProvider services, long id, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<RunStore>().FindAsync(id, cancellation) is not { } run)
        {
            await console.Error.WriteLineAsync($"There is no run {id}.");
            return ExitCode.Usage;
        }
        if (run.State != RunState.Paused || !services.GetRequiredService<IngestionRunner>().IsUnderWay())
            return null;
        await services.GetRequiredService<RunQueue>().ResumeAsync(id, AuditLog.CommandLine, cancellation);
        await console.Output.WriteLineAsync($"Run {id} goes on in the process that holds it.");
        return ExitCode.Ok;
    }

    private static async Task WriteJsonAsync(RunDetailResponse response, TextWriter output, CancellationToken cancellation)
    {
        await using (var stream = new TextWriterStream(output))
            await JsonSerializer.SerializeAsync(stream, response, ApiJson.Options, cancellation);
        await output.WriteLineAsync();
    }

    private static async Task PrintAsync(Run run, IAsyncEnumerable<RunOutcome> outcomes, IAsyncEnumerable<ArticleChange> changes, TextWriter output)
    {
        await output.WriteLineAsync(RunWords.Summary(run));
        if (run.Error is { } remark)
            await output.WriteLineAsync(remark);
        await foreach (var outcome in outcomes)
            if (outcome.Outcome is Outcome.Rejected or Outcome.Skipped)
                await output.WriteLineAsync(RunWords.Describe(outcome));
        await foreach (var change in changes)
            await output.WriteLineAsync(RunWords.Describe(change));
        if (run.DryRun)
            await output.WriteLineAsync("A dry run: nothing was written.");
    }
}
