using Microsoft.EntityFrameworkCore;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>Looks at the next articles that changed, and at those whose names the new ones explain. All in the caller's transaction.</summary>
internal sealed class LinkStep(CorpusDbContext db, SequenceBlock numbers, OfficeBook book, NamesakeBook namesakes, DateTimeOffset now)
{
    /// <summary>Articles of a step: enough to share its commit, few enough that nobody waits long for the lock.</summary>
    private const int StepSize = 1000;

    /// <summary>Earlier articles that are looked at again because of what a step says of a surname.</summary>
    private const int MostEarlier = 2000;

    /// <summary>Names of those surnames that are read for it, the newest first; only those with the kind of office are looked at.</summary>
    private const int MostRead = 20_000;

    /// <returns>Articles looked at; 0 where nothing has changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var info = await db.Info.SingleAsync(cancellation);
        var changed = await db.Articles.Where(a => a.Revision > info.LinkedRevision).OrderBy(a => a.Revision).Take(StepSize).Select(a => new { a.Id, a.Revision }).ToListAsync(cancellation);
        if (changed.Count == 0)
            return 0;
        info.LinkedRevision = changed[^1].Revision;
        var ids = changed.ConvertAll(a => a.Id);
        var named = db.ArticlePeople.Where(p => ids.Contains(p.ArticleId));
        var names = await StepName.ReadAsync(db, named, cancellation);
        await new SpellingComparison(db).RunAsync(info, cancellation);
        if (await new NamesakeLinks(db, numbers, namesakes, now).FollowAsync(names, ids, cancellation) is { Count: > 0 } apart)
        {
            await PersonRows.SettleAsync(db, numbers, now, [.. apart], cancellation);
            names = await StepName.ReadAsync(db, named, cancellation);
            // What it knows of offices it knows of people who are others now.
            book.Clear();
        }
        var relinked = await SplitLinks.FollowAsync(db, names, cancellation);

        var titled = names.Where(n => n is { IsPartial: true, Office: not null }).ToList();
        var explained = await AwaitedAsync([.. names.Where(n => n is { IsPartial: false, Office: not null }).Select(n => n.SurnameKey).Distinct(StringComparer.Ordinal)], cancellation);
        titled.AddRange((await GroundedAsync(ids, cancellation)).Where(n => n.IsPartial));
        var forms = new NameForms(db, book);
        var learnt = await book.LoadAsync(db, [.. titled.Select(n => n.SurnameKey).Union(explained, StringComparer.Ordinal).Union(await forms.ReadAsync(names, cancellation), StringComparer.Ordinal)], names, cancellation);
        titled.AddRange(await EarlierAsync([.. learnt.Where(l => explained.Contains(l.SurnameKey))], [.. ids], cancellation));
        relinked.UnionWith(await new TitledNames(db, book).LinkAsync(titled, cancellation));
        relinked.UnionWith(await forms.LinkAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        foreach (var batch in relinked.Order().Chunk(StepSize))
            await PersonRows.SettleAsync(db, numbers, now, [.. batch], cancellation);
        return changed.Count;
    }

    /// <summary>Of some surnames those that the corpus has with a title instead of a given name.</summary>
    private Task<List<string>> AwaitedAsync(List<string> surnames, CancellationToken cancellation) =>
        db.People.Where(p => p.IsPartial && surnames.Contains(p.SurnameKey)).Select(p => p.SurnameKey).Distinct().ToListAsync(cancellation);

    /// <summary>Names that were linked because of what the articles of the step said before they changed.</summary>
    private async Task<List<StepName>> GroundedAsync(List<long> ids, CancellationToken cancellation)
    {
        var linked = db.PersonLinks.Where(l => l.GroundArticleId != null && ids.Contains(l.GroundArticleId.Value));
        return await linked.AnyAsync(cancellation) ? await StepName.ReadAsync(db, db.ArticlePeople.Where(p => linked.Any(l => l.ArticleId == p.ArticleId && l.NamedPersonId == p.NamedPersonId)), cancellation) : [];
    }

    /// <summary>Names of earlier articles that mean nobody yet, and those that may no longer be certain now that somebody else holds such an office.</summary>
    private async Task<List<StepName>> EarlierAsync(List<NewOffice> learnt, HashSet<long> step, CancellationToken cancellation)
    {
        if (learnt.Count == 0)
            return [];
        var surnames = learnt.Select(l => l.SurnameKey).Distinct(StringComparer.Ordinal).ToList();
        var kinds = learnt.Select(l => (l.SurnameKey, l.Head)).ToHashSet();
        var open = db.ArticlePeople.Where(p => p.NamedPersonId == 0 && p.Person!.IsPartial && surnames.Contains(p.Person.SurnameKey) && p.Office != null).OrderByDescending(p => p.ArticleId).Take(MostRead);
        var names = await StepName.ReadAsync(db, open, cancellation);
        var doubtful = learnt.SelectMany(Rivals).Distinct().ToList();
        if (doubtful.Count > 0)
        {
            var linked = db.PersonLinks.Where(l => l.CorrectionId == null && doubtful.Contains(l.PersonId)).OrderByDescending(l => l.ArticleId).Take(MostRead);
            names.AddRange(await StepName.ReadAsync(db, db.ArticlePeople.Where(p => linked.Any(l => l.ArticleId == p.ArticleId && l.NamedPersonId == p.NamedPersonId)), cancellation));
        }
        return [.. names.Where(n => n.IsPartial && !step.Contains(n.ArticleId) && OfficePhrase.Read(n.Office) is { } office && kinds.Contains((n.SurnameKey, office.Head))).Take(MostEarlier)];
    }

    /// <summary>Others who hold the kind of office that was just learnt of somebody: who was linked to them may be meant now.</summary>
    private IEnumerable<int> Rivals(NewOffice learnt) =>
        book.Holders(learnt.SurnameKey).Where(h => h.PersonId != learnt.PersonId && h.Offices.Any(o => o.Office.Head == learnt.Head)).Select(h => h.PersonId);
}
