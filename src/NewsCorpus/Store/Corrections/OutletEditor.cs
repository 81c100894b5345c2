using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// What an editor can do to an outlet, one method an action. Each runs in a transaction of its own and is written into the log of corrections; all articles concerned take new revisions in it.
/// </summary>
public sealed class OutletEditor(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    /// <summary>Gives the outlet another name. Ingestion goes on finding it by the old one, and its old address leads to the new one.</summary>
    public Task<EditResult> RenameAsync(int id, string name, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Name, CorrectionValue.Of(Typed.OneLine(name)), null, edit, cancellation);

    /// <param name="domains">All registrable domains of the outlet, the main one first. Articles whose link leads to one of them are of this outlet from then on.</param>
    public Task<EditResult> SetDomainsAsync(int id, IEnumerable<string> domains, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Domains, CorrectionValue.Of(domains.Select(d => d.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)), null, edit, cancellation);

    /// <param name="aliases">Further names that articles may give. Those that the outlet has by itself, or had before a rename, need not be among them.</param>
    public Task<EditResult> SetAliasesAsync(int id, IEnumerable<string> aliases, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Aliases, CorrectionValue.Of(aliases.Select(Typed.OneLine)), null, edit, cancellation);

    /// <summary>Shows all articles of one outlet under another, those to come too, until the merge is reverted.</summary>
    public Task<EditResult> MergeAsync(int id, int into, Edit edit, CancellationToken cancellation) =>
        CorrectAsync(id, CorrectionFields.Merge, CorrectionValue.Null, into, edit, cancellation);

    /// <summary>Takes the correction of a field back, a merge too.</summary>
    /// <param name="field">One of <see cref="CorrectionFields.OfOutlets"/>.</param>
    public async Task<EditResult> RevertAsync(int id, string field, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        if (CorrectionCheck.Note(edit.Note) is { } problem)
            return EditResult.Refused(problem);
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if (await session.Db.Outlets.SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } outlet)
            return EditResult.NotFound($"outlet {id}");
        if (edit.Seen is { } seen && seen != outlet.Version)
            return EditResult.Moved("outlet");
        var log = await LogAsync(session.Db, id, cancellation);
        if (OutletOverlay.Active(log, field) is not { } correction)
            return EditResult.Refused($"There is no correction of the {field} to take back.");
        if (field == CorrectionFields.Domains && outlet.RulesDomain is { } domain && await OutletConflicts.FindAsync(session, outlet, field, [domain], cancellation) is { } conflict)
            return EditResult.Refused(conflict);
        session.TakeBack(correction, edit);
        session.Record(edit, "outlet.revert", $"outlet {id} “{outlet.Name}”: {field}");
        await ApplyAsync(session, outlet, log, correction, null, cancellation);
        return new EditResult(EditState.Done, Correction: correction);
    }

    private async Task<EditResult> CorrectAsync(int id, string field, string value, int? targetId, Edit edit, CancellationToken cancellation)
    {
        edit = edit with { Note = edit.Note.Trim() };
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        if (await session.Db.Outlets.SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } outlet)
            return EditResult.NotFound($"outlet {id}");
        Outlet? target = null;
        if (targetId is not null)
        {
            if (await session.Db.Outlets.SingleOrDefaultAsync(o => o.Id == targetId, cancellation) is not { } chosen)
                return EditResult.Refused($"There is no outlet {targetId} to merge into.");
            if (await OutletMerges.ProblemAsync(session, outlet, chosen, cancellation) is { } obstacle)
                return EditResult.Refused(obstacle);
            target = await OutletChoice.ShownAsync(session, chosen, cancellation);
            value = CorrectionValue.Of(OutletIdentity.Of(target) with { Name = target.Name });
        }
        if ((CorrectionCheck.Note(edit.Note) ?? CorrectionCheck.Value(field, value, session.Today)) is { } problem)
            return EditResult.Refused(problem);
        if (edit.Seen is { } seen && seen != outlet.Version)
            return EditResult.Moved("outlet");
        var log = await LogAsync(session.Db, id, cancellation);
        if (field != CorrectionFields.Merge && await RefusalAsync(session, outlet, log, field, value, cancellation) is { } refusal)
            return EditResult.Refused(refusal);
        var (before, beforeKind) = Shown(outlet, log, field);
        var correction = new Correction
        {
            Id = session.Numbers.Next(Sequence.Correction),
            At = session.Now,
            By = edit.By,
            Note = edit.Note,
            Field = field,
            Value = value,
            Before = before,
            BeforeKind = beforeKind,
            OutletId = id,
            TargetId = target?.Id,
        };
        session.Add(correction, log);
        log.Add(correction);
        session.Record(edit, ActionOf(field), $"outlet {id} “{outlet.Name}”: {CorrectionValue.Describe(field, value) ?? "none"}");
        await ApplyAsync(session, outlet, log, correction, target, cancellation);
        return new EditResult(EditState.Done, Correction: correction);
    }

    private static async Task ApplyAsync(EditSession session, Outlet outlet, List<Correction> log, Correction correction, Outlet? target, CancellationToken cancellation)
    {
        outlet.Version++;
        if (correction.Field == CorrectionFields.Merge)
        {
            if (target is not null)
                await OutletMerges.MergeAsync(session, outlet, target, cancellation);
            else
                await OutletMerges.UndoAsync(session, outlet, cancellation);
        }
        else if (await OutletOverlay.LayAsync(session, outlet, log, cancellation))
            await OutletMerges.TouchAsync(session, outlet, cancellation);
        await session.Db.SaveChangesAsync(cancellation);
        await session.MarkEditedAsync([outlet.Id, .. log.Select(c => c.TargetId).OfType<int>()], cancellation);
        await session.CommitAsync(cancellation);
    }

    private static async Task<string?> RefusalAsync(EditSession session, Outlet outlet, List<Correction> log, string field, string value, CancellationToken cancellation) => field switch
    {
        CorrectionFields.Name when CorrectionValue.Text(value) == outlet.Name => "That is its name already.",
        CorrectionFields.Name => await OutletConflicts.FindAsync(session, outlet, field, [CorrectionValue.Text(value)!], cancellation),
        _ when OutletOverlay.Active(log, field)?.Value == value || (OutletOverlay.Active(log, field) is null && Shown(outlet, log, field).Value == value) => "That is what it has already.",
        _ => await OutletConflicts.FindAsync(session, outlet, field, CorrectionValue.Names(value), cancellation),
    };

    private static string ActionOf(string field) => field switch
    {
        CorrectionFields.Name => "outlet.rename",
        CorrectionFields.Merge => "outlet.merge",
        _ => "outlet." + field,
    };

    /// <summary>The value shown of a field, and how it is known.</summary>
    private static (string Value, FactKind Kind) Shown(Outlet outlet, List<Correction> log, string field)
    {
        var kind = OutletOverlay.Active(log, field) is null ? FactKind.Derived : FactKind.Corrected;
        return field switch
        {
            CorrectionFields.Name => (CorrectionValue.Of(outlet.Name), kind),
            CorrectionFields.Domains => (CorrectionValue.Of(OutletOverlay.Domains(outlet, log)), kind),
            CorrectionFields.Aliases => (OutletOverlay.Active(log, field)?.Value ?? CorrectionValue.Of([]), kind),
            _ => (CorrectionValue.Null, FactKind.Unknown),
        };
    }

    private static Task<List<Correction>> LogAsync(CorpusDbContext db, int outletId, CancellationToken cancellation) =>
        db.Corrections.Where(c => c.OutletId == outletId).OrderBy(c => c.Id).ToListAsync(cancellation);
}
