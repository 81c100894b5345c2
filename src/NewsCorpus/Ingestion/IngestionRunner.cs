using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>What to ingest.</summary>
public sealed record IngestionRequest
{
    /// <summary>Folders and files, absolute; empty for the configured corpus.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Read again also what has not changed.</summary>
    public bool Force { get; init; }

    /// <summary>Work everything out and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who started it, for the run's row.</summary>
    public required string StartedBy { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Run">The run with its counts so far.</param>
/// <param name="Outcomes">Outcomes of the batch just stored, in file order.</param>
/// <param name="Changes">What the batch changed, or in a dry run would change, in articles that were there before.</param>
public sealed record IngestionProgress(Run Run, IReadOnlyList<RunOutcome> Outcomes, IReadOnlyList<ArticleChange> Changes);

/// <summary>
/// Runs ingestion: files are found in a stable order, read and analysed on all cores, and stored in that order by one writer, batch by batch.
/// Memory is bounded by the files under way, whatever the size of the folder.
/// </summary>
public sealed class IngestionRunner(
    FileReader reader,
    ArticleStore store,
    IDbContextFactory<CorpusDbContext> contexts,
    IOptions<NewsCorpusOptions> options,
    TimeProvider time)
{
    /// <summary>Files whose stored state is asked for in one query.</summary>
    private const int LookupSize = 256;

    /// <summary>A batch of large files commits before it is full, so that memory stays bounded.</summary>
    private const long MaxBatchBytes = 16 * 1024 * 1024;

    /// <summary>Runs to the end and returns the run. A file that cannot be read never ends a run; a full disk or a broken database does.</summary>
    /// <exception cref="EnvironmentProblemException">A path is missing, another run is under way, or the database failed. What was committed stays.</exception>
    public async Task<Run> RunAsync(IngestionRequest request, Action<IngestionProgress>? progress, CancellationToken cancellation)
    {
        var paths = request.Paths.Count > 0 ? request.Paths : options.Value.Corpus.AsReadOnly();
        using var held = IngestionLock.Take(options.Value.Data);
        var run = request.DryRun
            ? new Run { StartedBy = request.StartedBy, Paths = string.Join('\n', paths), State = RunState.Running, StartedAt = time.GetUtcNow() }
            : await BeginAsync(request, paths, cancellation);
        try
        {
            await PumpAsync(run, request, paths, progress, cancellation);
            if (!request.DryRun)
                await FinishAsync(run, paths, cancellation);
            run.State = RunState.Finished;
            return run;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (!request.DryRun)
                await store.EndRunAsync(run, RunState.Cancelled, "Cancelled. What was stored stays; the next run takes up the rest.", cancellation: CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            var problem = CorpusDatabase.ProblemOf(e, options.Value.DatabasePath) ?? e;
            await TryEndAsync(run, request, problem.Message);
            if (ReferenceEquals(problem, e))
                throw;
            throw problem;
        }
    }

    private async Task<Run> BeginAsync(IngestionRequest request, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        try
        {
            return await store.BeginRunAsync(request.StartedBy, paths, cancellation);
        }
        catch (Exception e) when (CorpusDatabase.ProblemOf(e, options.Value.DatabasePath) is { } problem)
        {
            throw problem;
        }
    }

    private async Task PumpAsync(Run run, IngestionRequest request, IReadOnlyList<string> paths, Action<IngestionProgress>? progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = Environment.ProcessorCount;
        var work = Channel.CreateBounded<Task<FileReading>>(new BoundedChannelOptions(workers * 16) { SingleReader = true, SingleWriter = true });
        var finder = Task.Run(() => FindAsync(paths, request.Force, work.Writer, stop.Token), CancellationToken.None);
        try
        {
            var batch = new List<FileReading>(options.Value.BatchSize);
            var bytes = 0L;
            await foreach (var task in work.Reader.ReadAllAsync(cancellation))
            {
                var reading = await task;
                batch.Add(reading);
                bytes += reading.Size;
                if (batch.Count < options.Value.BatchSize && bytes < MaxBatchBytes)
                    continue;
                await StoreAsync(batch);
                bytes = 0;
            }
            if (batch.Count > 0)
                await StoreAsync(batch);

            async Task StoreAsync(List<FileReading> files)
            {
                var result = await store.CommitAsync(run, files, request.DryRun, cancellation);
                progress?.Invoke(new IngestionProgress(run, result.Outcomes, result.Changes));
                files.Clear();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await finder.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await finder;
    }

    /// <summary>Lists files and starts their reading; the channel's capacity holds back whatever would run ahead of the writer.</summary>
    private async Task FindAsync(IReadOnlyList<string> paths, bool force, ChannelWriter<Task<FileReading>> work, CancellationToken cancellation)
    {
        try
        {
            foreach (var chunk in paths.SelectMany(SourceFolder.Files).Chunk(LookupSize))
            {
                var known = await KnownAsync(chunk.Select(e => e.Location), cancellation);
                foreach (var entry in chunk)
                    if (FileReader.IsArchive(entry))
                        await ExpandAsync(entry);
                    else
                        await StartAsync(() => reader.Read(entry, known.GetValueOrDefault(entry.Location), force));
            }
            work.Complete();
        }
        catch (Exception e)
        {
            // The reading side sees the fault where it would have seen the next file.
            work.Complete(e);
            throw;
        }

        async Task StartAsync(Func<FileReading> read)
        {
            await work.WaitToWriteAsync(cancellation);
            await work.WriteAsync(Task.Run(read, cancellation), cancellation);
        }

        // A few documents of an archive at a time: one query asks what is known of them, and no more than they are in memory.
        async Task ExpandAsync(SourceEntry archive)
        {
            foreach (var some in reader.Expand(archive).Chunk(Environment.ProcessorCount * 8))
            {
                var known = await KnownAsync(some.Select(d => FileReader.LocationIn(archive, d)), cancellation);
                foreach (var document in some)
                    await StartAsync(() => reader.Read(archive, document, known.GetValueOrDefault(FileReader.LocationIn(archive, document)), force));
            }
        }
    }

    private async Task<Dictionary<string, KnownFile>> KnownAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var locations = names.ToList();
        return await db.SourceFiles
            .Where(f => locations.Contains(f.Location))
            .ToDictionaryAsync(f => f.Location, f => new KnownFile(f.Sha256, f.Format, f.ReaderVersion, f.Outcome), StringComparer.Ordinal, cancellation);
    }

    private async Task FinishAsync(Run run, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var gone = new List<string>();
        foreach (var folder in paths.Where(Directory.Exists))
            gone.AddRange(await store.MarkMissingAsync(folder, cancellation));
        var remark = gone.Count == 0 ? null : $"{gone.Count} files are no longer there (their articles stay): {string.Join(", ", gone.Take(5))}{(gone.Count > 5 ? ", …" : "")}";
        await store.EndRunAsync(run, RunState.Finished, remark, cancellation: cancellation);
    }

    private async Task TryEndAsync(Run run, IngestionRequest request, string error)
    {
        if (request.DryRun)
            return;
        try
        {
            await store.EndRunAsync(run, RunState.Failed, error);
        }
        catch (Exception e) when (e is SqliteException or DbUpdateException)
        {
            // The database that ended the run cannot record it either; the first error is the one to show, and the next run marks this one as failed.
        }
    }
}
