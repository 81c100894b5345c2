using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Store.Verification;
using Xunit;

namespace NewsCorpus.Tests;

/// <summary>A real data folder and a folder of files, both in the system's temporary folder, gone when disposed.</summary>
public sealed class TestCorpus : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _connection;
    private bool _ownsFolder = true;

    private TestCorpus(string folder, Action<IServiceCollection>? configure)
    {
        Folder = folder;
        _connection = CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db"), timeout: 1);
        Directory.CreateDirectory(Files);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["NewsCorpus:Data"] = Data,
            ["NewsCorpus:Corpus:0"] = Files,
            ["NewsCorpus:BatchSize"] = "3",
            ["NewsCorpus:LockTimeout"] = "1",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddNewsCorpus(configuration);
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Files => Path.Combine(Folder, "files");

    public IServiceProvider Services => _services;

    public static async Task<TestCorpus> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var corpus = Unprepared(configure);
        await MigratedDatabase.PutAsync(Path.Combine(corpus.Data, "newscorpus.db"), TestContext.Current.CancellationToken);
        await corpus.Get<CorpusDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
        return corpus;
    }

    /// <summary>Without a database yet.</summary>
    public static TestCorpus Unprepared(Action<IServiceCollection>? configure = null) => new(Path.Combine(Path.GetTempPath(), "newscorpus-" + Guid.NewGuid().ToString("N")), configure);

    /// <summary>Another process on the same folders, which it leaves there. The first one's connections are given up.</summary>
    public TestCorpus Reopen()
    {
        SqliteFile.Release(_connection);
        return new TestCorpus(Folder, null) { _ownsFolder = false };
    }

    /// <summary>All that verify finds, one "Kind subject" each; empty where files, originals, database and index agree.</summary>
    public async Task<List<string>> VerifyAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await Get<IndexCatchUp>().CatchUpAsync(token);
        var found = await Get<DatabaseVerifier>().VerifyAsync(null, token).ToListAsync(token);
        found.AddRange(await Get<FolderVerifier>().VerifyAsync(null, token).ToListAsync(token));
        found.AddRange(await Get<IndexVerifier>().VerifyAsync(null, token).ToListAsync(token));
        return found.ConvertAll(d => $"{d.Kind} {d.Subject.Replace(Files + "/", "", StringComparison.Ordinal)}");
    }

    /// <summary>Overwrites the pages of the articles' texts behind SQLite's back, all of the log moved into the file before.</summary>
    public async Task BreakDatabaseAsync()
    {
        var token = TestContext.Current.CancellationToken;
        long page, size;
        await using (var db = Database())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", token);
            page = await db.Database.SqlQueryRaw<long>("SELECT rootpage AS Value FROM sqlite_schema WHERE name = 'Bodies'").SingleAsync(token);
            size = await db.Database.SqlQueryRaw<long>("SELECT page_size AS Value FROM pragma_page_size").SingleAsync(token);
        }
        SqliteFile.Release(_connection);
        await using var file = new FileStream(Path.Combine(Data, "newscorpus.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Seek((page - 1) * size, SeekOrigin.Begin);
        await file.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)size).ToArray(), token);
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
                    outcomes[outcome.Path] = outcome;
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
        SqliteFile.Release(_connection);
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
