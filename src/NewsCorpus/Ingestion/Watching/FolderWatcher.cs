using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Watching;

/// <summary>
/// Watches the configured folders of a serving process and queues a run over what appears, changes or vanishes, once it is complete. Many changes at once become one run, and the next waits until that one is over.
/// </summary>
public sealed class FolderWatcher : BackgroundService
{
    /// <summary>So many paths a run is pointed at; for more, at the folders that they lie in.</summary>
    private const int MostPaths = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>How long complete files wait for those that still change.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FolderScan _scan;
    private readonly RunQueue _queue;
    private readonly RunStore _runs;
    private readonly ILogger<FolderWatcher> _logger;
    private readonly TimeProvider _time;
    private readonly string _database;
    private readonly TimeSpan _rescan;
    private readonly SettlingFiles _settling;
    private readonly IReadOnlyList<WatchedFolder> _folders;
    private readonly HashSet<string> _ready = new(StringComparer.Ordinal);
    private long _readySince;
    private long? _lastRun;

    public FolderWatcher(SourceFiles files, RunQueue queue, RunStore runs, IOptions<NewsCorpusOptions> options, ILogger<FolderWatcher> logger, TimeProvider time)
    {
        (_queue, _runs, _logger, _time) = (queue, runs, logger, time);
        _scan = new FolderScan(files, options);
        _database = options.Value.DatabasePath;
        _rescan = TimeSpan.FromSeconds(options.Value.WatchRescanSeconds);
        _settling = new SettlingFiles(time);
        _folders = [.. SourceRoot.Of(options.Value.Corpus, options.Value.Corpus, options.Value.Data).Select(root => new WatchedFolder(root, _settling, logger, time))];
    }

    public override void Dispose()
    {
        foreach (var folder in _folders)
            folder.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var scanned = _time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                foreach (var folder in _folders)
                    folder.Tend();
                // What a run is about to see is no news once it has.
                if (!await _runs.AnyUnfinishedAsync(stoppingToken))
                {
                    var isDue = _time.GetElapsedTime(scanned) >= _rescan;
                    foreach (var folder in _folders)
                        if (folder.TakeScan() || isDue)
                            await _scan.ScanAsync(folder, stoppingToken);
                    scanned = isDue ? _time.GetTimestamp() : scanned;
                    await SortAsync(stoppingToken);
                    await EnqueueAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) when (CorpusDatabase.ProblemOf(failure, _database) is { } problem)
            {
                _logger.LogWarning("Watching: {Problem} It is tried again.", problem.Message);
                pause = AfterFailure;
            }
            catch (Exception failure)
            {
                _logger.LogError(failure, "The folders could not be watched; trying again in {Seconds} seconds.", AfterFailure.TotalSeconds);
                pause = AfterFailure;
            }
            await Task.Delay(pause, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Keeps of what has settled that in which a run would find something.</summary>
    private async Task SortAsync(CancellationToken cancellation)
    {
        var (complete, gone) = _settling.Take();
        foreach (var path in complete)
            if (FolderOf(path) is not null && await _scan.IsNewsAsync(path, cancellation))
                Ready(path);
        foreach (var path in gone)
        {
            // A folder that came whole tells nothing of what is in it.
            if (Directory.Exists(path) && FolderOf(path) is { } folder)
                foreach (var entry in SourceFolder.Files(folder.Root with { Location = path }))
                    folder.Notice(entry.Location);
            else if (!File.Exists(path) && await _scan.IsLossAsync(path, cancellation))
                Ready(path);
        }
        foreach (var folder in _folders)
            if (folder.TakeFlood())
                Ready(folder.Root.Location);

        void Ready(string path)
        {
            if (_ready.Count == 0)
                _readySince = _time.GetTimestamp();
            _ready.Add(path.Contains('\n', StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path);
        }
    }

    private async Task EnqueueAsync(CancellationToken cancellation)
    {
        if (_ready.Count == 0 || (!_settling.IsEmpty && _time.GetElapsedTime(_readySince) < Patience))
            return;
        if (_lastRun is { } last && (await _runs.FindAsync(last, cancellation))?.State != RunState.Finished)
            _scan.Forget();
        var queued = await _queue.EnqueueAsync(new IngestionRequest { Paths = [.. Paths().Order(StringComparer.Ordinal)], StartedBy = AuditLog.Watch }, null, cancellation);
        _lastRun = queued.Id;
        foreach (var path in _ready)
            _scan.Remember(path);
        _ready.Clear();
    }

    /// <summary>What is ready, or where that is much, the folders that it lies in: never one above a folder that is watched.</summary>
    private HashSet<string> Paths()
    {
        if (_ready.Count <= MostPaths)
            return _ready;
        var roots = _folders.Select(f => f.Root.Location).ToList();
        var whole = roots.Where(_ready.Contains).ToList();
        var folders = _ready.Select(path => whole.Find(root => SourceRoot.Contains(root, path)) ?? Path.GetDirectoryName(path) ?? path).ToHashSet(StringComparer.Ordinal);
        return folders.Count <= MostPaths ? folders : [.. roots.Where(root => _ready.Any(path => SourceRoot.Contains(root, path)))];
    }

    /// <summary>The watched folder in which a run would list the path; null where it would not.</summary>
    private WatchedFolder? FolderOf(string path) => _folders.FirstOrDefault(f => SourceFolder.Lists(f.Root, path));
}
