using System.CommandLine;
using NewsCorpus.Search;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Throws the index away and makes it again from the database.</summary>
internal static class ReindexCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("reindex", "Rebuild the index from the database.");
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.InvocationConfiguration.Output, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, TextWriter output, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        var articles = await host.Services.GetRequiredService<IndexCatchUp>().RebuildAsync(cancellation);
        await output.WriteLineAsync($"Indexed {articles} articles anew.");
        return ExitCode.Ok;
    }
}
