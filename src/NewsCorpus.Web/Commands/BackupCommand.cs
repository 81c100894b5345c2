using System.CommandLine;
using NewsCorpus.Store.Backups;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>Writes the corpus into one file while everything goes on.</summary>
internal static class BackupCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("file") { Description = "The backup to make: one file with database and keys. It holds the accounts; keep it where only you can read it." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var command = new Command("backup", "Write a consistent copy of the corpus into one file, also while serving and ingesting.") { file, force };
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.GetValue(file)!, parsed.GetValue(force), parsed.InvocationConfiguration.Output, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, string file, bool force, TextWriter output, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        var manifest = await host.Services.GetRequiredService<CorpusBackup>().WriteAsync(file, force, cancellation);
        await output.WriteLineAsync($"Backed up {Words.Count(manifest.Articles, "article", "articles")} of {Words.Count(manifest.Files, "file", "files")} into {Path.GetFullPath(file)} ({Words.FileSize(new FileInfo(file).Length)}).");
        return ExitCode.Ok;
    }
}
