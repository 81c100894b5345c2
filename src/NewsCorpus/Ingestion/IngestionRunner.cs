using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Identities;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Ingestion;

/// <summary>How far a run is.</summary>
/// <param name="Run">The run with its counts so far.</param>
/// <param name="Outcomes">Outcomes of the batch just stored, in file order; none where the run has only paused or gone on.</param>
/// <param name="Changes">What the batch changed, or in a dry run would change, in articles that were there before.</param>
public sealed record IngestionProgress(Run Run, IReadOnlyList<RunOutcome> Outcomes, IReadOnlyList<ArticleChange> Changes);

/// <summary>
/// Carries out runs: files are found in a stable order, read and analysed on all cores, and stored in that order by one writer, batch by batch.
/// Memory is bounded by the files under way, whatever the size of the folder. A file that cannot be read never ends a run; a full disk or a broken database does.
/// </summary>
public sealed class IngestionRunner(FileReader reader, ArticleStore store, RunStore runs, SourceFiles files, StoryLinker linker, PeopleLinker people, OpenDates openDates, Estimation estimation, IOptions<NewsCorpusOptions> options, TimeProvider time)
{
    /// <summary>Runs to the end and returns the run, which somebody may have cancelled by its row. A dry run leaves no trace, not even a row.</summary>
    /// <exception cref="EnvironmentProblemException">A path is missing, another run is under way, or the database failed. What was committed stays.</exception>
    public async Task<Run> RunAsync(IngestionRequest request, Action<IngestionProgress>? progress, CancellationToken cancellation)
    {
        using var held = IngestionLock.Take(options.Value.Data);
        return await CarryOutAsync(await OpenAsync(), progress, cancellation);

        async Task<Run> OpenAsync()
        {
            try
            {
                await runs.FailDeadAsync(cancellation);
                return request.DryRun ? runs.Make(request, 0, RunState.Running) : await runs.BeginAsync(request, cancellation);
            }
            catch (Exception e) when (CorpusDatabase.ProblemOf(e, options.Value.DatabasePath) is { } problem)
            {
                throw new EnvironmentProblemException(problem.Message, e);
            }
        }
    }

    /// <summary>Goes on with a run that was cancelled, failed or waits in the queue. Null where it is in none of these states.</summary>
    /// <exception cref="EnvironmentProblemException">As for <see cref="RunAsync"/>.</exception>
    public async Task<Run?> ResumeAsync(long id, Action<IngestionProgress>? progress, CancellationToken cancellation)
    {
        using var held = IngestionLock.Take(options.Value.Data);
        await runs.FailDeadAsync(cancellation);
        return await runs.TakeAsync(id, cancellation) is { } run ? await CarryOutAsync(run, progress, cancellation) : null;
    }

    /// <summary>Whether any process ingests into the data folder at this moment, or holds a paused run.</summary>
    public bool IsUnderWay() => FolderLock.IsHeld(options.Value.Data, FolderLock.Ingesting);

    /// <summary>Takes the next run from the queue, unless another process is ingesting.</summary>
    /// <returns>The run, at its end; null where there was none to take.</returns>
    /// <exception cref="EnvironmentProblemException">The database cannot be asked, or the run failed.</exception>
    internal async Task<Run?> RunNextAsync(CancellationToken cancellation)
    {
        try
        {
            return await TakeNextAsync(cancellation);
        }
        catch (Exception e) when (CorpusDatabase.ProblemOf(e, options.Value.DatabasePath) is { } problem && !ReferenceEquals(problem, e))
        {
            throw new EnvironmentProblemException(problem.Message, e);
        }
    }

    private async Task<Run?> TakeNextAsync(CancellationToken cancellation)
    {
        if (await runs.NextQueuedAsync(cancellation) is null && !await runs.AnyOpenAsync(cancellation))
            return null;
        using var held = IngestionLock.TryTake(options.Value.Data);
        if (held is null)
            return null;
        await runs.FailDeadAsync(cancellation);
        return await runs.NextQueuedAsync(cancellation) is { } id && await runs.TakeAsync(id, cancellation) is { } run
            ? await CarryOutAsync(run, null, cancellation, staysQueued: run.StartedBy != AuditLog.Server)
            : null;
    }

