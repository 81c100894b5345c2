using System.CommandLine;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Migrates, ingests what is new, brings the index up to date and serves the pages.</summary>
public static class ServeCommand
{
    /// <summary>A corpus that takes longer is read on in the background while the pages already serve what is there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal static Command Create(CommonOptions common)
    {
        var command = new Command("serve", "Ingest what is new, then serve the pages. The default.");
        command.SetAction((parsed, token) => RunAsync(common.Read(parsed), parsed.InvocationConfiguration.Output, token));
        return command;
    }

    internal static async Task<int> RunAsync(HostSettings settings, TextWriter output, CancellationToken cancellation)
    {
        await using var app = await StartAsync(settings, output, cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Ok;
    }

    /// <summary>Starts everything and returns while it serves.</summary>
    /// <exception cref="EnvironmentProblemException">The data folder, the corpus or the port cannot be used.</exception>
    public static async Task<WebApplication> StartAsync(HostSettings settings, TextWriter output, CancellationToken cancellation)
    {
        var app = WebApp.Build(settings);
        try
        {
            app.Services.GetRequiredService<ServeLock>().Take();
            await app.Services.GetRequiredService<CorpusDatabase>().PrepareAsync(cancellation);
            WebApp.CheckPorts(app);
            var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
            var ingestion = IngestAsync(app.Services, output, stopping.Token);
            await Task.WhenAny(ingestion, Task.Delay(Patience, cancellation));
            if (ingestion.IsCompleted)
                await ingestion;
            await app.StartAsync(cancellation);
            foreach (var url in app.Urls)
                await output.WriteLineAsync($"NewsCorpus serves on {url}  (Ctrl+C stops it)");
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task IngestAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var progress = new ProgressLine(output);
        try
        {
            var run = await services.GetRequiredService<IngestionRunner>().RunAsync(new IngestionRequest { StartedBy = "serve" }, progress.Report, cancellation);
            progress.Finish(run);
        }
        catch (EnvironmentProblemException e)
        {
            // The corpus may be on a disk that is not there today; what is in the database is still served.
            progress.Fail(e.Message);
        }
        try
        {
            await services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
        }
        catch (EnvironmentProblemException e)
        {
            // What the index holds is searched; it takes up the rest once it can.
            await output.WriteLineAsync(e.Message);
        }
    }
}
