using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>
/// Finds the outlets that articles name, or makes them: by domain, then by name, and by the further domains and names that editors gave. Looks up only
/// what is asked for, so that a corpus with many outlets costs a batch no more than one with few, and sees what other processes did meanwhile.
/// </summary>
internal sealed class OutletFinder(CorpusDbContext db, SequenceBlock numbers)
{
    private readonly Dictionary<int, Outlet> _byId = [];
    private readonly Dictionary<string, Outlet> _byDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Outlet> _byKey = new(StringComparer.Ordinal);
    private HashSet<string>? _slugs;

    /// <summary>Outlets whose name became known: the index holds the name, so all their articles want a new revision.</summary>
    public HashSet<Outlet> Renamed { get; } = [];

    /// <summary>Outlets that turned out to be another one: their articles move over and the row goes. Never one with corrections.</summary>
    public List<(Outlet From, Outlet To)> Merged { get; } = [];

    public async Task LoadAsync(IReadOnlyCollection<OutletReading> readings, IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        var domains = readings.Select(r => r.Domain).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var keys = readings.Select(r => NameKey.Of(r.Name)).Distinct(StringComparer.Ordinal).ToList();
        if (readings.Count + ids.Count > 0)
            foreach (var outlet in await db.Outlets.Where(o => domains.Contains(o.Domain!) || keys.Contains(o.Key) || ids.Contains(o.Id)).ToListAsync(cancellation))
                Know(outlet);
        // Only editors give aliases and merge.
        if (numbers.Last(Sequence.Correction) > 0)
        {
            var aliases = db.OutletAliases.Include(a => a.Outlet)
                .Where(a => (a.Kind == OutletAliasKind.Name && keys.Contains(a.Key)) || (a.Kind == OutletAliasKind.Domain && domains.Contains(a.Key)));
            foreach (var alias in await aliases.ToListAsync(cancellation))
                Know(alias.Kind, alias.Key, alias.Outlet!);
            while (_byId.Values.Select(o => o.MergedIntoId).OfType<int>().Where(id => !_byId.ContainsKey(id)).ToList() is { Count: > 0 } targets)
                foreach (var outlet in await db.Outlets.Where(o => targets.Contains(o.Id)).ToListAsync(cancellation))
                    Know(outlet);
        }
        if (readings.Any(MayBeNew))
            await LoadSlugsAsync(cancellation);
    }

    /// <summary>Needed before <see cref="Create"/>: a new outlet takes a slug that no other has or had.</summary>
    public async Task LoadSlugsAsync(CancellationToken cancellation)
    {
        if (_slugs is not null)
            return;
        _slugs = new(await db.Outlets.Select(o => o.Slug).ToListAsync(cancellation), StringComparer.Ordinal);
        _slugs.UnionWith(await db.Outlets.Where(o => o.RulesSlug != null).Select(o => o.RulesSlug!).ToListAsync(cancellation));
        _slugs.UnionWith(await db.OutletAliases.Where(a => a.Kind == OutletAliasKind.Slug).Select(a => a.Key).ToListAsync(cancellation));
    }

    /// <summary>One that was loaded by its id.</summary>
    public Outlet ById(int id) => _byId[id];

    /// <summary>The outlet under which articles of this one are shown.</summary>
    public Outlet Shown(Outlet named)
    {
        while (named.MergedIntoId is { } target)
            named = _byId[target];
        return named;
    }

    /// <summary>
    /// Finds an outlet by its domain, then by its name. A reading that gives both brings together what was known by the
    /// domain alone and what was known by the name alone.
    /// </summary>
    public Outlet Find(OutletReading reading)
    {
        var (byDomain, byName) = Candidates(reading);
        var outlet = byDomain ?? byName ?? Create(reading.Name, reading.Domain, null);
        if (outlet == byDomain && outlet.NameByRules == outlet.DomainByRules && reading.Name != reading.Domain)
            outlet = LearnName(outlet, byName, reading.Name);
        if (outlet.HasEditedDomains)
            outlet.RulesDomain ??= reading.Domain;
        else
            outlet.Domain ??= reading.Domain;
        Know(outlet);
        return outlet;
    }

