using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>
/// What the earlier batches of a preview would have made of the files. Each batch of a preview is rolled back, so a later one would take the second of two equal files for a new one, or a moved file for moved twice; the ledger is laid over what the database says.
/// It is a corpus database of its own, in the system's temporary folder and gone when closed, of which only the files are used; so memory stays bounded.
/// </summary>
public sealed class PreviewLedger : IAsyncDisposable
{
    private readonly SqliteConnection _connection = new(CorpusDatabase.TemporaryConnectionString);
    private readonly HashSet<int> _outlets = [];

    /// <summary>The writer and the one who finds files ask at the same time, and share one connection.</summary>
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _last;

    private PreviewLedger()
    {
    }

    public static async Task<PreviewLedger> OpenAsync(CancellationToken cancellation)
    {
        var ledger = new PreviewLedger();
        await ledger._connection.OpenAsync(cancellation);
        await using var db = ledger.Context();
        await db.Database.EnsureCreatedAsync(cancellation);
        return ledger;
    }

    /// <summary>Whether an earlier batch would have given the file, or its articles, another place.</summary>
    public Task<bool> HasMovedAsync(SourceFile file, CancellationToken cancellation) => UseAsync(
        db => db.SourceFiles.AnyAsync(f => f.Id == file.Id && (f.Location != file.Location || (f.Outcome == Outcome.Duplicate && file.Outcome != Outcome.Duplicate)), cancellation), cancellation);

    /// <summary>Keeps that files are gone from their archives, or in them again; those that an earlier batch would have moved are elsewhere.</summary>
    internal Task MarkAsync(IReadOnlyCollection<SourceFile> files, CancellationToken cancellation) => UseAsync(
        async db =>
        {
            var ids = files.Select(f => f.Id).ToList();
            var rows = await db.SourceFiles.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
            foreach (var file in files)
                if (!rows.TryGetValue(file.Id, out var row))
                    db.SourceFiles.Add(Copied(file, file.Id));
                else if (row.Location == file.Location)
                    row.IsMissing = file.IsMissing;
            return await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    /// <summary>Whether a change of an outlet is told for the first time; the rolled back batches would each tell it again.</summary>
    internal bool TellsFirst(int outletId) => _outlets.Add(outletId);

    /// <summary>The rows that the batch would have met, had the earlier ones been stored. They are changed in memory only; files that the preview itself met first have negative numbers.</summary>
    internal async Task<List<SourceFile>> LayOverAsync(CorpusDbContext corpus, List<SourceFile> stored, List<string> locations, List<string> hashes, CancellationToken cancellation)
    {
        var ids = stored.ConvertAll(f => f.Id);
        var rows = await UseAsync(
            db => db.SourceFiles.AsNoTracking().Where(f => ids.Contains(f.Id) || locations.Contains(f.Location) || hashes.Contains(f.Sha256)).ToListAsync(cancellation), cancellation);
        var others = rows.ConvertAll(r => r.Id).Except(ids).ToList();
        stored.AddRange(await corpus.SourceFiles.Where(f => others.Contains(f.Id)).ToListAsync(cancellation));
        var files = stored.DistinctBy(f => f.Id).ToDictionary(f => f.Id);
        foreach (var row in rows)
            if (!files.TryAdd(row.Id, row))
                Copy(row, files[row.Id]);
        return [.. files.Values];
    }

    /// <summary>Keeps what a batch would have written.</summary>
    /// <param name="isNew">Whether the batch made the file's number up, so that another will have it.</param>
    internal Task KeepAsync(IReadOnlyCollection<SourceFile> files, Func<SourceFile, bool> isNew, CancellationToken cancellation) => UseAsync(
        async db =>
        {
            var ids = files.Select(f => f.Id).ToList();
            var rows = await db.SourceFiles.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
            foreach (var file in files)
                if (!isNew(file) && rows.TryGetValue(file.Id, out var row))
                    Copy(file, row);
                else
                    db.SourceFiles.Add(Copied(file, isNew(file) ? --_last : file.Id));
            return await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _gate.Dispose();
    }

    private async Task<T> UseAsync<T>(Func<CorpusDbContext, Task<T>> use, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await using var db = Context();
            return await use(db);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static SourceFile Copied(SourceFile file, long id)
    {
        var row = new SourceFile { Id = id, Location = "", Path = "", Sha256 = "", Format = "" };
        Copy(file, row);
        return row;
    }

    private static void Copy(SourceFile from, SourceFile to)
    {
        (to.Location, to.Path, to.IsMissing) = (from.Location, from.Path, from.IsMissing);
        (to.Size, to.ModifiedAt, to.Sha256, to.Outcome) = (from.Size, from.ModifiedAt, from.Sha256, from.Outcome);
    }

    private CorpusDbContext Context() => new(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(_connection).Options);
}