    /// <param name="staysQueued">True where the run is to go on when the process is started again.</param>
    private async Task<Run> CarryOutAsync(Run run, Action<IngestionProgress>? progress, CancellationToken cancellation, bool staysQueued = false)
    {
        await using var control = new RunControl(run, runs, time, cancellation);
        using var heap = HeapKeeper.Watch();
        try
        {
            await using var preview = run.DryRun ? await PreviewLedger.OpenAsync(control.Stop) : null;
            var before = await estimation.RevisionAsync(control.Stop);
            var remark = await ReadAsync(run, preview, control, progress);
            if (!run.DryRun)
            {
                // A date that is decided needs no estimate, and tells one of other articles.
                await openDates.UpdateAsync(control.Stop);
                await estimation.UpdateAsync(before, control.Stop);
            }
            run.FilesFound = run.Files;
            await runs.EndAsync(run, RunState.Finished, remark, cancellation);
            return run;
        }
        catch (OperationCanceledException) when (control.Stop.IsCancellationRequested && control.Fault is null)
        {
            if (staysQueued && cancellation.IsCancellationRequested)
                await runs.EndAsync(run, RunState.Queued, "The program was stopped during this run. It goes on when the program serves again.", CancellationToken.None);
            else
                await runs.EndAsync(run, RunState.Cancelled, "Cancelled. What was stored stays. Resume the run, or start another: both take up the rest.", CancellationToken.None);
            if (cancellation.IsCancellationRequested)
                throw;
            // A batch that was cut off is in its counts, and not in the database.
            return await runs.FindAsync(run.Id, cancellation) ?? run;
        }
        catch (Exception e)
        {
            var problem = CorpusDatabase.ProblemOf(control.Fault ?? e, options.Value.DatabasePath) ?? control.Fault ?? e;
            await TryEndAsync(run, problem.Message);
            if (ReferenceEquals(problem, e))
                throw;
            throw problem;
        }
    }

    /// <summary>Sees all files of the run. Returns a remark on those that are gone, or null.</summary>
    private async Task<string?> ReadAsync(Run run, PreviewLedger? preview, RunControl control, Action<IngestionProgress>? progress)
    {
        var roots = SourceRoot.Of(run.PathList, options.Value.Corpus, options.Value.Data);
        foreach (var root in roots)
            await CheckAsync(root, control.Stop);
        var finder = new SourceFinder(run, roots, RunCursor.Parse(run.Cursor), reader, files, preview);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(control.Stop);
        if (preview is null)
            await linker.PrepareAsync(evenSo: false, control.Stop);
        var before = run.Files;
        var stories = linker.Preview();
        var counting = Task.Run(() => finder.CountAsync(over.Token), CancellationToken.None);
        try
        {
            var pump = new RunPump(run, store, runs, linker, preview, stories, control, options.Value.BatchSize, time, () => counting.IsCompletedSuccessfully ? before + counting.Result + finder.Unpacked : null, progress);
            await pump.PumpAsync(finder.FindOnDiskAsync);
            var remark = await MissingAsync(roots, finder.Vanished, preview, control.Stop);
            await pump.PumpAsync(finder.FindKeptAsync);
            if (preview is null)
            {
                await linker.LinkAsync(isFollowed: false, control.Stop);
                await people.LinkAsync(control.Stop);
            }
            else if (await stories.WorkOutAsync(control.Stop) is var (changes, note))
            {
                await store.ReportAsync(run, changes, control.Stop);
                progress?.Invoke(new IngestionProgress(run, [], changes));
                remark = string.Join(' ', new[] { remark, note }.OfType<string>()) is { Length: > 0 } both ? both : null;
            }
            return remark;
        }
        finally
        {
            await over.CancelAsync();
            // What keeps files from being listed, the run itself has met and told.
            await ((Task)counting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <exception cref="EnvironmentProblemException">The path is not there, and nothing in it was ever seen.</exception>
    private async Task CheckAsync(SourceRoot root, CancellationToken cancellation)
    {
        if (!Directory.Exists(root.Location) && !File.Exists(root.Location) && !await files.AnyAsync(root.Location, cancellation))
            throw new EnvironmentProblemException($"There is no folder or file {root.Location}. Check the path (--corpus, or the argument of ingest).");
    }

    /// <param name="vanished">Files that are gone from their archives.</param>
    private async Task<string?> MissingAsync(IReadOnlyList<SourceRoot> roots, IReadOnlyCollection<long> vanished, PreviewLedger? preview, CancellationToken cancellation)
    {
        var gone = new List<string>();
        var (count, first) = await files.StillMissingAsync(vanished, preview, cancellation);
        var some = first.ToList();
        foreach (var root in roots)
        {
            var missing = await files.MarkMissingAsync(root.Location, FileReader.MayBeArchive, preview, cancellation);
            count += missing.Count;
            some.AddRange(missing.Some);
            if (!Directory.Exists(root.Location) && !File.Exists(root.Location))
                gone.Add(root.Location);
        }
        var remarks = gone.Select(path => $"{path} is no longer there; its articles stay.").ToList();
        if (count > 0)
            remarks.Add($"{count} {(count == 1 ? "file is" : "files are")} no longer there (their articles stay): {string.Join(", ", some.Take(5))}{(count > 5 ? ", …" : "")}");
        return remarks.Count == 0 ? null : string.Join(" ", remarks);
    }

    private async Task TryEndAsync(Run run, string error)
    {
        try
        {
            await runs.EndAsync(run, RunState.Failed, error, CancellationToken.None);
        }
        catch (Exception e) when (e is SqliteException or DbUpdateException)
        {
            // The database that ended the run cannot record it either; the first error is the one to show, and the next run marks this one as failed.
        }
    }
}
