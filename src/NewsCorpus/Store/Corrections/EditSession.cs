using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>One transaction of an editor's work. It holds the database's write lock from the beginning: what it reads stays so until it commits. Disposed before that, it leaves nothing.</summary>
internal sealed class EditSession : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private EditSession(CorpusDbContext db, IDbContextTransaction transaction, TimeProvider time)
    {
        Db = db;
        _transaction = transaction;
        Now = time.GetUtcNow();
        Numbers = new SequenceBlock(db);
        Names = new NameDirectory(db, Numbers);
    }

    public CorpusDbContext Db { get; }

    public SequenceBlock Numbers { get; }

    public NameDirectory Names { get; }

    public DateTimeOffset Now { get; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public static async Task<EditSession> OpenAsync(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            var session = new EditSession(db, await db.Database.BeginTransactionAsync(cancellation), time);
            await session.Numbers.LoadAsync(cancellation);
            return session;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>The active corrections of an article, oldest first.</summary>
    public Task<List<Correction>> ActiveAsync(long articleId, CancellationToken cancellation) =>
        Db.Corrections.Where(c => c.ArticleId == articleId && c.State == CorrectionState.Active).OrderBy(c => c.Id).ToListAsync(cancellation);

    /// <summary>All corrections of a person, oldest first.</summary>
    public Task<List<Correction>> OfPersonAsync(int personId, CancellationToken cancellation) =>
        Db.Corrections.Where(c => c.PersonId == personId).OrderBy(c => c.Id).ToListAsync(cancellation);

    /// <summary>Adds a correction; the one of the same field that was active until now is superseded.</summary>
    public void Add(Correction correction, IEnumerable<Correction> active)
    {
        foreach (var earlier in active.Where(c => c.Field == correction.Field && c.State == CorrectionState.Active))
            earlier.State = CorrectionState.Superseded;
        Db.Corrections.Add(correction);
    }

    public void TakeBack(Correction correction, Edit edit)
    {
        correction.State = CorrectionState.Reverted;
        correction.RevertedAt = Now;
        correction.RevertedBy = edit.By;
        correction.RevertedNote = edit.Note;
    }

    /// <summary>Writes the edit into the log of who did what, in the same transaction.</summary>
    public void Record(Edit edit, string action, string subject) => AuditLog.Add(Db, Now, edit.By, action, subject, edit.Note);

    /// <summary>Says of the outlets whether any correction in force is of them or names them. After the corrections themselves are saved.</summary>
    public async Task MarkEditedAsync(IEnumerable<int> outlets, CancellationToken cancellation)
    {
        foreach (var id in outlets.Distinct().ToList())
        {
            var outlet = await Db.Outlets.SingleAsync(o => o.Id == id, cancellation);
            outlet.IsEdited = await Db.Corrections.AnyAsync(c => c.State == CorrectionState.Active && (c.OutletId == id || c.TargetId == id), cancellation);
        }
    }

    /// <summary>Lets go of an article that is saved, with all that only it needs, so that memory does not grow with their number.</summary>
    public void Forget(Article article)
    {
        foreach (var row in article.People.Cast<object>().Concat(article.Tags).Append(article.Body!).Concat(article.Estimate is { } estimate ? [estimate] : Array.Empty<object>()).Append(article).ToList())
            Db.Entry(row).State = EntityState.Detached;
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Db.SaveChangesAsync(cancellation);
        await _transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
