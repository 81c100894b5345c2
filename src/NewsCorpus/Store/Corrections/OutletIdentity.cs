using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>By what an outlet is known in any data folder over the same files: its domain, else its name, both as the rules read them.</summary>
/// <param name="Slug">The slug that it has by the rules, for a data folder that does not know the outlet yet; null where not known.</param>
public sealed record OutletIdentity(string Name, string? Domain = null, string? Slug = null)
{
    public static OutletIdentity Of(Outlet outlet) => new(outlet.NameByRules, outlet.DomainByRules, outlet.RulesSlug ?? outlet.Slug);
}
