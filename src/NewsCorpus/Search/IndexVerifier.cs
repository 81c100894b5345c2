using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

public enum IndexDifferenceKind
{
    /// <summary>The database has the article, the index has not.</summary>
    Missing,

    /// <summary>The index has another revision of the article than the database.</summary>
    Stale,

    /// <summary>The index has an article that the database has not, or has retired.</summary>
    Surplus,

    /// <summary>The index has the article more than once.</summary>
    Repeated,

    /// <summary>The index cannot be read.</summary>
    Unreadable,
}

/// <param name="ArticleId">0 where the difference is of the index as a whole.</param>
public sealed record IndexDifference(long ArticleId, IndexDifferenceKind Kind, string Message);

/// <summary>Compares index and database both ways, article by article. Reads only.</summary>
public sealed class IndexVerifier(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts)
{
    /// <returns>Each difference, by article; empty where the index is what the database says.</returns>
    public async Task<IReadOnlyList<IndexDifference>> VerifyAsync(CancellationToken ct)
    {
        if (index.FindDamage(everything: true) is { } damage)
            return [new(0, IndexDifferenceKind.Unreadable, $"The index cannot be read ({damage.Message}). Run reindex.")];
        index.Refresh();
        using var lease = index.Acquire();
        if (lease is null)
            return [new(0, IndexDifferenceKind.Unreadable, "There is no index. Run reindex.")];
        var differences = new List<IndexDifference>();
        var indexed = ReadIndex(lease.Value.Snapshot, differences);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var stored = context.Articles.AsNoTracking().Where(a => a.State == ArticleState.Live).OrderBy(a => a.Id).Select(a => new { a.Id, a.Revision }).AsAsyncEnumerable();
        await foreach (var article in stored.WithCancellation(ct))
        {
            if (!indexed.Remove(article.Id, out var revision))
                differences.Add(new(article.Id, IndexDifferenceKind.Missing, $"Article {article.Id} is in the database but not in the index."));
            else if (revision != article.Revision)
                differences.Add(new(article.Id, IndexDifferenceKind.Stale, $"Article {article.Id} is at revision {article.Revision} in the database but at {revision} in the index."));
        }
        foreach (var id in indexed.Keys)
            differences.Add(new(id, IndexDifferenceKind.Surplus, $"Article {id} is in the index but not among the database's live articles."));
        return [.. differences.OrderBy(d => d.ArticleId)];
    }

    private static Dictionary<long, long> ReadIndex(IndexSnapshot snapshot, List<IndexDifference> differences)
    {
        var indexed = new Dictionary<long, long>(snapshot.Reader.NumDocs);
        for (var leaf = 0; leaf < snapshot.Leaves.Length; leaf++)
        {
            var reader = snapshot.Leaves[leaf].AtomicReader;
            var revisions = reader.GetNumericDocValues(FieldNames.Revision);
            for (var doc = 0; doc < reader.MaxDoc; doc++)
            {
                if (reader.LiveDocs is { } live && !live.Get(doc))
                    continue;
                var id = snapshot.Columns[leaf].Ids[doc];
                if (!indexed.TryAdd(id, revisions.Get(doc)))
                    differences.Add(new(id, IndexDifferenceKind.Repeated, $"Article {id} is in the index more than once."));
            }
        }
        return indexed;
    }
}
