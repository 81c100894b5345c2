using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Store;
using Xunit;

namespace NewsCorpus.Tests;

/// <summary>A real data folder and a folder of files, both in the system's temporary folder, gone when disposed.</summary>
public sealed class TestCorpus : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestCorpus(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(Files);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["NewsCorpus:Data"] = Path.Combine(folder, "data"),
            ["NewsCorpus:Corpus:0"] = Files,
            ["NewsCorpus:BatchSize"] = "3",
        }).Build();
        _services = new ServiceCollection().AddLogging().AddNewsCorpus(configuration).BuildServiceProvider();
    }

    public string Folder { get; }

    public string Files => Path.Combine(Folder, "files");

    public IServiceProvider Services => _services;

    public static async Task<TestCorpus> CreateAsync()
    {
        var corpus = new TestCorpus(Path.Combine(Path.GetTempPath(), "newscorpus-" + Guid.NewGuid().ToString("N")));
        await corpus.Get<CorpusDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
        return corpus;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public CorpusDbContext Database() => Get<IDbContextFactory<CorpusDbContext>>().CreateDbContext();

    public string Write(string name, string text)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs ingestion over the folder and returns the run with the outcome of each file by its path.</summary>
    public async Task<(Run Run, Dictionary<string, RunOutcome> Outcomes)> IngestAsync(bool force = false, bool dryRun = false, params string[] paths)
    {
        var outcomes = new Dictionary<string, RunOutcome>(StringComparer.Ordinal);
        var run = await Get<IngestionRunner>().RunAsync(
            new IngestionRequest { StartedBy = "test", Select = force ? RunSelection.Everything : RunSelection.New, DryRun = dryRun, Paths = paths },
            progress =>
            {
                foreach (var outcome in progress.Outcomes)
                    outcomes.Add(outcome.Path, outcome);
            },
            TestContext.Current.CancellationToken);
        return (run, outcomes);
    }

    /// <summary>The run's row once it is in a state; fails where it comes to another end.</summary>
    public async Task<Run> ReachesAsync(long runId, RunState state)
    {
        Run? last = null;
        await foreach (var run in Get<RunReport>().FollowAsync(runId, TestContext.Current.CancellationToken))
            if ((last = run).State == state)
                return run;
        throw new InvalidOperationException($"The run is {last?.State} and not {state}: {last?.Error}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        // Only this corpus's: other tests run beside it.
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(Folder, "data", "newscorpus.db"))))
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
    }
}
