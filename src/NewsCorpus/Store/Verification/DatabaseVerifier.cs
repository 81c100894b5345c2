using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace NewsCorpus.Store.Verification;

/// <summary>Checks the database in itself, as it is at one moment: pages, references, articles, stories, numbers, runs, originals. Reads only, a page of rows at a time.</summary>
public sealed class DatabaseVerifier(IDbContextFactory<CorpusDbContext> contexts, IOptions<NewsCorpusOptions> options)
{
    /// <returns>Each difference as it is found; none where all is as it must be.</returns>
    public async IAsyncEnumerable<Difference> VerifyAsync(IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        // The checks of SQLite read every page: they take minutes on a large corpus, and no timeout fits.
        db.Database.SetCommandTimeout(0);
        var checks = ChecksAsync(db, progress, cancellation).GetAsyncEnumerator(cancellation);
        await using (checks)
        {
            while (true)
            {
                Difference? found = null, damage = null;
                try
                {
                    if (await checks.MoveNextAsync())
                        found = checks.Current;
                }
                catch (SqliteException e)
                {
                    // On a damaged page the reading itself ends; what comes behind it is not known.
                    damage = new Difference(DifferenceKind.DatabaseDamaged, options.Value.DatabasePath, CorpusDatabase.Explain(e, options.Value.DatabasePath));
                }
                if ((found ?? damage) is not { } difference)
                    yield break;
                yield return difference;
                if (damage is not null)
                    yield break;
            }
        }
    }

    private static async IAsyncEnumerable<Difference> ChecksAsync(CorpusDbContext db, IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var snapshot = await SqliteFile.BeginSnapshotAsync(db, cancellation);
        progress?.Report(new VerifyProgress("database pages", 0, 0));
        var sound = true;
        await foreach (var fault in SqliteFile.IntegrityAsync(db.Database.GetDbConnection(), quick: false, cancellation))
        {
            sound = false;
            yield return new Difference(DifferenceKind.DatabaseDamaged, "database", $"The database is damaged: {fault.ReplaceLineEndings(" ")}");
        }
        if (sound)
            progress?.Report(new VerifyProgress("references", 0, 0));
        await foreach (var broken in SqliteFile.BrokenReferencesAsync(db.Database.GetDbConnection(), cancellation))
            yield return new Difference(DifferenceKind.ReferenceBroken, broken.Table, $"{(broken.Row is { } row ? $"Row {row}" : "A row")} of {broken.Table} points to a row of {broken.Parent} that is not there.");
        await foreach (var difference in ArticleRows.CheckAsync(db, progress, cancellation))
            yield return difference;
        await foreach (var difference in StoryRows.CheckAsync(db, progress, cancellation))
            yield return difference;
        await foreach (var difference in NumberRows.CheckAsync(db, cancellation))
            yield return difference;
        await foreach (var difference in OriginalRows.CheckAsync(db, progress, cancellation))
            yield return difference;
    }
}
