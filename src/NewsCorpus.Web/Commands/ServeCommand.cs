using System.CommandLine;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Commands;

/// <summary>Migrates, ingests what is new, brings the index up to date and serves the pages.</summary>
public static class ServeCommand
{
    /// <summary>A first corpus that takes longer is read on in the background while the pages already serve what is there.</summary>
    private static readonly TimeSpan PatienceForTheFirst = TimeSpan.FromSeconds(20);

    /// <summary>The same where there is something to serve already: who starts again waits for a few new files, not until a million have been looked at.</summary>
    private static readonly TimeSpan PatienceForMore = TimeSpan.FromSeconds(5);

    internal static Command Create(CommonOptions common)
    {
        var command = new Command("serve", "Ingest what is new, then serve the pages. The default.") { common.Watch };
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
            // A word that this setting does not know is said before any work is done.
            var reading = app.Services.GetRequiredService<ReadingRule>();
            app.Services.GetRequiredService<ServeLock>().Take();
            await app.Services.GetRequiredService<CorpusDatabase>().PrepareAsync(cancellation);
            await app.Services.GetRequiredService<AccountsDatabase>().PrepareAsync(cancellation);
            WebApp.CheckPorts(app);
            var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
            // Before the host starts them: the pages are to find what is new.
            await app.Services.GetRequiredService<IndexFollower>().StartAsync(cancellation);
            await app.Services.GetRequiredService<SearchWarmUp>().StartAsync(cancellation);
            await app.Services.GetRequiredService<RunWorker>().StartAsync(cancellation);
            var patience = await AnyArticlesAsync(app.Services, cancellation) ? PatienceForMore : PatienceForTheFirst;
            var ingestion = IngestAsync(app.Services, output, stopping.Token);
            await Task.WhenAny(ingestion, Task.Delay(patience, cancellation));
            if (ingestion.IsCompleted)
                await ingestion;
            await app.StartAsync(cancellation);
            await app.Services.GetRequiredService<PageWarmUp>().RunAsync(cancellation);
            foreach (var url in app.Urls)
                await output.WriteLineAsync($"NewsCorpus serves on {url}  (Ctrl+C stops it)");
            await output.WriteLineAsync(reading.Sentence);
            await WelcomeAsync(app, output, cancellation);
            return app;
        }
        catch
        {
            await app.Services.GetRequiredService<RunWorker>().StopAsync(CancellationToken.None);
            await app.Services.GetRequiredService<SearchWarmUp>().StopAsync(CancellationToken.None);
            await app.Services.GetRequiredService<IndexFollower>().StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> AnyArticlesAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(cancellation);
        return await db.Articles.AnyAsync(cancellation);
    }

    /// <summary>Says, while there is no admin, how to make the first.</summary>
    private static async Task WelcomeAsync(WebApplication app, TextWriter output, CancellationToken cancellation)
    {
        if (await app.Services.GetRequiredService<FirstAdmin>().IssueAsync(cancellation) is not { } code)
            return;
        var address = BindingAddress.Parse(app.Urls.First());
        // An address for all of the machine's names is none that a browser can go to.
        var host = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) ? address.Host : "localhost";
        await output.WriteLineAsync($"There is no admin yet. Make the first one at {address.Scheme}://{host}:{address.Port}/account/setup with this one-time code:");
        await output.WriteLineAsync();
        await output.WriteLineAsync("    " + code);
        await output.WriteLineAsync();
    }

    /// <summary>Queues a run over what is new, tells how it goes, and brings the index up to date with it.</summary>
    private static async Task IngestAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            var queued = await services.GetRequiredService<RunQueue>().EnqueueAsync(new IngestionRequest { StartedBy = AuditLog.Server }, null, cancellation);
            var progress = new ProgressLine(output);
            await foreach (var run in services.GetRequiredService<RunReport>().FollowAsync(queued.Id, cancellation))
            {
                if (!run.IsOver)
                    progress.Report(run);
                // The corpus may be on a disk that is not there today; what is in the database is still served.
                else
                    await output.WriteLineAsync(run.State == RunState.Failed ? $"Ingestion stopped: {run.Error}" : RunWords.Summary(run) + (run.Error is { } remark ? Environment.NewLine + remark : ""));
            }
            await services.GetRequiredService<IndexCatchUp>().CatchUpAsync(cancellation);
        }
        catch (Exception e) when (CorpusDatabase.ProblemOf(e, services.GetRequiredService<IOptions<NewsCorpusOptions>>().Value.DatabasePath) is { } problem)
        {
            // A full disk, say. What database and index hold is served; the rest is taken up once it can be.
            await output.WriteLineAsync($"Ingestion stopped: {problem.Message}");
        }
    }
}
