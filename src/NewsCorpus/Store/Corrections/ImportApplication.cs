using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Brings outlets and articles to what the log says after an import. The order of the file plays no part: what is in force counts.</summary>
internal static class ImportApplication
{
    private const int BatchSize = 100;

    /// <returns>What stands in the way; then the transaction must not be committed.</returns>
    public static async Task<IReadOnlyList<ImportProblem>> ApplyAsync(EditSession session, ImportLedger ledger, NameRules nameRules, CancellationToken cancellation)
    {
        var problems = new List<ImportProblem>();
        var outlets = new List<(int Line, Outlet Outlet, List<Correction> Log)>();
        foreach (var (id, line) in ledger.OutletLines)
            outlets.Add((line, await session.Db.Outlets.SingleAsync(o => o.Id == id, cancellation), await session.Db.Corrections.Where(c => c.OutletId == id).OrderBy(c => c.Id).ToListAsync(cancellation)));

        await session.MarkEditedAsync(ledger.Outlets, cancellation);
        await ReleaseAsync(session, [.. outlets.Select(o => o.Outlet)], [.. outlets.Where(o => OutletOverlay.Active(o.Log, CorrectionFields.Domains) is not null).Select(o => o.Outlet)], cancellation);
        foreach (var (line, outlet, log) in outlets)
        {
            if (await TakeWordsAsync(session, outlet, log, cancellation) is { } conflict)
            {
                problems.Add(new ImportProblem(line, conflict));
                continue;
            }
            outlet.Version++;
            if (await OutletOverlay.LayAsync(session, outlet, log, cancellation))
                await OutletMerges.TouchAsync(session, outlet, cancellation);
            await session.Db.SaveChangesAsync(cancellation);
        }
        foreach (var (line, outlet, log) in outlets)
            if (problems.Count == 0 && await MergeAsync(session, outlet, OutletOverlay.Active(log, CorrectionFields.Merge)?.TargetId, cancellation) is { } problem)
                problems.Add(new ImportProblem(line, problem));
        if (problems.Count == 0)
            await LayPeopleAsync(session, ledger, nameRules, problems, cancellation);
        if (problems.Count > 0)
            return problems;

        foreach (var batch in ledger.Articles.Chunk(BatchSize))
        {
            var articles = new List<Article>(batch.Length);
            foreach (var (id, fields) in batch)
            {
                var article = (await ArticleLayer.LoadAsync(session.Db, id, cancellation))!;
                await ArticleLayer.LayAsync(session, article, await session.ActiveAsync(id, cancellation), fields.Contains(CorrectionFields.Outlet), nameRules, cancellation);
                articles.Add(article);
            }
            await session.Db.SaveChangesAsync(cancellation);
            articles.ForEach(session.Forget);
        }
        return problems;
    }

    private static async Task LayPeopleAsync(EditSession session, ImportLedger ledger, NameRules nameRules, List<ImportProblem> problems, CancellationToken cancellation)
    {
        foreach (var (id, line) in ledger.PeopleLines)
        {
            var person = await session.Db.People.SingleAsync(p => p.Id == id, cancellation);
            if (await PersonOverlay.LayAsync(session, person, await session.OfPersonAsync(id, cancellation), nameRules, cancellation) is { } problem)
                problems.Add(new ImportProblem(line, problem));
        }
    }

    /// <summary>Words may move from one outlet to another: all are let go before any is taken.</summary>
    private static async Task ReleaseAsync(EditSession session, List<Outlet> outlets, List<Outlet> edited, CancellationToken cancellation)
    {
        foreach (var outlet in edited)
            (outlet.HasEditedDomains, outlet.RulesDomain, outlet.Domain) = (true, outlet.DomainByRules, null);
        await session.Db.SaveChangesAsync(cancellation);
        foreach (var outlet in outlets)
            session.Db.OutletAliases.RemoveRange(await session.Db.OutletAliases.Where(a => a.OutletId == outlet.Id && a.Kind != OutletAliasKind.Slug).ToListAsync(cancellation));
        await session.Db.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Gives the outlet the names and domains of its corrections. Where ingestion met one of them before the correction came, it made an outlet of its own for it: that one goes, and
    /// its articles are the outlet's, as they would be had the correction been there first.
    /// </summary>
    /// <returns>Why a domain cannot be had; null where nothing is in the way.</returns>
    private static async Task<string?> TakeWordsAsync(EditSession session, Outlet outlet, List<Correction> log, CancellationToken cancellation)
    {
        foreach (var domain in OutletOverlay.Domains(outlet, log))
            if (await OutletChoice.ByDomainAsync(session, domain, cancellation) is { } owner && owner != outlet)
            {
                if (owner.IsEdited)
                    return $"{domain} belongs to the outlet “{owner.Name}” (id {owner.Id}) here, and that outlet has corrections of its own. Take the domain from it first.";
                await OutletMerges.AbsorbAsync(session, owner, outlet, cancellation);
            }
        var names = OutletOverlay.Names(outlet, log).Append(OutletOverlay.Active(log, CorrectionFields.Name) is { } name ? CorrectionValue.Text(name.Value)! : outlet.Name);
        foreach (var word in names.DistinctBy(NameKey.Of, StringComparer.Ordinal).ToList())
            foreach (var other in (await OutletChoice.NamedAsync(session, word, cancellation)).Where(o => o != outlet && !o.IsEdited))
                // Of another site it would be another outlet in any case.
                if (other.Domain is null || (outlet.Domain ?? outlet.RulesDomain) is null)
                    await OutletMerges.AbsorbAsync(session, other, outlet, cancellation);
        return null;
    }

    private static async Task<string?> MergeAsync(EditSession session, Outlet outlet, int? target, CancellationToken cancellation)
    {
        if (outlet.MergedIntoId == target)
            return null;
        if (outlet.MergedIntoId is not null)
            await OutletMerges.UndoAsync(session, outlet, cancellation);
        if (target is null)
            return null;
        var into = await session.Db.Outlets.SingleAsync(o => o.Id == target, cancellation);
        if (await OutletMerges.ProblemAsync(session, outlet, into, cancellation) is { } problem)
            return problem;
        await OutletMerges.MergeAsync(session, outlet, into, cancellation);
        return null;
    }
}
