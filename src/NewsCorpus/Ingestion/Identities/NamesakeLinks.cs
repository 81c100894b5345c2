using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// Gives the articles of a full name that several people have to those people (see <see cref="NamesakeCase"/>): the one with the most articles keeps the name, and with it all articles that do not tell; each
/// other one is a person of their own, "John Carver (goalkeeper)". What an editor said stays: articles that one set apart, people whom one corrected, and names that one merged or split.
/// </summary>
internal sealed class NamesakeLinks(CorpusDbContext db, SequenceBlock numbers, NamesakeBook book, DateTimeOffset now)
{
    private const int BatchSize = 500;

    /// <returns>Articles whose links changed, saved but not settled.</returns>
    public async Task<HashSet<long>> FollowAsync(IReadOnlyCollection<StepName> names, List<long> step, CancellationToken cancellation)
    {
        var changed = new HashSet<long>();
        var apart = await db.People.Where(p => p.SplitRule != null).Select(p => new { p.Id, From = p.SplitFromId!.Value }).ToListAsync(cancellation);
        var split = apart.Select(p => p.From).ToHashSet();
        var candidates = names.Where(n => !n.IsPartial && (split.Contains(n.NamedId) || Calling.IsTelling(OfficePhrase.Read(n.Office)))).Select(n => n.NamedId).ToHashSet();
        if (apart.Count > 0)
        {
            var people = apart.ConvertAll(p => p.Id);
            candidates.UnionWith(await db.PersonLinks.Where(l => people.Contains(l.PersonId) && (step.Contains(l.ArticleId) || step.Contains(l.GroundArticleId!.Value))).Select(l => l.NamedPersonId).Distinct().ToListAsync(cancellation));
        }
        // Names that are several people's already may be one person's now.
        candidates = [.. await book.MayBeSeveralAsync(db, candidates, names, cancellation), .. candidates.Where(split.Contains)];
        if (candidates.Count == 0)
            return changed;
        await book.LoadAsync(db, candidates, names, cancellation);
        foreach (var name in candidates.Order())
        {
            var found = NamesakeCase.Open(book.Of(name));
            if (found is not null || split.Contains(name))
                await TellApartAsync(name, found, changed, cancellation);
        }
        await db.SaveChangesAsync(cancellation);
        return changed;
    }

