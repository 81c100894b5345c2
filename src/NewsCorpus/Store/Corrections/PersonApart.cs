using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Keeps apart people whom an editor said are two: what the rules suggested is rejected, what they linked is undone, and neither comes again while the correction is in force.</summary>
internal static class PersonApart
{
    /// <param name="moved">Takes the names whose articles are to be settled.</param>
    public static async Task LayAsync(EditSession session, Person person, Correction? correction, HashSet<int> moved, NameRules nameRules, CancellationToken cancellation)
    {
        var db = session.Db;
        var others = new HashSet<int>();
        foreach (var name in correction is null ? [] : CorrectionValue.Names(correction.Value))
            others.Add((await PersonChoice.ResolveAsync(session, name, nameRules, cancellation)).Id);
        await db.SaveChangesAsync(cancellation);
        var known = await db.PersonSuggestions.Where(s => s.PersonId == person.Id || s.OtherId == person.Id).ToListAsync(cancellation);
        foreach (var suggestion in known)
        {
            var other = suggestion.PersonId == person.Id ? suggestion.OtherId : suggestion.PersonId;
            var isRejected = others.Contains(other) || await RejectsAsync(session, other, person, cancellation);
            if (isRejected == suggestion.IsRejected)
                continue;
            suggestion.IsRejected = isRejected;
            if (!isRejected && suggestion.Rule.Length == 0)
                db.PersonSuggestions.Remove(suggestion);
            // What may be linked again is looked at again: its articles take new revisions.
            foreach (var name in new[] { person.Id, other })
                if (await db.People.AnyAsync(p => p.Id == name && p.IsPartial, cancellation))
                    await Identities.PersonRows.TouchAsync(db, session.Numbers, session.Now, name, cancellation);
        }
        foreach (var other in others.Where(o => !known.Exists(s => s.PersonId == o || s.OtherId == o)))
            db.PersonSuggestions.Add(new PersonSuggestion { PersonId = person.Id, OtherId = other, Rule = "", IsRejected = true });
        var links = await db.PersonLinks
            // Of two people of one name the link says who is who.
            .Where(l => l.CorrectionId == null && !db.People.Any(p => p.Id == l.PersonId && p.SplitFromId == l.NamedPersonId) && ((l.NamedPersonId == person.Id && others.Contains(l.PersonId)) || (l.PersonId == person.Id && others.Contains(l.NamedPersonId))))
            .ToListAsync(cancellation);
        db.PersonLinks.RemoveRange(links);
        moved.UnionWith(links.Select(l => l.NamedPersonId));
    }

    private static async Task<bool> RejectsAsync(EditSession session, int other, Person person, CancellationToken cancellation)
    {
        var value = await session.Db.Corrections.Where(c => c.PersonId == other && c.Field == CorrectionFields.Apart && c.State == CorrectionState.Active).Select(c => c.Value).SingleOrDefaultAsync(cancellation);
        return value is not null && CorrectionValue.Names(value).Any(n => PersonKey.Of(n) == person.Key);
    }
}
