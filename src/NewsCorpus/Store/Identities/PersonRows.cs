using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Identities;

/// <summary>
/// Brings the people of articles to what merges, links and editors say: a row's person is the one whom its link names, else its name, followed through all merges. An article whose rows change
/// takes the next revision. Nothing else writes whom a name of a stored article means.
/// </summary>
internal static class PersonRows
{
    /// <summary>Articles that are in memory at a time, however many a person has.</summary>
    private const int BatchSize = 500;

    /// <summary>Settles all articles that call somebody by one of the names, or where a link leads to one of them. What the context tracks must be saved before.</summary>
    public static async Task SettleNamesAsync(CorpusDbContext db, SequenceBlock numbers, DateTimeOffset now, IEnumerable<int> names, CancellationToken cancellation)
    {
        var ids = names.ToHashSet();
        var articles = db.ArticlePeople.IgnoreQueryFilters().Where(p => (p.NamedPersonId == 0 && ids.Contains(p.PersonId)) || ids.Contains(p.NamedPersonId)).Select(p => p.ArticleId)
            .Union(db.PersonLinks.Where(l => ids.Contains(l.PersonId)).Select(l => l.ArticleId));
        await ForEachAsync(articles, batch => SettleAsync(db, numbers, now, batch, cancellation), cancellation);
    }

    /// <summary>Gives all articles in which a person is shown the next revisions: the index holds the name.</summary>
    public static Task TouchAsync(CorpusDbContext db, SequenceBlock numbers, DateTimeOffset now, int person, CancellationToken cancellation) =>
        ForEachAsync(db.ArticlePeople.Where(p => p.PersonId == person).Select(p => p.ArticleId).Distinct(), batch => ReviseAsync(db, numbers, now, batch, cancellation), cancellation);

    /// <summary>Settles some articles, links and merges being saved.</summary>
    public static async Task SettleAsync(CorpusDbContext db, SequenceBlock numbers, DateTimeOffset now, List<long> articles, CancellationToken cancellation)
    {
        var rows = await db.ArticlePeople.IgnoreQueryFilters().AsNoTracking().Where(p => articles.Contains(p.ArticleId)).ToListAsync(cancellation);
        var links = await db.PersonLinks.AsNoTracking().Where(l => articles.Contains(l.ArticleId)).ToDictionaryAsync(l => (l.ArticleId, l.NamedPersonId), l => l.PersonId, cancellation);
        var roots = await PersonRoots.LoadAsync(db, rows.Select(r => r.NamedId).Concat(links.Values), cancellation);
        var changed = new List<long>();
        foreach (var row in rows)
        {
            var (person, isNobody) = roots.Of(links.GetValueOrDefault((row.ArticleId, row.NamedId), row.NamedId));
            var named = person == row.NamedId ? 0 : row.NamedId;
            if (person == row.PersonId && named == row.NamedPersonId && isNobody == row.IsHidden)
                continue;
            await db.ArticlePeople.IgnoreQueryFilters()
                .Where(p => p.ArticleId == row.ArticleId && p.PersonId == row.PersonId && p.Role == row.Role && p.NamedPersonId == row.NamedPersonId)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.PersonId, person).SetProperty(p => p.NamedPersonId, named).SetProperty(p => p.IsHidden, isNobody), cancellation);
            changed.Add(row.ArticleId);
        }
        await ReviseAsync(db, numbers, now, changed, cancellation);
    }

    private static async Task ReviseAsync(CorpusDbContext db, SequenceBlock numbers, DateTimeOffset now, List<long> articles, CancellationToken cancellation)
    {
        foreach (var id in articles.Distinct().Order())
        {
            var revision = numbers.Next(Sequence.Revision);
            await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Revision, revision).SetProperty(a => a.UpdatedAt, now), cancellation);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task ForEachAsync(IQueryable<long> articles, Func<List<long>, Task> settle, CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var batch = await articles.Where(id => id > after).OrderBy(id => id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
                return;
            await settle(batch);
            after = batch[^1];
        }
    }
}
