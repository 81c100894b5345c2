using Microsoft.Extensions.Logging;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>
/// Brings the index to the database's last revision; the only one who writes to it. An index that is missing, damaged, of another corpus or format, or ahead of the database is made anew.
/// One a process; safe for threads. Where another process holds the write lock, that one is waited for.
/// </summary>
public sealed class IndexCatchUp : IDisposable
{
    /// <summary>How long another writer is waited for before the caller goes on with what the index has.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>While much is written: a commit makes a segment, and the fewer, the less is merged. The longer it lasts, the longer it may take until what is written is found.</summary>
    private static readonly (TimeSpan First, TimeSpan Last) BetweenCommits = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly CorpusIndex _index;
    private readonly IndexSource _source;
    private readonly ILogger<IndexCatchUp> _logger;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IndexWriting _writing;
    private bool _wasChecked;

    internal IndexCatchUp(CorpusIndex index, IndexSource source, ILogger<IndexCatchUp> logger, TimeProvider time)
    {
        _index = index;
        _source = source;
        _logger = logger;
        _time = time;
        _writing = new IndexWriting(index, source, logger, time);
    }

    /// <summary>Applies what changed in the database since the index's last commit.</summary>
    /// <returns>How many articles were written or removed here; 0 also where another process did it.</returns>
    /// <exception cref="EnvironmentProblemException">The index cannot be written. Searches go on in its last commit.</exception>
    public Task<int> CatchUpAsync(CancellationToken ct) => CatchUpAsync(keepWriter: false, ct);

    /// <summary>Makes the index anew from the database; the old one is searched meanwhile.</summary>
    /// <exception cref="EnvironmentProblemException">Another process is writing to the index, or it cannot be written.</exception>
    public async Task<int> RebuildAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            _writing.Close();
            var damage = _index.FindDamage(everything: false);
            var count = await _writing.ApplyAsync(damage is null ? IndexOpening.New : IndexOpening.Scratch, (await _source.ReadStateAsync(ct)).CorpusId, TimeSpan.Zero, ct);
            return count ?? throw new EnvironmentProblemException($"Another process is writing to the search index in {_index.Folder}: stop it, or try again when it has finished.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
        finally
        {
            _writing.Close();
            _gate.Release();
        }
    }

    /// <param name="keepWriter">True for a caller that comes again soon: merges then go on between the calls, and the lock stays here.</param>
    /// <param name="commitAfter">How long after the last commit the next one is due; at once where nothing is said.</param>
    internal async Task<int> CatchUpAsync(bool keepWriter, CancellationToken ct, TimeSpan commitAfter = default)
    {
        await _gate.WaitAsync(ct);
        var kept = _writing.IsOpen;
        try
        {
            return await FollowAsync(keepWriter, commitAfter, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(e);
        }
        finally
        {
            if (!keepWriter && !kept)
                _writing.Close();
            _gate.Release();
        }
    }

    /// <summary>Follows the database while something else writes to it, so that both cores have work, and a last time when that is done. For a process that does not search meanwhile: whoever does so later opens the index then.</summary>
    public async Task<T> FollowAsync<T>(Task<T> writing, CancellationToken ct)
    {
        _writing.IsSearched = false;
        var started = _time.GetTimestamp();
        try
        {
            while (!writing.IsCompleted)
            {
                var patience = TimeSpan.FromSeconds(Math.Clamp(_time.GetElapsedTime(started).TotalSeconds / 4, BetweenCommits.First.TotalSeconds, BetweenCommits.Last.TotalSeconds));
                if (await CatchUpAsync(keepWriter: true, ct, patience) == 0)
                    await Task.WhenAny(writing, Task.Delay(BetweenLooks, _time, ct));
            }
        }
        catch (Exception e)
        {
            // What is in the index's way must not end what is being written; the last look meets it again and tells it.
            _logger.LogDebug(e, "The index stopped following.");
        }
        try
        {
            var result = await writing;
            await CatchUpAsync(keepWriter: true, ct);
            return result;
        }
        finally
        {
            Release();
            _writing.IsSearched = true;
        }
    }

    /// <summary>Gives back the write lock without waiting for merges: they are taken up again by the next writer.</summary>
    internal void Release()
    {
        _gate.Wait();
        try
        {
            _writing.Close();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>May come before a follower has seen that its host stops: what is released can be released again.</summary>
    public void Dispose() => Release();

    private async Task<int> FollowAsync(bool isFollower, TimeSpan commitAfter, CancellationToken ct)
    {
        var (corpus, target) = await _source.ReadStateAsync(ct);
        var started = _time.GetTimestamp();
        var damage = default(Exception);
        if (!_wasChecked || _index.IsSuspect)
        {
            damage = _index.FindDamage(_index.IsSuspect);
            _wasChecked = true;
        }
        while (true)
        {
            try
            {
                var opening = damage is null ? await DecideAsync(corpus, target, ct) : IndexOpening.Scratch;
                if (opening is null)
                {
                    _index.Refresh();
                    return 0;
                }
                if (damage is not null)
                    _logger.LogWarning(damage, "The search index is damaged: it is rebuilt from the database.");
                if (await _writing.ApplyAsync(opening.Value, corpus, commitAfter, ct) is { } count)
                    return count;
                if (isFollower || _time.GetElapsedTime(started) > Patience)
                {
                    if (damage is null)
                        _index.Refresh();
                    return 0;
                }
            }
            catch (Exception failure) when (damage is null && failure is not OperationCanceledException)
            {
                _writing.Close();
                damage = _index.FindDamage(everything: true);
                if (damage is null)
                    throw;
                continue;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), _time, ct);
            // The other writer may have repaired it.
            damage = damage is null ? null : _index.FindDamage(everything: true);
        }
    }

    /// <summary>How to open the index; null where there is nothing to do.</summary>
    private async Task<IndexOpening?> DecideAsync(Guid corpus, long target, CancellationToken ct)
    {
        if (_index.ReadFormat() is not { } format)
        {
            _logger.LogInformation("There is no search index of this version: it is made from the database.");
            return IndexOpening.Scratch;
        }
        if (format.CorpusId != corpus || format.Revision > target || format.Mark != await _source.ReadMarkAsync(format.Revision, ct))
        {
            _logger.LogWarning("The search index is of another database, or of changes that the database has lost since: it is rebuilt.");
            return IndexOpening.New;
        }
        return format.Revision == target ? null : IndexOpening.Append;
    }

    private EnvironmentProblemException Unwritable(Exception e) => new(
        $"The search index in {_index.Folder} cannot be written: {e.Message} Searches see its last state. Free some space on that disk, or make the folder writable; the index then takes up by itself what it lacks.", e);
}
