using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Web.Presentation;

/// <summary>A name as editors see it, also one that is shown as another person or as nobody.</summary>
public sealed record PersonRow(int Id, string Name, bool IsPartial, bool IsNobody, bool IsEdited, int? MergedIntoId, string? MergedInto);

/// <summary>The names of the corpus, and the suggestions that wait for an editor.</summary>
/// <param name="Open">Suggestions in all.</param>
public sealed record PersonCatalogue(IReadOnlyList<PersonRow> People, int Total, IReadOnlyList<PersonSuggestion> Suggestions, int Open)
{
    /// <summary>Suggestions shown at once: whoever has judged them sees the next.</summary>
    private const int MostSuggestions = 20;

    /// <param name="filter">Words of the name; null for all.</param>
    /// <param name="editedOnly">Only names that editors corrected.</param>
    public static async Task<PersonCatalogue> ReadAsync(CorpusDbContext db, string? filter, bool editedOnly, int page, int size, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking();
        if (editedOnly)
            people = people.Where(p => p.IsEdited);
        foreach (var word in NameKey.Of(filter ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            people = people.Where(p => p.Key.Contains(word) || p.Name.Contains(word));
        var rows = await people.OrderBy(p => p.SurnameKey).ThenBy(p => p.Key).Skip((page - 1) * size).Take(size)
            .Select(p => new PersonRow(p.Id, p.Name, p.IsPartial, p.IsNobody, p.IsEdited, p.MergedIntoId, db.People.Where(t => t.Id == p.MergedIntoId).Select(t => t.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        var open = PersonDossier.Suggestions(db).Where(s => !s.IsRejected);
        return new PersonCatalogue(
            rows,
            await people.CountAsync(cancellationToken),
            await open.OrderBy(s => s.PersonId).ThenBy(s => s.OtherId).Take(MostSuggestions).ToListAsync(cancellationToken),
            await open.CountAsync(cancellationToken));
    }
}
