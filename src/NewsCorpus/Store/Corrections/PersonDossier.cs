using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>A person and all that editors ever did: what the admin view shows.</summary>
/// <param name="ShownAs">The person as whom the name is shown, or null where it stands for itself.</param>
/// <param name="Names">Names that are shown as this person directly.</param>
/// <param name="SplitFrom">The person of whose name this one was told apart, or null.</param>
/// <param name="Splits">People who were told apart from this one.</param>
/// <param name="Apart">Of them, or this one itself, those whom the rules told apart and whom no editor has judged.</param>
/// <param name="Open">Suggestions that wait for an editor.</param>
/// <param name="Rejected">Suggestions that an editor rejected.</param>
/// <param name="Corrections">Newest first.</param>
public sealed record PersonDossier(
    Person Person,
    Person? ShownAs,
    IReadOnlyList<Person> Names,
    Person? SplitFrom,
    IReadOnlyList<Person> Splits,
    IReadOnlyList<Person> Apart,
    IReadOnlyList<PersonSuggestion> Open,
    IReadOnlyList<PersonSuggestion> Rejected,
    IReadOnlyList<Correction> Corrections)
{
    /// <summary>The correction in force for a field, or null.</summary>
    public Correction? Active(string field) => PersonOverlay.Active(Corrections, field);

    /// <summary>Further names that an editor gave.</summary>
    public IReadOnlyList<string> Aliases => Active(CorrectionFields.Aliases) is { } given ? CorrectionValue.Names(given.Value) : [];

    /// <summary>Null where there is no such person.</summary>
    public static async Task<PersonDossier?> FindAsync(CorpusDbContext db, int id, CancellationToken cancellation)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return null;
        var shown = person;
        while (shown.MergedIntoId is { } into)
            shown = await db.People.AsNoTracking().SingleAsync(p => p.Id == into, cancellation);
        var suggestions = await Suggestions(db).Where(s => s.PersonId == id || s.OtherId == id).OrderBy(s => s.PersonId).ThenBy(s => s.OtherId).ToListAsync(cancellation);
        return new PersonDossier(
            person,
            shown == person ? null : shown,
            await db.People.AsNoTracking().Where(p => p.MergedIntoId == id).OrderBy(p => p.Key).ToListAsync(cancellation),
            person.SplitFromId is { } from ? await db.People.AsNoTracking().SingleAsync(p => p.Id == from, cancellation) : null,
            await db.People.AsNoTracking().Where(p => p.SplitFromId == id).OrderBy(p => p.Key).ToListAsync(cancellation),
            await ApartByRules(db).Where(p => p.Id == id || p.SplitFromId == id).OrderBy(p => p.Key).ToListAsync(cancellation),
            [.. suggestions.Where(s => !s.IsRejected)],
            [.. suggestions.Where(s => s.IsRejected)],
            await db.Corrections.AsNoTracking().Where(c => c.PersonId == id).OrderByDescending(c => c.Id).ToListAsync(cancellation));
    }

    /// <summary>People of one name with another whom the rules told apart, and of whom no editor has said yet whether they are one or two.</summary>
    public static IQueryable<Person> ApartByRules(CorpusDbContext db) => db.People.AsNoTracking()
        .Where(p => p.SplitRule != null && p.MergedIntoId == null && !p.IsNobody && db.ArticlePeople.Any(a => a.PersonId == p.Id)
            && !db.PersonSuggestions.Any(s => s.IsRejected && ((s.PersonId == p.Id && s.OtherId == p.SplitFromId) || (s.OtherId == p.Id && s.PersonId == p.SplitFromId))));

    /// <summary>Suggestions that say something: rejected ones, and open ones of two names that both are shown as somebody in some article and were not made to tell two apart.</summary>
    public static IQueryable<PersonSuggestion> Suggestions(CorpusDbContext db) => db.PersonSuggestions.AsNoTracking().Include(s => s.Person).Include(s => s.Other)
        .Where(s => s.IsRejected || (s.Person!.SplitFromId != s.OtherId && s.Other!.SplitFromId != s.PersonId && db.ArticlePeople.Any(p => p.PersonId == s.PersonId && p.Role <= MentionRole.Quoted) && db.ArticlePeople.Any(p => p.PersonId == s.OtherId && p.Role <= MentionRole.Quoted)));
}
