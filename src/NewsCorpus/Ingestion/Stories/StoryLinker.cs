using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Store;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>
/// Works off the tasks that ingestion and editors leave (<see cref="CopyTask"/>), step by step, each step one transaction that holds the database's write lock: any process may link at any time,
/// and one that is killed leaves the rest to the next. Safe for threads.
/// </summary>
public sealed class StoryLinker(IDbContextFactory<CorpusDbContext> contexts, IOptions<CopyOptions> options) : IDisposable
{
    /// <summary>Articles of a step: enough to share its commit, few enough that nobody waits long for the lock.</summary>
    public const int StepSize = 1000;

    private readonly CopyMatcher _matcher = new(options.Value);
    private readonly CopyKeys _keys = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Links all articles that wait for it.</summary>
    /// <param name="isFollowed">True where more is to come soon: what was loaded to look keys up is kept.</param>
    /// <returns>How many waited.</returns>
    public async Task<int> LinkAsync(bool isFollowed, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var (linked, step) = (0, 0);
            do
                linked += step = await StepAsync(cancellation);
            while (step > 0);
            if (!isFollowed)
                _keys.Forget();
            return linked;
        }
        catch
        {
            // What the transaction wrote is not there.
            _keys.Forget();
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether any article waits to be linked.</summary>
    public async Task<bool> IsAnyWaitingAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.CopyTasks.AnyAsync(cancellation);
    }

    /// <summary>
    /// Where the stories were made under other settings than the present ones, or never, takes them all apart and has every article linked anew. Cheap where they were not.
    /// </summary>
    /// <param name="evenSo">True to do so in any case.</param>
    public async Task PrepareAsync(bool evenSo, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var signature = options.Value.Signature();
        if (!evenSo && await db.Info.AnyAsync(i => i.CopySignature == signature, cancellation))
            return;
        await _one.WaitAsync(cancellation);
        try
        {
            _keys.Forget();
            await StoryReset.RunAsync(db, signature, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What tells a preview how it would link.</summary>
    internal StoryPreview Preview() => new(contexts, options.Value);

    public void Dispose() => _one.Dispose();

    /// <returns>Tasks worked off; 0 where there are none.</returns>
    private async Task<int> StepAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.CopyTasks.AnyAsync(cancellation))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var tasks = await db.CopyTasks.AsNoTracking().OrderBy(t => t.ArticleId).Take(StepSize).ToListAsync(cancellation);
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(cancellation);
        await _keys.LoadAsync(db, cancellation);
        using var pages = new KeyPages(db);
        var finder = new CopyFinder(_keys, pages, options.Value);
        var step = new StoryStep(db, new CopyMembers(db, options.Value), _matcher, options.Value);
        await step.PlanAsync(tasks, finder, cancellation);
        await step.WriteAsync(tasks, finder, _keys, numbers, cancellation);
        await transaction.CommitAsync(cancellation);
        return tasks.Count;
    }
}
