using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>An outlet and all that editors ever did to it: what its admin view shows.</summary>
/// <param name="Domains">The main one first.</param>
/// <param name="Names">Further names by which ingestion finds it: the rules' own, former ones and those that an editor gave.</param>
/// <param name="Aliases">Those of <paramref name="Names"/> that an editor gave.</param>
/// <param name="MergedInto">The outlet it is merged into, or null.</param>
/// <param name="Merged">Outlets that are merged into it.</param>
/// <param name="Corrections">Newest first.</param>
public sealed record OutletDossier(
    Outlet Outlet, IReadOnlyList<string> Domains, IReadOnlyList<string> Names, IReadOnlyList<string> Aliases, Outlet? MergedInto, IReadOnlyList<Outlet> Merged, IReadOnlyList<Correction> Corrections)
{
    /// <summary>The correction in force for a field, or null.</summary>
    public Correction? Active(string field) => OutletOverlay.Active(Corrections, field);

    /// <summary>Null where there is no such outlet.</summary>
    public static async Task<OutletDossier?> FindAsync(CorpusDbContext db, int id, CancellationToken cancellation)
    {
        if (await db.Outlets.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } outlet)
            return null;
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.OutletId == id).OrderByDescending(c => c.Id).ToListAsync(cancellation);
        var names = OutletOverlay.Names(outlet, [.. corrections.AsEnumerable().Reverse()]).DistinctBy(NameKey.Of, StringComparer.Ordinal).Where(n => n != outlet.Name).ToList();
        var aliases = OutletOverlay.Active(corrections, CorrectionFields.Aliases) is { } active ? CorrectionValue.Names(active.Value) : [];
        return new OutletDossier(
            outlet,
            OutletOverlay.Domains(outlet, corrections),
            names,
            aliases,
            outlet.MergedIntoId is { } into ? await db.Outlets.AsNoTracking().SingleAsync(o => o.Id == into, cancellation) : null,
            await db.Outlets.AsNoTracking().Where(o => o.MergedIntoId == id).OrderBy(o => o.Name).ToListAsync(cancellation),
            corrections);
    }
}
