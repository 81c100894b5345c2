using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// Links people across articles: finds whom "Mayor Adams" means where the article does not say, tells people of one name apart, and finds names that may be spellings of one. It follows the revisions of articles as the index does, a step a
/// transaction: a killed process leaves the rest to the next, and an article never needs a look at the whole corpus. Safe for threads.
/// </summary>
public sealed class PeopleLinker(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Looks at all that changed since the last time.</summary>
    /// <returns>Articles looked at.</returns>
    public async Task<int> LinkAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var (book, namesakes) = (new OfficeBook(), new NamesakeBook());
            var (linked, step) = (0, 0);
            do
                linked += step = await StepAsync(book, namesakes, cancellation);
            while (step > 0);
            return linked;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether any article changed since the last time.</summary>
    public async Task<bool> IsAnyWaitingAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Info.AnyAsync(i => db.Articles.Any(a => a.Revision > i.LinkedRevision), cancellation);
    }

    public void Dispose() => _one.Dispose();

    private async Task<int> StepAsync(OfficeBook book, NamesakeBook namesakes, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Info.AnyAsync(i => db.Articles.Any(a => a.Revision > i.LinkedRevision), cancellation))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var numbers = new SequenceBlock(db);
        await numbers.LoadAsync(cancellation);
        var looked = await new LinkStep(db, numbers, book, namesakes, time.GetUtcNow()).RunAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return looked;
    }
}
