using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>Which outlet is meant by a name and a domain: as an editor types them, or as another data folder knows it.</summary>
internal static class OutletChoice
{
    /// <summary>The outlet that an editor names, made where there is none. Never a merged one: an editor means what is shown.</summary>
    /// <returns>The outlet, or why it cannot be told.</returns>
    public static async Task<(Outlet? Outlet, string? Problem)> FindAsync(EditSession session, OutletIdentity wanted, CancellationToken cancellation)
    {
        var outlets = session.Names.Outlets;
        if (wanted.Domain is { } domain && await ByDomainAsync(session, domain, cancellation) is { } owner)
        {
            var isNamedSo = owner.Key == NameKey.Of(wanted.Name) || (await NamedAsync(session, wanted.Name, cancellation)).Contains(owner);
            return isNamedSo ? (await ShownAsync(session, owner, cancellation), null) : (null, $"{domain} belongs to “{owner.Name}”. Choose that outlet, or leave the domain out.");
        }
        var named = await NamedAsync(session, wanted.Name, cancellation);
        if (wanted.Domain is not null)
            named = [.. named.Where(o => (o.Domain ?? o.RulesDomain) is null)];
        var shown = new List<Outlet>();
        foreach (var outlet in named)
            shown.Add(await ShownAsync(session, outlet, cancellation));
        var distinct = shown.Distinct().ToList();
        if (distinct.Count > 1)
            return (null, $"There are {distinct.Count} outlets of that name ({string.Join(", ", distinct.Select(o => o.Domain ?? "without a domain"))}). Give the domain of the one you mean.");
        if (distinct.Count == 1)
        {
            if (wanted.Domain is not null && distinct[0] is { Domain: null, HasEditedDomains: false } learns)
                learns.Domain = wanted.Domain;
            return (distinct[0], null);
        }
        await outlets.LoadSlugsAsync(cancellation);
        return (outlets.Create(wanted.Name, wanted.Domain, null), null);
    }

    /// <summary>The outlet that another data folder knows so, merged or not; made where it is not known here yet.</summary>
    public static async Task<Outlet> ResolveAsync(EditSession session, OutletIdentity identity, CancellationToken cancellation)
    {
        if (await FindKnownAsync(session, identity, cancellation) is { } known)
            return known;
        await session.Names.Outlets.LoadSlugsAsync(cancellation);
        return session.Names.Outlets.Create(identity.Name, identity.Domain, identity.Slug);
    }

    /// <summary>As <see cref="ResolveAsync"/>, but null where it is not known here.</summary>
    public static async Task<Outlet?> FindKnownAsync(EditSession session, OutletIdentity identity, CancellationToken cancellation)
    {
        if (identity.Domain is { } domain)
        {
            // By the rules' domain first: an editor here may have taken it away, or given it to another.
            await session.Db.Outlets.Where(o => o.Domain == domain || o.RulesDomain == domain).LoadAsync(cancellation);
            if ((session.Db.Outlets.Local.FirstOrDefault(o => o.DomainByRules == domain) ?? await ByDomainAsync(session, domain, cancellation)) is { } outlet)
                return outlet;
        }
        var named = (await NamedAsync(session, identity.Name, cancellation)).Where(o => identity.Domain is null || o.DomainByRules is null).ToList();
        return named.Find(o => o.DomainByRules is null) ?? named.FirstOrDefault();
    }

    public static async Task<Outlet?> ByDomainAsync(EditSession session, string domain, CancellationToken cancellation)
    {
        await session.Db.Outlets.Where(o => o.Domain == domain).LoadAsync(cancellation);
        await session.Db.OutletAliases.Include(a => a.Outlet).Where(a => a.Kind == OutletAliasKind.Domain && a.Key == domain).LoadAsync(cancellation);
        return session.Db.Outlets.Local.FirstOrDefault(o => o.Domain == domain)
            ?? session.Db.OutletAliases.Local.FirstOrDefault(a => a.Kind == OutletAliasKind.Domain && a.Key == domain)?.Outlet;
    }

    /// <summary>All outlets that answer to a name, the oldest first.</summary>
    public static async Task<List<Outlet>> NamedAsync(EditSession session, string name, CancellationToken cancellation)
    {
        var key = NameKey.Of(name);
        await session.Db.Outlets.Where(o => o.Key == key).LoadAsync(cancellation);
        await session.Db.OutletAliases.Include(a => a.Outlet).Where(a => a.Kind == OutletAliasKind.Name && a.Key == key).LoadAsync(cancellation);
        return [.. session.Db.Outlets.Local.Where(o => o.Key == key)
            .Concat(session.Db.OutletAliases.Local.Where(a => a.Kind == OutletAliasKind.Name && a.Key == key).Select(a => a.Outlet!))
            .Distinct().OrderBy(o => o.Id)];
    }

    public static async Task<Outlet> ShownAsync(EditSession session, Outlet outlet, CancellationToken cancellation)
    {
        while (outlet.MergedIntoId is { } target)
            outlet = await session.Db.Outlets.SingleAsync(o => o.Id == target, cancellation);
        return outlet;
    }
}
