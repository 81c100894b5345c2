using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Web.Presentation;

/// <summary>A name as editors see it, also one that is shown as another person or as nobody.</summary>
/// <param name="IsApart">Whether the rules told this person apart from another of the name.</param>
public sealed record PersonRow(int Id, string Name, bool IsPartial, bool IsApart, bool IsNobody, bool IsEdited, int? MergedIntoId, string? MergedInto);

/// <summary>The names of the corpus on one page.</summary>
public sealed record PersonCatalogue(IReadOnlyList<PersonRow> People, int Total)
{
    /// <param name="filter">Words of the name; null for all.</param>
    /// <param name="editedOnly">Only names that editors corrected.</param>
    public static async Task<PersonCatalogue> ReadAsync(CorpusDbContext db, string? filter, bool editedOnly, int page, int size, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking();
        if (editedOnly)
            people = people.Where(p => p.IsEdited);
        foreach (var word in Words(filter))
            people = people.Where(p => p.Key.Contains(word) || p.Name.Contains(word));
        var rows = await people.OrderBy(p => p.SurnameKey).ThenBy(p => p.Key).Skip((page - 1) * size).Take(size)
            .Select(p => new PersonRow(p.Id, p.Name, p.IsPartial, p.SplitRule != null, p.IsNobody, p.IsEdited, p.MergedIntoId, db.People.Where(t => t.Id == p.MergedIntoId).Select(t => t.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new PersonCatalogue(rows, await people.CountAsync(cancellationToken));
    }

    /// <summary>The folded words of a filter.</summary>
    public static string[] Words(string? filter) => NameKey.Of(filter ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What waits for an editor to say whether two names, or two of one name, are one person; on one page.</summary>
/// <param name="Shown">Those whom the rules told apart first.</param>
public sealed record SuggestionCatalogue(IReadOnlyList<SuggestionView> Shown, int Total)
{
    /// <param name="filter">Words of either name; null for all.</param>
    /// <param name="page">From 1.</param>
    public static async Task<SuggestionCatalogue> ReadAsync(CorpusDbContext db, string? filter, int page, int size, CancellationToken cancellationToken)
    {
        var apart = PersonDossier.ApartByRules(db);
        var open = PersonDossier.Suggestions(db).Where(s => !s.IsRejected);
        foreach (var word in PersonCatalogue.Words(filter))
        {
            apart = apart.Where(p => p.Key.Contains(word) || p.Name.Contains(word));
            open = open.Where(s => s.Person!.Key.Contains(word) || s.Person.Name.Contains(word) || s.Other!.Key.Contains(word) || s.Other.Name.Contains(word));
        }
        var first = await apart.CountAsync(cancellationToken);
        var skipped = (page - 1) * size;
        var split = await apart.OrderBy(p => p.Id).Skip(skipped).Take(size).Join(db.People, p => p.SplitFromId!.Value, n => n.Id, (p, n) => new { Apart = p, From = n }).OrderBy(s => s.Apart.Id).ToListAsync(cancellationToken);
        var suggested = await open.OrderBy(s => s.PersonId).ThenBy(s => s.OtherId).Skip(Math.Max(0, skipped - first)).Take(size - split.Count).ToListAsync(cancellationToken);
        return new SuggestionCatalogue(
            [.. split.Select(s => SuggestionView.OfSplit(s.Apart, s.From)), .. suggested.Select(s => new SuggestionView(s, s.Person!, s.Other!, s.PersonId))],
            first + await open.CountAsync(cancellationToken));
    }
}