    private async Task TellApartAsync(int id, NamesakeCase? found, HashSet<long> changed, CancellationToken cancellation)
    {
        var name = await db.People.SingleAsync(p => p.Id == id, cancellation);
        if (name.MergedIntoId is not null || name.IsNobody || name.SplitFromId is not null || await IsSplitByEditorAsync(id, cancellation))
            return;
        var bodies = found is null ? [] : await BodiesAsync(found.Witnesses.Select(w => w.ArticleId), cancellation);
        var people = found is null ? [] : found.Judge(found.Witnesses.ToDictionary(w => w.ArticleId, w => WitnessOf(bodies[w.ArticleId], id, w.Office)));
        var given = await GiveAsync(name, people, cancellation);
        var links = await db.PersonLinks.Where(l => l.NamedPersonId == id).ToDictionaryAsync(l => l.ArticleId, cancellation);
        var kept = (await db.People.Where(p => p.SplitFromId == id && p.IsEdited).Select(p => p.Id).ToListAsync(cancellation)).ToHashSet();
        var apart = (await db.People.Where(p => p.SplitFromId == id).Select(p => p.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var link in links.Values.Where(l => l.CorrectionId is null && apart.Contains(l.PersonId) && !given.ContainsKey(l.ArticleId) && !(kept.Contains(l.PersonId) && people.Count == 0)))
        {
            db.PersonLinks.Remove(link);
            changed.Add(link.ArticleId);
        }
        foreach (var batch in given.Where(g => !links.TryGetValue(g.Key, out var link) || (link.CorrectionId is null && !IsAs(link, g.Value.Person, g.Value.Namesake))).OrderBy(g => g.Key).Chunk(BatchSize))
        {
            bodies = await BodiesAsync(batch.SelectMany(g => new[] { g.Key, g.Value.Namesake.Ground.ArticleId }), cancellation);
            foreach (var (article, (person, namesake)) in batch)
            {
                Put(links.GetValueOrDefault(article), article, id, person, namesake, bodies);
                changed.Add(article);
            }
        }
    }

    /// <summary>Whose each article is that does not stay with the name.</summary>
    private async Task<Dictionary<long, (int Person, Namesake Namesake)>> GiveAsync(Person name, IReadOnlyList<Namesake> people, CancellationToken cancellation)
    {
        var given = new Dictionary<long, (int, Namesake)>();
        if (people.Count < 2)
            return given;
        var keys = people.SelectMany(p => p.Labels).Select(label => PersonKey.Of(NameOf(name, label))).ToList();
        var known = await db.People.Where(p => keys.Contains(p.Key)).OrderBy(p => p.Id).ToListAsync(cancellation);
        // Whom an editor has corrected stays who they are, however many articles they get.
        var first = people.FirstOrDefault(p => !known.Exists(k => k.IsEdited && IsCalled(k, name, p))) ?? people[0];
        foreach (var other in people.Where(p => p != first))
            if (await PersonOfAsync(name, other, known, cancellation) is { } person)
                foreach (var office in other.Offices)
                    given[office.ArticleId] = (person.Id, other);
        return given;
    }

    /// <returns>Null where an article calls somebody just so.</returns>
    private async Task<Person?> PersonOfAsync(Person name, Namesake namesake, List<Person> known, CancellationToken cancellation)
    {
        var person = known.Find(k => IsCalled(k, name, namesake));
        if (person is null)
        {
            var called = NameOf(name, namesake.Labels[0]);
            var slug = NameKey.Slug(called);
            var taken = await db.People.Where(p => p.Slug.StartsWith(slug) || p.RulesSlug!.StartsWith(slug)).Select(p => new { p.Slug, p.RulesSlug }).ToListAsync(cancellation);
            person = new Person
            {
                Id = numbers.NextInt(Sequence.Person),
                Name = called,
                Slug = Slugs.Unused(slug, [.. taken.SelectMany(t => new[] { t.Slug, t.RulesSlug }).OfType<string>()]),
                Key = PersonKey.Of(called),
                SurnameKey = name.SurnameKey,
            };
            db.People.Add(person);
            known.Add(person);
        }
        else if (person.SplitFromId != name.Id && await db.ArticlePeople.IgnoreQueryFilters().AnyAsync(p => p.PersonId == person.Id || p.NamedPersonId == person.Id, cancellation))
        {
            return null;
        }
        if (person.SplitRule is null)
            AuditLog.Add(db, now, AuditLog.Rules, "person.split", $"person {person.Id} “{person.Name}” of {name.Id} “{name.Name}”", namesake.Rule);
        person.SplitFromId = name.Id;
        person.SplitRule = namesake.Rule;
        await db.SaveChangesAsync(cancellation);
        return person;
    }

    private void Put(PersonLink? link, long article, int name, int person, Namesake namesake, Dictionary<long, ArticleBody> bodies)
    {
        var sentence = NamedSentence.Of(bodies[article], name, namesake.Offices.First(o => o.ArticleId == article).Office.Words);
        if (link is null)
            db.PersonLinks.Add(link = new PersonLink { ArticleId = article, NamedPersonId = name, Rule = "" });
        link.LeadTo(person, namesake.Rule, sentence);
        link.GroundArticleId = namesake.Ground.ArticleId;
        link.Ground = NamedSentence.Of(bodies[namesake.Ground.ArticleId], name, namesake.Ground.Office.Words)?.Text;
    }

    private async Task<Dictionary<long, ArticleBody>> BodiesAsync(IEnumerable<long> articles, CancellationToken cancellation)
    {
        var ids = articles.Distinct().ToList();
        return await db.Bodies.AsNoTracking().Where(b => ids.Contains(b.ArticleId)).ToDictionaryAsync(b => b.ArticleId, cancellation);
    }

    private Task<bool> IsSplitByEditorAsync(int name, CancellationToken cancellation) =>
        db.People.AnyAsync(p => p.SplitFromId == name && db.Corrections.Any(c => c.PersonId == p.Id && c.Field == CorrectionFields.Split && c.State == CorrectionState.Active), cancellation);

    private static Witness WitnessOf(ArticleBody body, int name, OfficePhrase office) => new(NamedSentence.Of(body, name, office.Words)?.Text ?? "", $" {NameKey.Of(body.Text)} ");

    private static bool IsAs(PersonLink link, int person, Namesake namesake) => link.PersonId == person && link.Rule == namesake.Rule && link.GroundArticleId == namesake.Ground.ArticleId;

    private static bool IsCalled(Person person, Person name, Namesake namesake) => namesake.Labels.Any(label => PersonKey.Of(NameOf(name, label)) == person.Key);

    private static string NameOf(Person name, string label) => $"{name.NameByRules} ({label})";
}
