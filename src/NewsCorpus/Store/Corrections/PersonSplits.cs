using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Store.Corrections;

/// <summary>Gives a person the articles that an editor set apart as theirs, and gives them back.</summary>
internal static class PersonSplits
{
    /// <returns>Articles whose people are to be settled.</returns>
    public static async Task<IReadOnlyCollection<long>> LayAsync(EditSession session, Person person, Correction? correction, NameRules nameRules, CancellationToken cancellation)
    {
        var db = session.Db;
        var articles = new HashSet<long>();
        if (correction is null)
        {
            if (person.SplitFromId is null)
                return articles;
            // Whom the rules tell apart is so without an editor.
            if (person.SplitRule is null)
                person.SplitFromId = null;
            var all = await db.PersonLinks.Where(l => l.PersonId == person.Id && (l.CorrectionId != null || person.SplitRule == null)).ToListAsync(cancellation);
            db.PersonLinks.RemoveRange(all);
            return [.. all.Select(l => l.ArticleId)];
        }
        var split = CorrectionValue.Split(correction.Value)!;
        var from = await PersonChoice.ResolveAsync(session, split.From, nameRules, cancellation);
        await db.SaveChangesAsync(cancellation);
        person.SplitFromId = from.Id;
        foreach (var identity in split.Articles)
            if (await identity.FindAsync(db, cancellation) is { } article)
                articles.Add(article);
        var given = await db.PersonLinks.Where(l => l.PersonId == person.Id).ToListAsync(cancellation);
        var gone = given.Where(l => l.CorrectionId is not null && !articles.Contains(l.ArticleId)).ToList();
        db.PersonLinks.RemoveRange(gone);
        var names = await PersonRoots.WithMergedAsync(db, [from.Id], cancellation);
        foreach (var batch in articles.Order().Chunk(500))
            await LinkAsync(db, person, correction, from.Id, names, batch, cancellation);
        articles.UnionWith(gone.Select(l => l.ArticleId));
        return articles;
    }

    private static async Task LinkAsync(CorpusDbContext db, Person person, Correction correction, int from, HashSet<int> names, long[] articles, CancellationToken cancellation)
    {
        var rows = await db.ArticlePeople.IgnoreQueryFilters().AsNoTracking().Where(p => articles.Contains(p.ArticleId)).ToListAsync(cancellation);
        var links = await db.PersonLinks.Where(l => articles.Contains(l.ArticleId)).ToDictionaryAsync(l => (l.ArticleId, l.NamedPersonId), cancellation);
        foreach (var (article, named) in rows.Where(r => names.Contains(r.NamedId) || r.PersonId == from).Select(r => (r.ArticleId, r.NamedId)).Distinct())
        {
            if (!links.TryGetValue((article, named), out var link))
                db.PersonLinks.Add(link = new PersonLink { ArticleId = article, NamedPersonId = named, Rule = "" });
            link.PersonId = person.Id;
            link.Rule = PersonOverlay.RuleOf(correction);
            link.CorrectionId = correction.Id;
        }
    }
}
