using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;
using NewsCorpus.Store.Verification;

namespace NewsCorpus.Search;

/// <summary>
/// Compares index and database both ways, article by article, in bounded memory. Reads only. Both are looked at as they are at one moment each, the index first; what changed in between is
/// for the next catch-up and no difference.
/// </summary>
public sealed class IndexVerifier(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts)
{
    private const int PageSize = 1000;

    /// <summary>Revisions of the database that a sound index of it lacks: the work of a catch-up that was interrupted, or that another process is about to do. 0 where there is nothing to catch up, or no such index.</summary>
    public async Task<long> LagAsync(CancellationToken ct)
    {
        if (index.FindDamage(everything: false) is not null || index.ReadFormat() is not { } format)
            return 0;
        var source = new IndexSource(contexts);
        var (corpus, revision) = await source.ReadStateAsync(ct);
        return format.CorpusId == corpus && format.Revision < revision && format.Mark == await source.ReadMarkAsync(format.Revision, ct) ? revision - format.Revision : 0;
    }

    /// <returns>Each difference as it is found; none where the index is what the database says.</returns>
    public async IAsyncEnumerable<Difference> VerifyAsync(IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        progress?.Report(new VerifyProgress("index files", 0, 0));
        if (index.FindDamage(everything: true) is { } damage)
        {
            yield return new Difference(DifferenceKind.IndexDamaged, index.Folder, $"The search index in {index.Folder} is damaged ({damage.Message}).");
            yield break;
        }
        index.Refresh();
        using var lease = index.Acquire();
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var moment = await SqliteFile.BeginSnapshotAsync(context, ct);
        if (lease is null)
        {
            if (await context.Articles.AnyAsync(a => a.State == ArticleState.Live, ct))
                yield return new Difference(DifferenceKind.IndexMissing, index.Folder, $"There is no search index in {index.Folder}.");
            yield break;
        }
        var snapshot = lease.Value.Snapshot;
        if (await FitsAsync(context, snapshot.Format, ct) is { } misfit)
        {
            yield return misfit;
            yield break;
        }
        var matched = 0;
        await foreach (var (difference, documents) in CompareAsync(context, snapshot, progress, ct))
        {
            matched += documents;
            if (difference is not null)
                yield return difference;
        }
        if (matched < snapshot.Reader.NumDocs)
            await foreach (var surplus in FindSurplusAsync(context, snapshot, ct))
                yield return surplus;
    }

    private async Task<Difference?> FitsAsync(CorpusDbContext context, IndexFormat format, CancellationToken ct)
    {
        var corpus = await context.Info.Select(i => i.CorpusId).FirstOrDefaultAsync(ct);
        var revision = await context.Articles.MaxAsync(a => (long?)a.Revision, ct) ?? 0;
        if (format.CorpusId != corpus || format.Revision > revision || format.Mark != await new IndexSource(contexts).ReadMarkAsync(format.Revision, ct))
            return new Difference(DifferenceKind.IndexOfAnother, index.Folder, $"The search index in {index.Folder} is of another database, or of changes that this one has lost (revision {format.Revision}; the database is at {revision}).");
        return format.Revision < revision && !index.IsBeingWritten()
            ? new Difference(DifferenceKind.IndexBehind, index.Folder, $"The search index is at revision {format.Revision}, the database at {revision}.")
            : null;
    }

    /// <summary>Every article of the database against its document. An article that changed after the index's commit is not compared.</summary>
    private static async IAsyncEnumerable<(Difference? Difference, int Documents)> CompareAsync(
        CorpusDbContext context, IndexSnapshot snapshot, IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        long total = await context.Articles.CountAsync(ct), done = 0, after = 0;
        while (true)
        {
            var page = await context.Articles.Where(a => a.Id > after).OrderBy(a => a.Id).Select(a => new { a.Id, a.Revision, a.State }).Take(PageSize).ToListAsync(ct);
            if (page.Count == 0)
                yield break;
            after = page[^1].Id;
            foreach (var article in page)
            {
                var found = Revisions(snapshot, article.Id);
                yield return (article.Revision > snapshot.Format.Revision ? null : Compare(article.Id, article.Revision, article.State == ArticleState.Live, found), found.Count);
            }
            progress?.Report(new VerifyProgress("indexed articles", done += page.Count, total));
        }
    }

    private static Difference? Compare(long id, long revision, bool isLive, List<long> found) => (isLive, found.Count) switch
    {
        (true, 0) => Of(DifferenceKind.ArticleNotIndexed, id, "is in the database but not in the index"),
        (true, 1) => found[0] == revision ? null : Of(DifferenceKind.ArticleIndexedOld, id, $"is at revision {revision} in the database but at {found[0]} in the index"),
        (true, _) => Of(DifferenceKind.ArticleIndexedTwice, id, $"is in the index {found.Count} times"),
        (false, 0) => null,
        (false, _) => Of(DifferenceKind.ArticleIndexedWrongly, id, "is in the index but set aside in the database"),
    };

    private static Difference Of(DifferenceKind kind, long id, string what) => new(kind, $"article {id}", $"Article {id} {what}.");

    /// <summary>The revisions of the documents that the index has of an article.</summary>
    private static List<long> Revisions(IndexSnapshot snapshot, long id)
    {
        var found = new List<long>(1);
        foreach (var leaf in snapshot.Leaves)
        {
            var reader = leaf.AtomicReader;
            if (reader.GetTermDocsEnum(ArticleDocument.IdTerm(id)) is not { } documents)
                continue;
            while (documents.NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document)
                if (reader.LiveDocs is not { } live || live.Get(document))
                    found.Add(reader.GetNumericDocValues(FieldNames.Revision).Get(document));
        }
        return found;
    }

    private static async IAsyncEnumerable<Difference> FindSurplusAsync(CorpusDbContext context, IndexSnapshot snapshot, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var ids in snapshot.Leaves.SelectMany((leaf, n) => LiveIds(leaf.AtomicReader, snapshot.Columns[n])).Chunk(PageSize))
        {
            var known = await context.Articles.Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync(ct);
            foreach (var id in ids.Where(i => !known.Contains(i)))
                yield return Of(DifferenceKind.ArticleIndexedWrongly, id, "is in the index but not in the database");
        }
    }

    private static IEnumerable<long> LiveIds(AtomicReader reader, SegmentColumns columns)
    {
        for (var document = 0; document < reader.MaxDoc; document++)
            if (reader.LiveDocs is not { } live || live.Get(document))
                yield return columns.Ids[document];
    }
}
