namespace NewsCorpus.Articles;

/// <summary>A publisher of articles. One per registrable domain, or per name where no domain is known.</summary>
public sealed class Outlet
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>Registrable domain, or null while only the name is known.</summary>
    public string? Domain { get; set; }

    /// <summary>Folded name (see <see cref="NameKey"/>) by which the same outlet is found again.</summary>
    public required string Key { get; set; }

    /// <summary>What the rules call it, set while an editor's name stands in <see cref="Name"/>; else null.</summary>
    public string? RulesName { get; set; }

    /// <summary>The slug of <see cref="RulesName"/>, set with it.</summary>
    public string? RulesSlug { get; set; }

    /// <summary>True while an editor's list of domains stands in <see cref="Domain"/> and the aliases.</summary>
    public bool HasEditedDomains { get; set; }

    /// <summary>The domain that the rules know, kept while <see cref="HasEditedDomains"/>; else null.</summary>
    public string? RulesDomain { get; set; }

    /// <summary>The outlet that an editor merged this one into; its articles are shown there. Null where it stands for itself.</summary>
    public int? MergedIntoId { get; set; }

    /// <summary>True while any correction in force is of this outlet or names it: ingestion must not do away with it.</summary>
    public bool IsEdited { get; set; }

    /// <summary>Moves with each thing an editor does to it, so that two editors notice each other.</summary>
    public int Version { get; set; }

    /// <summary>The name under which the rules made it: the same in any data folder over the same files.</summary>
    public string NameByRules => RulesName ?? Name;

    /// <summary>The domain that the rules know, or null.</summary>
    public string? DomainByRules => HasEditedDomains ? RulesDomain : Domain;
}

public sealed class Tag
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public required string Key { get; set; }
}
