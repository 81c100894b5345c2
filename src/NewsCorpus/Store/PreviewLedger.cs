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

    /// <summary>Whether an earlier batch would have given the file another place.</summary>
    public async Task<bool> HasMovedAsync(SourceFile file, CancellationToken cancellation)
    {
        await using var db = Context();
        return await db.SourceFiles.AnyAsync(f => f.Id == file.Id && f.Location != file.Location, cancellation);
    }

    /// <summary>Whether a change of an outlet is told for the first time; the rolled back batches would each tell it again.</summary>
    internal bool TellsFirst(int outletId) => _outlets.Add(outletId);

    /// <summary>The rows that the batch would have met, had the earlier ones been stored. They are changed in memory only; files that the preview itself met first have negative numbers.</summary>
    internal async Task<List<SourceFile>> LayOverAsync(CorpusDbContext corpus, List<SourceFile> stored, List<string> locations, List<string> hashes, CancellationToken cancellation)
    {
        await using var db = Context();
        var ids = stored.ConvertAll(f => f.Id);
        var rows = await db.SourceFiles.AsNoTracking().Where(f => ids.Contains(f.Id) || locations.Contains(f.Location) || hashes.Contains(f.Sha256)).ToListAsync(cancellation);
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
    internal async Task KeepAsync(IReadOnlyCollection<SourceFile> files, Func<SourceFile, bool> isNew, CancellationToken cancellation)
    {
        await using var db = Context();
        var ids = files.Select(f => f.Id).ToList();
        var rows = await db.SourceFiles.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellation);
        foreach (var file in files)
        {
            if (!isNew(file) && rows.TryGetValue(file.Id, out var row))
            {
                Copy(file, row);
                continue;
            }
            row = new SourceFile { Id = isNew(file) ? --_last : file.Id, Location = "", Path = "", Sha256 = "", Format = "" };
            Copy(file, row);
            db.SourceFiles.Add(row);
        }
        await db.SaveChangesAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static void Copy(SourceFile from, SourceFile to) => (to.Location, to.Path, to.Sha256, to.Outcome) = (from.Location, from.Path, from.Sha256, from.Outcome);

    private CorpusDbContext Context() => new(new DbContextOptionsBuilder<CorpusDbContext>().UseSqlite(_connection).Options);
}
