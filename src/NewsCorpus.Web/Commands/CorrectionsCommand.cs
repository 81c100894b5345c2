using System.CommandLine;
using System.Text;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Web.Hosting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>Takes the log of corrections out of a data folder and into another.</summary>
internal static class CorrectionsCommand
{
    /// <summary>Stands for standard input or output.</summary>
    private const string Console = "-";

    public static Command Create(CommonOptions common)
    {
        var to = new Argument<string>("FILE") { Description = "File to write; - for standard output." };
        var export = new Command("export", "Write all corrections as JSON Lines.") { to };
        export.SetAction((parsed, token) => ExportAsync(common.Read(parsed), parsed.GetValue(to)!, parsed.InvocationConfiguration.Output, token));

        var from = new Argument<string>("FILE") { Description = "File to read; - for standard input." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be imported, and write nothing." };
        var import = new Command("import", "Take in the corrections of another data folder, all of them or, with a line that cannot be read, none.") { from, dryRun };
        import.SetAction((parsed, token) => ImportAsync(common.Read(parsed), parsed.GetValue(from)!, parsed.GetValue(dryRun), parsed.InvocationConfiguration, token));
        return new Command("corrections", "Export or import what editors corrected.") { export, import };
    }

    private static async Task<int> ExportAsync(HostSettings settings, string file, TextWriter output, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        var lines = host.Services.GetRequiredService<CorrectionExport>().LinesAsync(cancellation);
        if (file == Console)
        {
            await WriteAsync(lines, output);
            return ExitCode.Ok;
        }
        var path = Path.GetFullPath(file);
        // Under its name the file is whole or not there.
        var half = path + ".part";
        try
        {
            int count;
            await using (var writer = new StreamWriter(half, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
                count = await WriteAsync(lines, writer);
            File.Move(half, path, overwrite: true);
            await output.WriteLineAsync($"Wrote {Words.Count(count, "correction", "corrections")} to {path}.");
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(half))
                File.Delete(half);
            throw new EnvironmentProblemException($"{path} cannot be written: {e.Message} Give another file.", e);
        }
    }

    private static async Task<int> WriteAsync(IAsyncEnumerable<string> lines, TextWriter writer)
    {
        var count = 0;
        await foreach (var line in lines)
        {
            await writer.WriteLineAsync(line);
            count++;
        }
        return count;
    }

    private static async Task<int> ImportAsync(HostSettings settings, string file, bool dryRun, InvocationConfiguration console, CancellationToken cancellation)
    {
        using var reader = file == Console ? System.Console.In : Open(Path.GetFullPath(file));
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        var result = await host.Services.GetRequiredService<CorrectionImport>().RunAsync(reader.LinesAsync(), AuditLog.CommandLine, dryRun, cancellation);
        foreach (var problem in result.Problems)
            await console.Error.WriteLineAsync($"{file}, line {problem.Line}: {problem.Message}");
        if (result.Problems.Count > 0)
        {
            await console.Error.WriteLineAsync("Nothing was imported.");
            return ExitCode.Findings;
        }
        if (!dryRun)
        {
            await host.Services.GetRequiredService<StoryLinker>().LinkAsync(isFollowed: false, cancellation);
            await host.Services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
        }
        await console.Output.WriteLineAsync($"{(dryRun ? "A dry run, nothing was written: " : "")}{Words.Count(result.Added, "new correction", "new corrections")}, {result.Known} known already, {result.Waiting} wait for their article.");
        return ExitCode.Ok;
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentProblemException($"{path} cannot be read: {e.Message} Give a file that “corrections export” wrote.", e);
        }
    }
}
