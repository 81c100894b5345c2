using System.CommandLine;
using NewsCorpus.Search;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Compares database and index both ways and names each difference.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("verify", "Compare database and index and name each difference (exit code 1).");
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.InvocationConfiguration.Output, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, TextWriter output, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        var differences = await host.Services.GetRequiredService<IndexVerifier>().VerifyAsync(cancellation);
        foreach (var difference in differences)
            await output.WriteLineAsync(difference.Message);
        await output.WriteLineAsync(differences.Count == 0 ? "Database and index agree." : $"{differences.Count} differences. The verb reindex makes the index anew.");
        return differences.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
    }
}
