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
}

/// <summary>A person of the corpus.</summary>
public sealed class Person
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    /// <summary>Folded name by which the same person is found again.</summary>
    public required string Key { get; set; }

    /// <summary>Folded surname, for lists and for linking bare surnames.</summary>
    public required string SurnameKey { get; set; }

    /// <summary>True while the corpus gives only title and surname ("Mayor Adams").</summary>
    public bool IsPartial { get; set; }
}

public sealed class Tag
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string Slug { get; set; }

    public required string Key { get; set; }
}
