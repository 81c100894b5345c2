using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Identities;

/// <summary>
/// Leads the articles of a fuller or shorter form of a name ("Donald J. Trump", "Mike Bloomberg") to the form that is seen most, where both are seen in one office within one tenure and every other form that fits this one fits that one too:
/// "George Bush" stays what it is beside "George W." and "George H. W.". The names stay two, with a suggestion for an editor, whose rejection undoes it.
/// </summary>
internal sealed class NameForms(CorpusDbContext db, OfficeBook book)
{
    /// <summary>Articles of one form that are linked in one step; the step that meets the name next goes on.</summary>
    private const int MostArticles = 2000;

    /// <summary>Words of a name to which others are led, as long as there is such a name.</summary>
    private const int MostWords = 3;

    private readonly Dictionary<int, Form> _forms = [];
    private readonly Dictionary<long, ArticleBody> _bodies = [];

    /// <summary>Forms that are led to another already, and to which.</summary>
    private Dictionary<int, int> _standing = [];

    /// <summary>Reads the forms of the names of a step.</summary>
    /// <returns>Their surnames, whose offices <see cref="LinkAsync"/> needs.</returns>
    public async Task<IReadOnlyCollection<string>> ReadAsync(IReadOnlyCollection<StepName> names, CancellationToken cancellation)
    {
        var here = names.Where(n => !n.IsPartial).Select(n => n.NamedId).Distinct().ToList();
        var near = await db.PersonSuggestions.AsNoTracking().Where(s => !s.IsRejected && s.ArticleId == null && (here.Contains(s.PersonId) || here.Contains(s.OtherId))).Select(s => new { s.PersonId, s.OtherId }).ToListAsync(cancellation);
        if (near.Count == 0)
            return [];
        var ids = near.SelectMany(s => new[] { s.PersonId, s.OtherId }).Distinct().ToList();
        var pairs = await db.PersonSuggestions.AsNoTracking().Where(s => !s.IsRejected && s.ArticleId == null && (ids.Contains(s.PersonId) || ids.Contains(s.OtherId))).Select(s => new { s.PersonId, s.OtherId }).ToListAsync(cancellation);
        ids = [.. pairs.SelectMany(s => new[] { s.PersonId, s.OtherId }).Distinct()];
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id) && !p.IsPartial && !p.IsNobody && p.MergedIntoId == null && p.SplitFromId == null && !db.People.Any(s => s.SplitFromId == p.Id)).ToListAsync(cancellation);
        foreach (var person in people)
            if (NameVariants.Read(person.Name) is { } spelling)
                _forms[person.Id] = new Form(person, spelling);
        foreach (var pair in pairs)
            if (_forms.TryGetValue(pair.PersonId, out var form) && _forms.TryGetValue(pair.OtherId, out var other) && form.Spelling.IsCompatible(other.Spelling))
            {
                form.Others.Add(other);
                other.Others.Add(form);
            }
        var known = _forms.Keys.ToList();
        _standing = (await db.PersonLinks.Where(l => l.CorrectionId == null && known.Contains(l.PersonId)).Select(l => new { l.NamedPersonId, l.PersonId }).Distinct().ToListAsync(cancellation))
            .Where(l => _forms.ContainsKey(l.NamedPersonId)).DistinctBy(l => l.NamedPersonId).ToDictionary(l => l.NamedPersonId, l => l.PersonId);
        return [.. _forms.Values.Where(f => f.Others.Count > 0).Select(f => f.Person.SurnameKey).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Links the forms that were read.</summary>
    /// <returns>Articles whose links changed, which the context is to save.</returns>
    public async Task<HashSet<long>> LinkAsync(CancellationToken cancellation)
    {
        var changed = new HashSet<long>();
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        var holders = _forms.Values.Select(f => f.Person.SurnameKey).Distinct(StringComparer.Ordinal).SelectMany(book.Holders).ToDictionary(h => h.PersonId);
        foreach (var form in _forms.Values.Where(f => f.Others.Count > 0).OrderByDescending(f => RankOf(f, holders)))
        {
            var isSeveral = form.Others.Exists(a => form.Others.Exists(b => a != b && !a.Spelling.IsCompatible(b.Spelling)));
            if (_standing.TryGetValue(form.Person.Id, out var of))
            {
                changed.UnionWith(isSeveral ? await UnlinkAsync(form, cancellation) : await PutAsync(form, of, null, cancellation));
            }
            else if (!isSeveral && Main(form, holders) is var (main, seen))
            {
                changed.UnionWith(await RedirectAsync(form, main, cancellation));
                changed.UnionWith(await PutAsync(form, main.Person.Id, seen, cancellation));
                _standing[form.Person.Id] = main.Person.Id;
                surnames.Add(form.Person.SurnameKey);
            }
        }
        foreach (var surname in surnames)
            book.Forget(surname);
        return changed;
    }

    /// <summary>The form that is seen most of all that fit, where an office says that it is the same person's; null where none does.</summary>
    private (Form Main, OfficeSeen Seen)? Main(Form form, Dictionary<int, OfficeHolder> holders)
    {
        if (!holders.TryGetValue(form.Person.Id, out var holder))
            return null;
        var main = form.Others.Select(o => _standing.TryGetValue(o.Person.Id, out var of) ? _forms.GetValueOrDefault(of, o) : o)
            .Where(o => o != form && holders.ContainsKey(o.Person.Id) && o.Spelling.IsCompatible(form.Spelling)).MaxBy(o => RankOf(o, holders));
        if (main is null || RankOf(main, holders).CompareTo(RankOf(form, holders)) < 0)
            return null;
        var isSure = form.Spelling.SharesGivenName(main.Spelling);
        var common = holders[main.Person.Id].Offices.FirstOrDefault(seen => holder.Offices.Any(own => own.Office.Head == seen.Office.Head && TitledNameJudge.IsInTime(own.Year, seen.Year)
            // "J. Goldberg" and "Jeffrey Goldberg" may both be editors, but not of one paper.
            && (isSure ? !own.Office.Contradicts(seen.Office) : own.Office.Shared(seen.Office) is not null)));
        return common is null ? null : (main, common);
    }

    /// <summary>Names of very many words, mostly two names that ran into each other, come last.</summary>
    private static (bool IsPlain, int Sightings, int Age) RankOf(Form form, Dictionary<int, OfficeHolder> holders) =>
        (form.Person.Name.Count(c => c == ' ') < MostWords, holders.GetValueOrDefault(form.Person.Id)?.Offices.Sum(o => o.Articles) ?? 0, -form.Person.Id);

    /// <summary>Who was led to the form so far, titles as well, is led on.</summary>
    private async Task<List<long>> RedirectAsync(Form form, Form main, CancellationToken cancellation)
    {
        var links = await db.PersonLinks.Where(l => l.PersonId == form.Person.Id && l.CorrectionId == null).ToListAsync(cancellation);
        foreach (var link in links)
            link.PersonId = main.Person.Id;
        return links.ConvertAll(l => l.ArticleId);
    }

    private async Task<List<long>> UnlinkAsync(Form form, CancellationToken cancellation)
    {
        var links = await OwnLinks(form).ToListAsync(cancellation);
        db.PersonLinks.RemoveRange(links);
        return links.ConvertAll(l => l.ArticleId);
    }

    /// <summary>Rule-made links of the name to other forms of it.</summary>
    private IQueryable<PersonLink> OwnLinks(Form form)
    {
        var others = form.Others.ConvertAll(o => o.Person.Id);
        return db.PersonLinks.Where(l => l.NamedPersonId == form.Person.Id && l.CorrectionId == null && others.Contains(l.PersonId));
    }

    /// <param name="seen">The office that says so; null where links of the name stand already, and say it.</param>
    private async Task<List<long>> PutAsync(Form form, int main, OfficeSeen? seen, CancellationToken cancellation)
    {
        var name = form.Person.Id;
        var open = await db.ArticlePeople.Where(p => p.PersonId == name && p.NamedPersonId == 0 && p.Role <= MentionRole.Quoted && !db.PersonLinks.Any(l => l.ArticleId == p.ArticleId && l.NamedPersonId == name))
            .Select(p => p.ArticleId).Distinct().OrderBy(a => a).Take(MostArticles).ToListAsync(cancellation);
        if (open.Count == 0)
            return open;
        var before = seen is null ? await OwnLinks(form).AsNoTracking().FirstAsync(cancellation) : null;
        var rule = before?.Rule ?? $"{NameVariants.RuleOf(form.Spelling, _forms[main].Spelling)}, seen in the same office ({seen!.Office.Head}) in the same years";
        var (groundArticle, ground) = before is null ? (seen!.ArticleId, NamedSentence.Of(Body(seen.ArticleId), main, seen.Office.Words)?.Text) : (before.GroundArticleId, before.Ground);
        foreach (var article in open)
        {
            db.PersonLinks.Add(new PersonLink { ArticleId = article, NamedPersonId = name, Rule = rule, GroundArticleId = groundArticle, Ground = ground }.LeadTo(main, rule, NamedSentence.Of(Body(article), name)));
            _bodies.Remove(article);
        }
        return open;
    }

    private ArticleBody Body(long article) => _bodies.TryGetValue(article, out var body) ? body : _bodies[article] = db.Bodies.AsNoTracking().Single(b => b.ArticleId == article);

    /// <summary>A name, and those of which it may be a fuller or shorter form.</summary>
    private sealed class Form(Person person, NameVariants spelling)
    {
        public Person Person => person;

        public NameVariants Spelling => spelling;

        public List<Form> Others { get; } = [];
    }
}
