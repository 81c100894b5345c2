using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Copies;

/// <summary>Asks for the copies of articles to be looked for anew. For articles that were there before; a new one has its task from <see cref="NewRows"/>.</summary>
internal static class CopyTasks
{
    /// <summary>What of an article, besides its words, decides of whom it is a copy.</summary>
    public static (ArticleState State, int? OutletId) GroundsOf(Article article) => (article.State, article.OutletId);

    /// <summary>Writes the fingerprint that a reading made into the article's row.</summary>
    /// <returns>True where it is another one now.</returns>
    public static bool Keep(Article article, byte[]? fingerprint)
    {
        if (fingerprint is null || (article.Fingerprint is { } known && known.Bytes.AsSpan().SequenceEqual(fingerprint)))
            return false;
        if (article.Fingerprint is { } kept)
            kept.Bytes = fingerprint;
        else
            article.Fingerprint = new ArticleFingerprint { ArticleId = article.Id, Bytes = fingerprint };
        return true;
    }

    /// <summary>Adds the tasks to what the context saves.</summary>
    public static async Task AskAsync(CorpusDbContext db, IReadOnlyCollection<long> articles, CancellationToken cancellation)
    {
        if (articles.Count == 0)
            return;
        var waiting = await db.CopyTasks.Where(t => articles.Contains(t.ArticleId)).ToDictionaryAsync(t => t.ArticleId, cancellation);
        foreach (var id in articles.Distinct())
            if (waiting.TryGetValue(id, out var task) || (task = db.CopyTasks.Local.FirstOrDefault(t => t.ArticleId == id)) is not null)
                task.IsAnew = true;
            else
                db.CopyTasks.Add(new CopyTask { ArticleId = id, IsAnew = true });
    }
}
