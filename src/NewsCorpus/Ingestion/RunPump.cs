using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Carries files from their readers, which work on all cores, to the one writer, in the order in which they were found, batch by batch. Stops between two files when the run is to pause, and at once when it is to end.
/// </summary>
/// <param name="stories">Takes what a preview would write.</param>
/// <param name="found">Files there are to see in all, as far as is known; null while it is not.</param>
internal sealed class RunPump(
    Run run, ArticleStore store, RunStore runs, StoryLinker linker, PreviewLedger? preview, StoryPreview stories, RunControl control, int batchSize, TimeProvider time, Func<int?> found, Action<IngestionProgress>? progress)
{
    /// <summary>A batch of large files commits before it is full, so that memory stays bounded.</summary>
    private const long MaxBatchBytes = 16 * 1024 * 1024;

    /// <summary>A batch of slow files commits before it is full, so that whoever watches sees it move.</summary>
    private static readonly TimeSpan MaxBatchAge = TimeSpan.FromSeconds(2);

    /// <summary>So many unchanged files weigh what one that is stored does: a batch of nothing else need not commit as often.</summary>
    private const int UnchangedWeight = 10;

    private readonly List<FileReading> _batch = new(batchSize);
    private int _weight;
    private long _bytes;
    private int _unlinked;
    private long _since = time.GetTimestamp();
    private long _stored = time.GetTimestamp();

    /// <summary>Reads and stores all that is found.</summary>
    public async Task PumpAsync(Func<ReadAhead, CancellationToken, Task> find)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(control.Stop);
        using var work = new ReadAhead();
        var finder = Task.Run(() => FindAsync(find, work, stop.Token), CancellationToken.None);
        try
        {
            while (await GoingOnAsync(work.Files.WaitToReadAsync(stop.Token).AsTask()))
                while (work.Files.TryRead(out var reading))
                {
                    var read = await GoingOnAsync(reading);
                    work.ReleaseNext();
                    await TakeAsync(read);
                }
            await StoreAsync();
        }
        finally
        {
            await stop.CancelAsync();
            await finder.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await finder;
    }

    private static async Task FindAsync(Func<ReadAhead, CancellationToken, Task> find, ReadAhead work, CancellationToken cancellation)
    {
        try
        {
            await find(work, cancellation);
            work.Complete();
        }
        catch (Exception e)
        {
            // The reading side sees the fault where it would have seen the next file.
            work.Complete(e);
            throw;
        }
    }

    private async Task TakeAsync(FileReading reading)
    {
        _batch.Add(reading);
        _bytes += reading.Outcome == Outcome.Unchanged ? 0 : reading.Size;
        _weight += reading.Outcome == Outcome.Unchanged ? 1 : UnchangedWeight;
        if (_weight >= batchSize * UnchangedWeight || _bytes >= MaxBatchBytes || time.GetElapsedTime(_stored) >= MaxBatchAge)
            await StoreAsync();
    }

    private async Task StoreAsync()
    {
        _stored = time.GetTimestamp();
        if (_batch.Count == 0)
            return;
        Measure();
        if (found() is { } all)
            run.FilesFound = Math.Max(all, run.Files + _batch.Count);
        var result = await store.CommitAsync(run, _batch, preview, control.Stop);
        stories.Take(result.ToLink);
        _unlinked += _batch.Sum(f => f.Entries.Count);
        _batch.Clear();
        (_bytes, _weight) = (0, 0);
        progress?.Invoke(new IngestionProgress(run, result.Outcomes, result.Changes));
        // A full step shares its commit among many; what is left over the run links at its end.
        if (preview is null && _unlinked >= StoryLinker.StepSize)
        {
            await linker.LinkAsync(isFollowed: true, control.Stop);
            _unlinked = 0;
        }
    }

    /// <summary>Waits for a step, however long it takes; meanwhile the run pauses when it is asked to.</summary>
    private async Task<T> GoingOnAsync<T>(Task<T> step)
    {
        // Most steps are done when they are asked for; waiting costs more than they did.
        if (step.IsCompletedSuccessfully && !control.PauseAsked.IsCompleted && !control.Stop.IsCancellationRequested)
            return await step;
        while (control.PauseAsked.IsCompleted || await Task.WhenAny(step, control.PauseAsked).WaitAsync(control.Stop) != step)
            await PauseAsync();
        return await step;
    }

    private async Task PauseAsync()
    {
        await StoreAsync();
        Measure();
        await runs.SetStateAsync(run, RunState.Paused, control.Stop);
        progress?.Invoke(new IngestionProgress(run, [], []));
        await control.GoOnAsked.WaitAsync(control.Stop);
        _since = time.GetTimestamp();
        await runs.SetStateAsync(run, RunState.Running, control.Stop);
        progress?.Invoke(new IngestionProgress(run, [], []));
    }

    private void Measure()
    {
        var now = time.GetTimestamp();
        run.ActiveSeconds += time.GetElapsedTime(_since, now).TotalSeconds;
        _since = now;
    }
}
