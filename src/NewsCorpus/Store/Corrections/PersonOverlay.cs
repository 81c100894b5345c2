using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Identities;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Lays the corrections of a person over what the rules say: name, further names, whom it is shown as, from whom it is told apart, and which articles were set apart as its own. Whatever the order in which corrections
/// were made or imported, what is in force counts.
/// </summary>
internal static class PersonOverlay
{
    /// <param name="log">All corrections of the person, oldest first.</param>
    /// <returns>Why it cannot be so; then the transaction must not be committed. Null where it is done.</returns>
    public static async Task<string?> LayAsync(EditSession session, Person person, IReadOnlyList<Correction> log, NameRules nameRules, CancellationToken cancellation)
    {
        var db = session.Db;
        var moved = new HashSet<int>();
        var renamed = await SetNameAsync(session, person, Active(log, CorrectionFields.Name), cancellation);
        if (person.IsNobody != (Active(log, CorrectionFields.Nobody) is not null))
        {
            person.IsNobody = !person.IsNobody;
            moved.UnionWith(await PersonRoots.WithMergedAsync(db, [person.Id], cancellation));
        }
        await db.SaveChangesAsync(cancellation);
        if (await SetAliasesAsync(session, person, log, moved, nameRules, cancellation) is { } taken)
            return taken;
        if (await SetParentAsync(session, person, moved, nameRules, cancellation) is { } circle)
            return circle;
        await PersonApart.LayAsync(session, person, Active(log, CorrectionFields.Apart), moved, nameRules, cancellation);
        var apart = await PersonSplits.LayAsync(session, person, Active(log, CorrectionFields.Split), nameRules, cancellation);
        person.IsEdited = log.Any(c => c.State == CorrectionState.Active);
        person.Version++;
        await db.SaveChangesAsync(cancellation);
        if (moved.Count > 0)
            await PersonRows.SettleNamesAsync(db, session.Numbers, session.Now, await PersonRoots.WithMergedAsync(db, moved, cancellation), cancellation);
        foreach (var batch in apart.Order().Chunk(500))
            await PersonRows.SettleAsync(db, session.Numbers, session.Now, [.. batch], cancellation);
        if (renamed)
            await PersonRows.TouchAsync(db, session.Numbers, session.Now, person.Id, cancellation);
        return null;
    }

    public static Correction? Active(IEnumerable<Correction> log, string field) => OutletOverlay.Active(log, field);

    public static string RuleOf(Correction correction) => $"set apart by {correction.By}: {correction.Note}";

    /// <summary>Further names that are in force: those that an editor gave, and the one that a rename gave.</summary>
    public static IReadOnlyList<string> Names(Person person, IReadOnlyList<Correction> log)
    {
        var names = Active(log, CorrectionFields.Aliases) is { } aliases ? CorrectionValue.Names(aliases.Value) : [];
        if (Active(log, CorrectionFields.Name) is { } name)
            names = [.. names, CorrectionValue.Text(name.Value)!];
        return [.. names.Where(n => PersonKey.Of(n) != person.Key).DistinctBy(PersonKey.Of, StringComparer.Ordinal)];
    }

    private static async Task<bool> SetNameAsync(EditSession session, Person person, Correction? correction, CancellationToken cancellation)
    {
        var name = correction is null ? person.NameByRules : CorrectionValue.Text(correction.Value)!;
        if (name == person.Name && (correction is not null) == (person.RulesName is not null))
            return false;
        var (byRules, slug) = (person.NameByRules, person.RulesSlug ?? person.Slug);
        person.Slug = correction is null ? person.RulesSlug ?? person.Slug : await PersonChoice.UnusedSlugAsync(session, NameKey.Slug(name), person, cancellation);
        person.RulesName = correction is null ? null : byRules;
        person.RulesSlug = correction is null ? null : slug;
        person.Name = name;
        return true;
    }

    private static async Task<string?> SetAliasesAsync(EditSession session, Person person, IReadOnlyList<Correction> log, HashSet<int> moved, NameRules nameRules, CancellationToken cancellation)
    {
        var wanted = new List<Person>();
        foreach (var name in Names(person, log))
        {
            var alias = await PersonChoice.ResolveAsync(session, name, nameRules, cancellation);
            if (alias.MergedIntoId is null && await PersonChoice.ShownAsync(session, person, cancellation) == alias)
                return $"“{person.Name}” is itself shown as “{alias.Name}”. Undo that first.";
            if (alias.MergedIntoId != person.Id && alias.IsEdited)
                return $"“{alias.Name}” (id {alias.Id}) is a person whom editors have corrected. Merge that person into this one instead.";
            if (alias.MergedIntoId is { } owner && owner != person.Id)
                return $"“{alias.Name}” is a name of “{(await session.Db.People.SingleAsync(p => p.Id == owner, cancellation)).Name}” (id {owner}) already. Take it from there first.";
            wanted.Add(alias);
        }
        await session.Db.SaveChangesAsync(cancellation);
        foreach (var alias in wanted.Where(a => a.MergedIntoId != person.Id))
        {
            alias.MergedIntoId = person.Id;
            moved.Add(alias.Id);
        }
        foreach (var gone in (await session.Db.People.Where(p => p.MergedIntoId == person.Id).ToListAsync(cancellation)).Except(wanted))
            await SetParentAsync(session, gone, moved, nameRules, cancellation);
        await session.Db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>A name is shown as the person whom its own correction names, else as the one who has it among further names.</summary>
    private static async Task<string?> SetParentAsync(EditSession session, Person person, HashSet<int> moved, NameRules nameRules, CancellationToken cancellation)
    {
        var own = await session.Db.Corrections.SingleOrDefaultAsync(c => c.PersonId == person.Id && c.Field == CorrectionFields.SameAs && c.State == CorrectionState.Active, cancellation);
        var into = own is null ? await OwnerAsync(session, person, cancellation) : await PersonChoice.ResolveAsync(session, CorrectionValue.Text(own.Value)!, nameRules, cancellation);
        if (into?.Id == person.MergedIntoId)
            return null;
        if (into is not null && await PersonChoice.ShownAsync(session, into, cancellation) == person)
            return $"“{into.Name}” is itself shown as “{person.Name}”. Undo that first.";
        moved.Add(person.Id);
        await session.Db.SaveChangesAsync(cancellation);
        person.MergedIntoId = into?.Id;
        await session.Db.SaveChangesAsync(cancellation);
        return null;
    }

    private static async Task<Person?> OwnerAsync(EditSession session, Person person, CancellationToken cancellation)
    {
        var naming = await session.Db.Corrections.Where(c => c.PersonId != null && c.PersonId != person.Id && c.State == CorrectionState.Active && (c.Field == CorrectionFields.Aliases || c.Field == CorrectionFields.Name)).ToListAsync(cancellation);
        foreach (var correction in naming)
            if (await session.Db.People.SingleAsync(p => p.Id == correction.PersonId, cancellation) is var owner && Names(owner, [correction]).Any(n => PersonKey.Of(n) == person.Key))
                return owner;
        return null;
    }
}
