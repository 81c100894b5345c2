using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>Compares the people who are new with those who were there: each with the few who share a key of their spelling.</summary>
internal sealed class SpellingComparison(CorpusDbContext db)
{
    private const int BatchSize = 1000;

    /// <summary>People of one key that are compared with; a key that more share is too common to tell anything.</summary>
    private const int MostSharing = 100;

    private const int MostSuggestions = 5;

    public async Task RunAsync(CorpusInfo info, CancellationToken cancellation)
    {
        while (await db.People.AsNoTracking().Where(p => p.Id > info.ComparedPerson).OrderBy(p => p.Id).Take(BatchSize).Select(p => new { p.Id, p.Name, IsCompared = !p.IsPartial && p.SplitFromId == null && p.MergedIntoId == null }).ToListAsync(cancellation) is { Count: > 0 } people)
        {
            info.ComparedPerson = people[^1].Id;
            var variants = people.Where(p => p.IsCompared).Select(p => (p.Id, Name: NameVariants.Read(p.Name)!)).Where(p => p.Name is not null).ToList();
            using (var rows = new RowInserter(db))
                rows.Insert(variants.SelectMany(v => v.Name.Keys().Select(key => new PersonSpelling { Key = key, PersonId = v.Id })));
            await CompareAsync(variants, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task CompareAsync(List<(int Id, NameVariants Name)> people, CancellationToken cancellation)
    {
        var keys = people.SelectMany(p => p.Name.Keys()).Distinct(StringComparer.Ordinal).ToList();
        var sharing = (await db.PersonSpellings.AsNoTracking().Where(s => keys.Contains(s.Key)).ToListAsync(cancellation)).ToLookup(s => s.Key, s => s.PersonId, StringComparer.Ordinal);
        var candidates = people.ToDictionary(p => p.Id, p => p.Name.Keys().Where(k => sharing[k].Take(MostSharing + 1).Count() <= MostSharing).SelectMany(k => sharing[k]).Where(id => id < p.Id).ToHashSet());
        var ids = candidates.Values.SelectMany(c => c).Distinct().ToList();
        if (ids.Count == 0)
            return;
        var others = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && p.SplitFromId == null).ToDictionaryAsync(p => p.Id, p => NameVariants.Read(p.Name), cancellation);
        var suggested = (await db.PersonSuggestions.AsNoTracking().Where(s => ids.Contains(s.OtherId) || ids.Contains(s.PersonId)).Select(s => new { s.PersonId, s.OtherId }).ToListAsync(cancellation)).ConvertAll(s => (s.PersonId, s.OtherId)).ToHashSet();
        foreach (var (id, name) in people)
        {
            var found = candidates[id].Order().Select(other => (Id: other, Rule: others.GetValueOrDefault(other) is { } variant ? NameVariants.RuleOf(name, variant) : null)).Where(o => o.Rule is not null && !suggested.Contains((id, o.Id)) && !suggested.Contains((o.Id, id))).Take(MostSuggestions);
            foreach (var (other, rule) in found)
                db.PersonSuggestions.Add(new PersonSuggestion { PersonId = id, OtherId = other, Rule = rule! });
        }
    }
}
