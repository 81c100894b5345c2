using System.CommandLine;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Search;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Throws the index away and makes it again from the database.</summary>
internal static class ReindexCommand
{
    public static Command Create(CommonOptions common)
    {
        var stories = new Option<bool>("--stories") { Description = "Look for all copies anew first, and make their stories again." };
        var command = new Command("reindex", "Rebuild the index from the database.") { stories };
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.GetValue(stories), parsed.InvocationConfiguration.Output, token));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, bool stories, TextWriter output, CancellationToken cancellation)
    {
        using var host = await WebApp.OpenPlainAsync(settings, cancellation);
        if (stories)
        {
            var linker = host.Services.GetRequiredService<StoryLinker>();
            await linker.PrepareAsync(evenSo: true, cancellation);
            await output.WriteLineAsync($"Looked for the copies of {await linker.LinkAsync(isFollowed: false, cancellation)} articles anew.");
        }
        var articles = await host.Services.GetRequiredService<IndexCatchUp>().RebuildAsync(cancellation);
        await output.WriteLineAsync($"Indexed {articles} articles anew.");
        return ExitCode.Ok;
    }
}
