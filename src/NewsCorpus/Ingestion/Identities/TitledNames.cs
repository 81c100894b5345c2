using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>Links titles with surnames to the people whom they mean, and suggests where it is not certain. What an editor said stays.</summary>
internal sealed class TitledNames(CorpusDbContext db, OfficeBook book)
{
    private const int BatchSize = 200;

    /// <summary>Suggestions that one name of one article makes.</summary>
    private const int MostSuggestions = 3;

    /// <summary>People who may be meant whose company is looked at; a name that more have tells too little.</summary>
    private const int MostCompared = 5;

    private readonly Company _company = new(db);

    /// <returns>Articles whose links changed.</returns>
    public async Task<HashSet<long>> LinkAsync(IEnumerable<StepName> names, CancellationToken cancellation)
    {
        var changed = new HashSet<long>();
        foreach (var batch in names.DistinctBy(n => (n.ArticleId, n.NamedId)).Chunk(BatchSize))
            await LinkAsync(batch, changed, cancellation);
        return changed;
    }

    private async Task LinkAsync(StepName[] names, HashSet<long> changed, CancellationToken cancellation)
    {
        var articles = names.Select(n => n.ArticleId).Distinct().ToList();
        var people = names.Select(n => n.NamedId).Distinct().ToList();
        var links = await db.PersonLinks.Where(l => articles.Contains(l.ArticleId)).ToDictionaryAsync(l => (l.ArticleId, l.NamedPersonId), cancellation);
        var judged = (await db.PersonSuggestions.AsNoTracking().Where(s => people.Contains(s.PersonId) || people.Contains(s.OtherId)).ToListAsync(cancellation)).ConvertAll(s => (s.PersonId, s.OtherId, s.IsRejected));
        var bodies = new Dictionary<long, ArticleBody>();
        foreach (var name in names)
        {
            var link = links.GetValueOrDefault((name.ArticleId, name.NamedId));
            if (link?.CorrectionId is not null || OfficePhrase.Read(name.Office) is not { } office)
                continue;
            var holders = book.Holders(name.SurnameKey).Where(h => h.PersonId != name.NamedId && h.Offices.Any(o => o.Office.Head == office.Head)
                && !judged.Exists(j => j.IsRejected && ((j.PersonId == name.NamedId && j.OtherId == h.PersonId) || (j.OtherId == name.NamedId && j.PersonId == h.PersonId)))).ToList();
            if (holders.Count == 0 && link is null)
                continue;
            var titled = new TitledName(office, name.Year, name.OutletId, new Lazy<string>(() => NameKey.Of(Body(bodies, name.ArticleId).Text)));
            var (certain, possible) = TitledNameJudge.Judge(titled, holders);
            if (certain is null && possible.Count is > 0 and <= MostCompared && possible.All(m => TitledNameJudge.IsInTime(titled.Year, m.Seen.Year)))
                certain = await _company.DecideAsync(name, possible, cancellation);
            if (certain is not null && certain.Holder.PersonId == link?.PersonId && certain.Seen.ArticleId == link.GroundArticleId)
                continue;
            if (certain is not null)
                Put(link, name, certain, bodies);
            else if (link is not null)
                db.PersonLinks.Remove(link);
            if (certain is not null || link is not null)
                changed.Add(name.ArticleId);
            if (certain is not null)
                continue;
            foreach (var meaning in possible.Take(MostSuggestions).Where(m => !judged.Exists(j => j.PersonId == name.NamedId && j.OtherId == m.Holder.PersonId)))
            {
                judged.Add((name.NamedId, meaning.Holder.PersonId, false));
                db.PersonSuggestions.Add(new PersonSuggestion
                {
                    PersonId = name.NamedId,
                    OtherId = meaning.Holder.PersonId,
                    Rule = possible.Count > 1 ? "title and surname that several people have" : meaning.Rule,
                    ArticleId = name.ArticleId,
                    Excerpt = NamedSentence.Of(Body(bodies, name.ArticleId), name.NamedId)?.Text,
                });
            }
        }
        await db.SaveChangesAsync(cancellation);
    }

    private void Put(PersonLink? link, StepName name, Meaning meaning, Dictionary<long, ArticleBody> bodies)
    {
        var sentence = NamedSentence.Of(Body(bodies, name.ArticleId), name.NamedId);
        var ground = NamedSentence.Of(Body(bodies, meaning.Seen.ArticleId), meaning.Holder.PersonId, meaning.Seen.Office.Words);
        if (link is null)
            db.PersonLinks.Add(link = new PersonLink { ArticleId = name.ArticleId, NamedPersonId = name.NamedId, Rule = meaning.Rule });
        link.LeadTo(meaning.Holder.PersonId, meaning.Rule, sentence);
        link.GroundArticleId = meaning.Seen.ArticleId;
        link.Ground = ground?.Text;
    }

    /// <summary>Read only where it is asked for: most names are judged without a look at the text.</summary>
    private ArticleBody Body(Dictionary<long, ArticleBody> bodies, long article) =>
        bodies.TryGetValue(article, out var body) ? body : bodies[article] = db.Bodies.AsNoTracking().Single(b => b.ArticleId == article);
}
