using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// Where an editor has told two people of one name apart, says of new articles which of the two they mean: the one whose articles the editor listed, else the one in whose office they have them. All others
/// stay with the name.
/// </summary>
internal static class SplitLinks
{
    /// <returns>Articles that got a link, which the context is to save.</returns>
    public static async Task<HashSet<long>> FollowAsync(CorpusDbContext db, IEnumerable<StepName> names, CancellationToken cancellation)
    {
        var linked = new HashSet<long>();
        var splits = await db.People.AsNoTracking().Where(p => p.SplitFromId != null && db.Corrections.Any(c => c.PersonId == p.Id && c.Field == CorrectionFields.Split && c.State == CorrectionState.Active)).ToListAsync(cancellation);
        var open = names.Where(n => splits.Exists(s => s.SplitFromId == n.NamedId)).ToList();
        if (open.Count == 0)
            return linked;
        var articles = open.Select(n => n.ArticleId).Distinct().ToList();
        var known = (await db.PersonLinks.Where(l => articles.Contains(l.ArticleId)).Select(l => new { l.ArticleId, l.NamedPersonId }).ToListAsync(cancellation)).ConvertAll(l => (l.ArticleId, l.NamedPersonId)).ToHashSet();
        foreach (var name in open.Where(n => !known.Contains((n.ArticleId, n.NamedId))))
            if (await ChooseAsync(db, name, splits.FindAll(s => s.SplitFromId == name.NamedId), cancellation) is var (person, correction, rule))
            {
                var body = await db.Bodies.AsNoTracking().SingleAsync(b => b.ArticleId == name.ArticleId, cancellation);
                db.PersonLinks.Add(new PersonLink { ArticleId = name.ArticleId, NamedPersonId = name.NamedId, Rule = rule, CorrectionId = correction }.LeadTo(person, rule, NamedSentence.Of(body, name.NamedId)));
                linked.Add(name.ArticleId);
            }
        return linked;
    }

    private static async Task<(int Person, long? Correction, string Rule)?> ChooseAsync(CorpusDbContext db, StepName name, List<Person> splits, CancellationToken cancellation)
    {
        var file = await db.Articles.Where(a => a.Id == name.ArticleId).Select(a => new { a.SourceFile!.Sha256, a.SourceFile.Path, a.EntryKey }).SingleAsync(cancellation);
        var fitting = new List<int>();
        var office = OfficePhrase.Read(name.Office);
        foreach (var split in splits)
        {
            var correction = await db.Corrections.AsNoTracking().SingleAsync(c => c.PersonId == split.Id && c.Field == CorrectionFields.Split && c.State == CorrectionState.Active, cancellation);
            if (CorrectionValue.Split(correction.Value) is { } value && value.Articles.Any(a => a.Entry == file.EntryKey && (a.Sha256 == file.Sha256 || a.Path == file.Path)))
                return (split.Id, correction.Id, PersonOverlay.RuleOf(correction));
            if (office is not null && await HoldsAsync(db, split.Id, name.ArticleId, office, cancellation))
                fitting.Add(split.Id);
        }
        return fitting.Count == 1 && !await HoldsAsync(db, name.NamedId, name.ArticleId, office!, cancellation) ? (fitting[0], null, "the office of the one whom an editor told apart from others of the name") : null;
    }

    private static async Task<bool> HoldsAsync(CorpusDbContext db, int person, long besides, OfficePhrase office, CancellationToken cancellation) =>
        (await db.ArticlePeople.Where(p => p.PersonId == person && p.ArticleId != besides && p.Office != null).Select(p => p.Office).Distinct().ToListAsync(cancellation))
            .Exists(o => OfficePhrase.Read(o) is { } other && other.Head == office.Head && !other.Contradicts(office));
}
