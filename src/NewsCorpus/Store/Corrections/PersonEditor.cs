using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// What an editor can do to a person, one method an action. Each runs in a transaction of its own and is written into the log of corrections; all articles concerned take new revisions in it. Each can be taken back
/// at any time and in any order, holds for articles to come, and is never undone by reading files again.
/// </summary>
public sealed class PersonEditor(IDbContextFactory<CorpusDbContext> contexts, NameRules nameRules, TimeProvider time)
{
    /// <summary>Gives the person another name. Articles that give the old one are still found; so are those that give the new one.</summary>
    public Task<EditResult> RenameAsync(int id, string name, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Name, (_, _) => Task.FromResult((CorrectionValue.Of(Typed.OneLine(name)), (string?)null)), edit, cancellation);

    /// <param name="aliases">Further names of the person: whoever is called so in an article, in one to come too, is this person.</param>
    public Task<EditResult> SetAliasesAsync(int id, IEnumerable<string> aliases, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Aliases, (_, _) => Task.FromResult((CorrectionValue.Of(aliases.Select(Typed.OneLine).DistinctBy(PersonKey.Of, StringComparer.Ordinal)), (string?)null)), edit, cancellation);

    /// <summary>Shows all that articles say of one person under another. Confirms a suggestion that they are one.</summary>
    public Task<EditResult> MergeAsync(int id, int into, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.SameAs, async (session, person) =>
        {
            if (person.Id == into)
                return ("", "A person cannot be merged into themselves.");
            if (await session.Db.People.SingleOrDefaultAsync(p => p.Id == into, cancellation) is not { } chosen)
                return ("", $"There is no person {into} to merge into.");
            if (person.MergedIntoId is { } already)
                return ("", $"“{person.Name}” is shown as “{(await session.Db.People.SingleAsync(p => p.Id == already, cancellation)).Name}” already. Undo that first.");
            var shown = await PersonChoice.ShownAsync(session, chosen, cancellation);
            return shown == person ? ("", $"“{chosen.Name}” is itself shown as “{person.Name}”. Undo that first.") : (CorrectionValue.Of(shown.NameByRules), null);
        }, edit, cancellation);

    /// <summary>Says that two names are two people's. Rejects a suggestion that they are one; what the rules linked is undone.</summary>
    public Task<EditResult> RejectAsync(int id, int other, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Apart, async (session, person) =>
        {
            if (person.Id == other || await session.Db.People.SingleOrDefaultAsync(p => p.Id == other, cancellation) is not { } apart)
                return ("", $"There is no other person {other} to be told apart from.");
            if (await PersonChoice.ShownAsync(session, person, cancellation) == await PersonChoice.ShownAsync(session, apart, cancellation))
                return ("", $"“{person.Name}” and “{apart.Name}” are shown as one person. Undo that first.");
            var names = Rejected(await session.OfPersonAsync(person.Id, cancellation));
            return names.Contains(apart.NameByRules, StringComparer.Ordinal) ? ("", $"An editor has told “{person.Name}” and “{apart.Name}” apart already.") : (CorrectionValue.Of([.. names, apart.NameByRules]), null);
        }, edit, cancellation);

