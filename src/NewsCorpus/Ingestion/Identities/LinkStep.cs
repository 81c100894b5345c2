using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>Looks at the next articles that changed, and at those whose names the new ones explain. All in the caller's transaction.</summary>
internal sealed class LinkStep(CorpusDbContext db, SequenceBlock numbers, OfficeBook book, DateTimeOffset now)
{
    /// <summary>Articles of a step: enough to share its commit, few enough that nobody waits long for the lock.</summary>
    private const int StepSize = 1000;

    /// <summary>Earlier articles that are looked at again because of what a step says of a surname.</summary>
    private const int MostEarlier = 2000;

    /// <returns>Articles looked at; 0 where nothing has changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var info = await db.Info.SingleAsync(cancellation);
        var changed = await db.Articles.Where(a => a.Revision > info.LinkedRevision).OrderBy(a => a.Revision).Take(StepSize).Select(a => new { a.Id, a.Revision }).ToListAsync(cancellation);
        if (changed.Count == 0)
            return 0;
        info.LinkedRevision = changed[^1].Revision;
        var ids = changed.ConvertAll(a => a.Id);
        var names = await StepName.ReadAsync(db, db.ArticlePeople.Where(p => ids.Contains(p.ArticleId)), cancellation);
        await new SpellingComparison(db).RunAsync(info, cancellation);
        var relinked = await SplitLinks.FollowAsync(db, names, cancellation);

        var titled = names.Where(n => n is { IsPartial: true, Office: not null }).ToList();
        var explained = await AwaitedAsync([.. names.Where(n => n is { IsPartial: false, Office: not null }).Select(n => n.SurnameKey).Distinct(StringComparer.Ordinal)], cancellation);
        var learnt = await book.LoadAsync(db, [.. titled.Select(n => n.SurnameKey).Union(explained, StringComparer.Ordinal)], names, cancellation);
        titled.AddRange(await EarlierAsync([.. explained.Where(learnt.Contains)], learnt, [.. ids], cancellation));
        relinked.UnionWith(await new TitledNames(db, book).LinkAsync(titled, cancellation));
        await db.SaveChangesAsync(cancellation);
        await PersonRows.SettleAsync(db, numbers, now, [.. relinked], cancellation);
        return changed.Count;
    }

    /// <summary>Of some surnames those that the corpus has with a title instead of a given name.</summary>
    private Task<List<string>> AwaitedAsync(List<string> surnames, CancellationToken cancellation) =>
        db.People.Where(p => p.IsPartial && surnames.Contains(p.SurnameKey)).Select(p => p.SurnameKey).Distinct().ToListAsync(cancellation);

    /// <summary>Names of earlier articles that mean nobody yet, and those that may no longer be certain now that somebody else holds such an office.</summary>
    private async Task<List<StepName>> EarlierAsync(List<string> surnames, ILookup<string, int> learnt, HashSet<long> step, CancellationToken cancellation)
    {
        if (surnames.Count == 0)
            return [];
        var open = db.ArticlePeople.Where(p => p.NamedPersonId == 0 && p.Person!.IsPartial && surnames.Contains(p.Person.SurnameKey) && p.Office != null).OrderByDescending(p => p.ArticleId).Take(MostEarlier);
        var names = await StepName.ReadAsync(db, open, cancellation);
        var doubtful = surnames.SelectMany(s => Rivals(s, learnt[s])).Distinct().ToList();
        if (doubtful.Count > 0)
        {
            var linked = db.PersonLinks.Where(l => l.CorrectionId == null && doubtful.Contains(l.PersonId)).OrderByDescending(l => l.ArticleId).Take(MostEarlier);
            names.AddRange(await StepName.ReadAsync(db, db.ArticlePeople.Where(p => linked.Any(l => l.ArticleId == p.ArticleId && l.NamedPersonId == p.NamedPersonId)), cancellation));
        }
        return names.FindAll(n => n.IsPartial && !step.Contains(n.ArticleId));
    }

    /// <summary>Those who share the kind of an office with somebody of whom it was just learnt.</summary>
    private IEnumerable<int> Rivals(string surname, IEnumerable<int> newcomers)
    {
        var holders = book.Holders(surname).ToList();
        var heads = holders.Where(h => newcomers.Contains(h.PersonId)).SelectMany(h => h.Offices.Select(o => (h.PersonId, o.Office.Head))).ToHashSet();
        return holders.Where(h => h.Offices.Any(o => heads.Any(n => n.PersonId != h.PersonId && n.Head == o.Office.Head))).Select(h => h.PersonId);
    }
}
