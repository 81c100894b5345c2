using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Lays the corrections of an outlet over what the rules say of it: its name, domains, and the words by which it is found. Merging moves articles and is
/// the business of <see cref="OutletMerges"/>.
/// </summary>
internal static class OutletOverlay
{
    /// <param name="log">All corrections of the outlet, oldest first, those that are no longer in force too.</param>
    /// <remarks>Where the outlet loses a word by which articles may have been taken for its own, the next run reads them again.</remarks>
    /// <returns>True where the name changed, which the index holds: the outlet's articles want a new revision.</returns>
    public static async Task<bool> LayAsync(EditSession session, Outlet outlet, IReadOnlyList<Correction> log, CancellationToken cancellation)
    {
        var aliases = await session.Db.OutletAliases.Where(a => a.OutletId == outlet.Id).ToListAsync(cancellation);
        var before = outlet.Name;
        var words = Words(outlet, aliases);
        await SetNameAsync(session, outlet, Active(log, CorrectionFields.Name), aliases, cancellation);
        var domains = Domains(outlet, log);
        SetDomains(outlet, Active(log, CorrectionFields.Domains) is not null, domains is [var main, ..] ? main : null);
        SetAliases(session.Db, outlet, aliases, OutletAliasKind.Name, Names(outlet, log).Select(NameKey.Of), outlet.Key);
        SetAliases(session.Db, outlet, aliases, OutletAliasKind.Domain, domains, outlet.Domain);
        if (!Words(outlet, aliases).IsSupersetOf(words))
            await OutletMerges.ReadAgainAsync(session.Db, outlet, cancellation);
        return outlet.Name != before;
    }

    private static HashSet<(OutletAliasKind, string)> Words(Outlet outlet, List<OutletAlias> aliases)
    {
        var words = aliases.Where(a => a.Kind != OutletAliasKind.Slug).Select(a => (a.Kind, a.Key)).Append((OutletAliasKind.Name, outlet.Key)).ToHashSet();
        if (outlet.Domain is { } domain)
            words.Add((OutletAliasKind.Domain, domain));
        return words;
    }

    public static Correction? Active(IEnumerable<Correction> log, string field) => log.FirstOrDefault(c => c.Field == field && c.State == CorrectionState.Active);

    /// <summary>
    /// All names by which ingestion finds the outlet: the rules' own, those that an editor gave as aliases, and those that a rename replaced. A name that was taken back is none.
    /// </summary>
    public static IEnumerable<string> Names(Outlet outlet, IReadOnlyList<Correction> log)
    {
        var names = new List<string> { outlet.NameByRules, outlet.Name };
        if (Active(log, CorrectionFields.Aliases) is { } aliases)
            names.AddRange(CorrectionValue.Names(aliases.Value));
        if (Active(log, CorrectionFields.Name) is { } current)
        {
            var renames = log.Where(c => c.Field == CorrectionFields.Name).OrderBy(c => c.At).ThenBy(c => c.Id).ToList();
            var since = renames.FindLastIndex(c => c.State == CorrectionState.Reverted && c.At <= current.At) + 1;
            names.AddRange(renames.Skip(since).Where(c => c.State == CorrectionState.Superseded).Select(c => CorrectionValue.Text(c.Value)!));
        }
        return names;
    }

    /// <summary>All domains of the outlet, the main one first.</summary>
    public static IReadOnlyList<string> Domains(Outlet outlet, IEnumerable<Correction> log) =>
        Active(log, CorrectionFields.Domains) is { } correction ? CorrectionValue.Names(correction.Value) : outlet.DomainByRules is { } domain ? [domain] : [];

    private static async Task SetNameAsync(EditSession session, Outlet outlet, Correction? correction, List<OutletAlias> aliases, CancellationToken cancellation)
    {
        var name = correction is null ? outlet.NameByRules : CorrectionValue.Text(correction.Value)!;
        if (name == outlet.Name && (correction is not null) == (outlet.RulesName is not null))
            return;
        var slug = correction is null ? outlet.RulesSlug ?? outlet.Slug : await SlugAsync(session.Db, outlet, NameKey.Slug(name), aliases, cancellation);
        outlet.RulesName = correction is null ? null : outlet.NameByRules;
        var former = outlet.Slug;
        outlet.RulesSlug = correction is null ? null : outlet.RulesSlug ?? former;
        outlet.Name = name;
        outlet.Key = NameKey.Of(name);
        outlet.Slug = slug;
        // The address of before leads on; one that is in use again is no former one.
        if (aliases.Find(a => a.Kind == OutletAliasKind.Slug && a.Key == slug) is { } again)
        {
            session.Db.OutletAliases.Remove(again);
            aliases.Remove(again);
        }
        if (former != slug && !aliases.Exists(a => a.Kind == OutletAliasKind.Slug && a.Key == former))
            Add(session.Db, outlet, aliases, OutletAliasKind.Slug, former);
    }

    /// <summary>The slug that the name gives, with a number behind it where another outlet has or had it.</summary>
    private static async Task<string> SlugAsync(CorpusDbContext db, Outlet outlet, string slug, List<OutletAlias> own, CancellationToken cancellation)
    {
        var candidate = slug;
        for (var n = 2; ; n++)
        {
            var mine = candidate == outlet.Slug || candidate == outlet.RulesSlug || own.Exists(a => a.Kind == OutletAliasKind.Slug && a.Key == candidate);
            if (mine || !(await db.Outlets.AnyAsync(o => o.Slug == candidate || o.RulesSlug == candidate, cancellation)
                || db.Outlets.Local.Any(o => o != outlet && o.Slug == candidate)
                || await db.OutletAliases.AnyAsync(a => a.Kind == OutletAliasKind.Slug && a.Key == candidate, cancellation)))
                return candidate;
            candidate = $"{slug}-{n}";
        }
    }

    private static void SetDomains(Outlet outlet, bool isEdited, string? main)
    {
        outlet.RulesDomain = isEdited ? outlet.DomainByRules : null;
        outlet.HasEditedDomains = isEdited;
        outlet.Domain = main;
    }

    private static void SetAliases(CorpusDbContext db, Outlet outlet, List<OutletAlias> aliases, OutletAliasKind kind, IEnumerable<string> words, string? own)
    {
        var wanted = words.ToHashSet(StringComparer.Ordinal);
        foreach (var gone in aliases.Where(a => a.Kind == kind && (a.Key == own || !wanted.Contains(a.Key))).ToList())
        {
            db.OutletAliases.Remove(gone);
            aliases.Remove(gone);
        }
        foreach (var key in wanted.Where(k => k != own && !aliases.Exists(a => a.Kind == kind && a.Key == k)))
            Add(db, outlet, aliases, kind, key);
    }

    private static void Add(CorpusDbContext db, Outlet outlet, List<OutletAlias> aliases, OutletAliasKind kind, string key)
    {
        var alias = new OutletAlias { Kind = kind, Key = key, OutletId = outlet.Id };
        db.OutletAliases.Add(alias);
        aliases.Add(alias);
    }
}