    /// <summary>Takes back that two names are two people's: the suggestion is open again, and the rules may link them.</summary>
    public async Task<EditResult> ReopenAsync(int id, int other, Edit edit, CancellationToken cancellation)
    {
        int subject, apart;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            var log = await db.Corrections.AsNoTracking().Where(c => c.PersonId == id).ToListAsync(cancellation);
            var name = await db.People.Where(p => p.Id == other).Select(p => p.RulesName ?? p.Name).SingleOrDefaultAsync(cancellation);
            (subject, apart) = name is not null && Rejected(log).Contains(name, StringComparer.Ordinal) ? (id, other) : (other, id);
        }
        var isLast = false;
        var result = await CorrectAsync(subject, CorrectionFields.Apart, async (session, person) =>
        {
            var named = await session.Db.People.Where(p => p.Id == apart).Select(p => p.RulesName ?? p.Name).SingleOrDefaultAsync(cancellation);
            var names = Rejected(await session.OfPersonAsync(person.Id, cancellation));
            var left = names.Where(n => n != named).ToList();
            isLast = left.Count == 0 && names.Count > 0;
            return names.Count == left.Count ? ("", "Nobody has told the two apart.") : (CorrectionValue.Of(left), null);
        }, edit with { Seen = subject == id ? edit.Seen : null }, cancellation);
        return isLast ? await RevertAsync(subject, CorrectionFields.Apart, edit with { Seen = subject == id ? edit.Seen : null }, cancellation) : result;
    }

    /// <summary>Says that the name is no person's: a place, a company, a ship. It is shown nowhere.</summary>
    public Task<EditResult> SetNobodyAsync(int id, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Nobody, (_, _) => Task.FromResult((CorrectionValue.Of(CorrectionValue.NotAPerson), (string?)null)), edit, cancellation);

    /// <summary>Tells two people of one name apart: some articles mean another one. New articles go to the other one where they give their office, else to the first.</summary>
    /// <param name="name">What the other person is called, so that the two can be told apart: "Ada Wren (pilot)". May be one that was split off before, who then has these articles too.</param>
    /// <returns>The correction is the other person's.</returns>
    public async Task<EditResult> SplitAsync(int id, string name, IReadOnlyCollection<long> articles, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        name = Typed.OneLine(name);
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if (await session.Db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return EditResult.NotFound($"person {id}");
        var identities = await session.Db.Articles.Where(a => articles.Contains(a.Id) && session.Db.ArticlePeople.Any(p => p.ArticleId == a.Id && p.PersonId == id))
            .OrderBy(a => a.Id).Select(a => new ArticleIdentity(a.SourceFile!.Sha256, a.SourceFile.Path, a.EntryKey)).ToListAsync(cancellation);
        var value = CorrectionValue.Of(new PersonSplit(person.NameByRules, identities));
        if ((CorrectionCheck.Note(edit.Note) ?? CorrectionCheck.Value(CorrectionFields.SameAs, CorrectionValue.Of(name), session.Today) ?? CorrectionCheck.Value(CorrectionFields.Split, value, session.Today)) is { } problem)
            return EditResult.Refused(problem);
        if (edit.Seen is { } seen && seen != person.Version)
            return EditResult.Moved("person");
        var known = await PersonChoice.FindAsync(session, name, cancellation);
        if (known is not null && known.SplitFromId != id && (known.Id == id || known.IsEdited || await session.Db.ArticlePeople.IgnoreQueryFilters().AnyAsync(p => p.PersonId == known.Id || p.NamedPersonId == known.Id, cancellation)))
            return EditResult.Refused($"There is a person called “{known.Name}” already. Give a name that tells the two apart, as “{person.Name} (pilot)”.");
        var other = known ?? await PersonChoice.ResolveAsync(session, name, nameRules, cancellation);
        await session.Db.SaveChangesAsync(cancellation);
        var log = await session.OfPersonAsync(other.Id, cancellation);
        if (PersonOverlay.Active(log, CorrectionFields.Split) is { } earlier && CorrectionValue.Split(earlier.Value) is { } before)
            value = CorrectionValue.Of(new PersonSplit(before.From, [.. before.Articles.Union(identities)]));
        person.Version++;
        return await MakeAsync(session, other, log, CorrectionFields.Split, value, edit, cancellation);
    }

    /// <summary>Takes the correction of a field back.</summary>
    /// <param name="field">One of <see cref="CorrectionFields.OfPeople"/>.</param>
    public async Task<EditResult> RevertAsync(int id, string field, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        if (CorrectionCheck.Note(edit.Note) is { } problem)
            return EditResult.Refused(problem);
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if (await session.Db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return EditResult.NotFound($"person {id}");
        if (edit.Seen is { } seen && seen != person.Version)
            return EditResult.Moved("person");
        var log = await session.OfPersonAsync(id, cancellation);
        if (PersonOverlay.Active(log, field) is not { } correction)
            return EditResult.Refused("There is no such correction of the person to take back.");
        session.TakeBack(correction, edit);
        session.Record(edit, "person.revert", $"person {id} “{person.Name}”: {field}");
        return await LayAsync(session, person, log, correction, cancellation);
    }

    private async Task<EditResult> CorrectAsync(int id, string field, Func<EditSession, Person, Task<(string Value, string? Problem)>> make, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if (await session.Db.People.SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return EditResult.NotFound($"person {id}");
        var (value, refusal) = await make(session, person);
        if ((refusal ?? CorrectionCheck.Note(edit.Note) ?? CorrectionCheck.Value(field, value, session.Today)) is { } problem)
            return EditResult.Refused(problem);
        if (edit.Seen is { } seen && seen != person.Version)
            return EditResult.Moved("person");
        var log = await session.OfPersonAsync(id, cancellation);
        if (PersonOverlay.Active(log, field)?.Value == value || (field == CorrectionFields.Name && CorrectionValue.Text(value) == person.Name))
            return EditResult.Refused("That is so already.");
        return await MakeAsync(session, person, log, field, value, edit, cancellation);
    }

    private async Task<EditResult> MakeAsync(EditSession session, Person person, List<Correction> log, string field, string value, Edit edit, CancellationToken cancellation)
    {
        var earlier = PersonOverlay.Active(log, field);
        var correction = new Correction
        {
            Id = session.Numbers.Next(Sequence.Correction),
            At = session.Now,
            By = edit.By,
            Note = edit.Note,
            Field = field,
            Value = value,
            Before = earlier?.Value ?? (field == CorrectionFields.Name ? CorrectionValue.Of(person.Name) : CorrectionValue.Null),
            BeforeKind = earlier is not null ? FactKind.Corrected : field == CorrectionFields.Name ? FactKind.Derived : FactKind.Unknown,
            PersonId = person.Id,
        };
        session.Add(correction, log);
        log.Add(correction);
        session.Record(edit, ActionOf(field), $"person {person.Id} “{person.Name}”: {CorrectionValue.Describe(field, value) ?? "none"}");
        return await LayAsync(session, person, log, correction, cancellation);
    }

    private async Task<EditResult> LayAsync(EditSession session, Person person, List<Correction> log, Correction correction, CancellationToken cancellation)
    {
        await session.Db.SaveChangesAsync(cancellation);
        if (await PersonOverlay.LayAsync(session, person, log, nameRules, cancellation) is { } problem)
            return EditResult.Refused(problem);
        await session.CommitAsync(cancellation);
        return new EditResult(EditState.Done, Correction: correction);
    }

    private static IReadOnlyList<string> Rejected(IEnumerable<Correction> log) => PersonOverlay.Active(log, CorrectionFields.Apart) is { } apart ? CorrectionValue.Names(apart.Value) : [];

    private static string ActionOf(string field) => field switch
    {
        CorrectionFields.Name => "person.rename",
        CorrectionFields.SameAs => "person.merge",
        _ => "person." + field,
    };
}
