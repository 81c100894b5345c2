using System.CommandLine;
using NewsCorpus.Search;
using NewsCorpus.Store.Backups;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>Puts a backup in the place of the corpus, after it has been checked.</summary>
internal static class RestoreCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("file") { Description = "A backup made by the verb backup." };
        var command = new Command("restore", "Check a backup, then put it in the place of the corpus. What was there before is set aside, not deleted.") { file };
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.GetValue(file)!, parsed.InvocationConfiguration.Output, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, string file, TextWriter output, CancellationToken cancellation)
    {
        RestoreReport report;
        // What is there now is not opened: it may be the very damage that is to be repaired.
        using (var plain = WebApp.BuildPlain(settings))
            report = await plain.Services.GetRequiredService<CorpusRestore>().RestoreAsync(file, cancellation);
        var manifest = report.Manifest;
        await output.WriteLineAsync($"Restored {Words.Count(manifest.Articles, "article", "articles")} of {Words.Count(manifest.Files, "file", "files")}, as of {Words.Moment(manifest.CreatedAt)}.");
        if (report.Aside is { } aside)
            await output.WriteLineAsync($"What was there before is in {aside}. Delete it when you no longer need it.");
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        await host.Services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
        await output.WriteLineAsync("The search index was made anew.");
        return ExitCode.Ok;
    }
}