    /// <param name="slug">The slug to have if it is free; null for the one that the name gives.</param>
    public Outlet Create(string name, string? domain, string? slug)
    {
        var outlet = new Outlet
        {
            Id = numbers.NextInt(Sequence.Outlet),
            Name = name,
            Slug = Slugs.Unused(slug ?? NameKey.Slug(name), _slugs ?? throw new InvalidOperationException("The slugs have not been loaded.")),
            Key = NameKey.Of(name),
            Domain = domain,
        };
        db.Outlets.Add(outlet);
        Know(outlet);
        return outlet;
    }

    /// <summary>An outlet found by its name alone may yet turn out to be of another site than this reading's.</summary>
    private bool MayBeNew(OutletReading reading) => Candidates(reading) is (null, var byName) && (byName is null || reading.Domain is not null);

    private (Outlet? ByDomain, Outlet? ByName) Candidates(OutletReading reading)
    {
        var byDomain = reading.Domain is { } domain ? _byDomain.GetValueOrDefault(domain) : null;
        var byName = _byKey.GetValueOrDefault(NameKey.Of(reading.Name));
        // The same name over another site is another outlet; so is it over a site that an editor took away from this one.
        if (byName is not null && byName != byDomain && reading.Domain is not null && (byName.Domain ?? byName.RulesDomain) is not null)
            byName = null;
        return (byDomain, byName);
    }

    /// <summary>
    /// Gives the rules' name to an outlet that they knew by its site alone, and makes one with what they knew by that name alone. What an editor has corrected stays
    /// as it is: of two outlets the corrected one remains, and two corrected ones both do.
    /// </summary>
    private Outlet LearnName(Outlet outlet, Outlet? namesake, string name)
    {
        if (namesake is not null && namesake != outlet)
        {
            if (namesake.IsEdited && !outlet.IsEdited)
            {
                Absorb(outlet, namesake);
                return namesake;
            }
            if (!namesake.IsEdited)
                Absorb(namesake, outlet);
        }
        var key = NameKey.Of(name);
        if (outlet.RulesName is null)
        {
            outlet.Name = name;
            outlet.Key = key;
            Renamed.Add(outlet);
        }
        else
        {
            outlet.RulesName = name;
            if (!_byKey.ContainsKey(key))
                db.OutletAliases.Add(new OutletAlias { Kind = OutletAliasKind.Name, Key = key, OutletId = outlet.Id });
        }
        Know(OutletAliasKind.Name, key, outlet);
        return outlet;
    }

    private void Absorb(Outlet from, Outlet to)
    {
        Merged.Add((from, to));
        Forget(_byKey, from);
        Forget(_byDomain, from);
        _byId.Remove(from.Id);
        if (to.HasEditedDomains || to.Domain is not null || from.Domain is not { } domain)
            return;
        // Moves over: a domain has one outlet.
        from.Domain = null;
        to.Domain = domain;
        Know(to);
    }

    private static void Forget(Dictionary<string, Outlet> words, Outlet outlet)
    {
        foreach (var word in words.Where(w => w.Value == outlet).Select(w => w.Key).ToList())
            words.Remove(word);
    }

    private void Know(Outlet outlet)
    {
        _byId[outlet.Id] = outlet;
        Know(OutletAliasKind.Name, outlet.Key, outlet);
        if (outlet.Domain is { } domain)
            Know(OutletAliasKind.Domain, domain, outlet);
    }

    /// <summary>Of several outlets with one name the oldest answers to it.</summary>
    private void Know(OutletAliasKind kind, string key, Outlet outlet)
    {
        _byId[outlet.Id] = outlet;
        var words = kind == OutletAliasKind.Name ? _byKey : _byDomain;
        if (!words.TryGetValue(key, out var known) || known.Id > outlet.Id)
            words[key] = outlet;
    }
}
