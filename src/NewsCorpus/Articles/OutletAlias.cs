namespace NewsCorpus.Articles;

public enum OutletAliasKind
{
    /// <summary>A folded name (see <see cref="NameKey"/>) that an article may give.</summary>
    Name = 0,

    /// <summary>A registrable domain.</summary>
    Domain = 1,

    /// <summary>An address that the outlet had before it was renamed, and that still leads to it.</summary>
    Slug = 2,
}

/// <summary>One more word by which an outlet is found, beside its own name, domain and slug. Made by editors' work alone.</summary>
public sealed class OutletAlias
{
    public OutletAliasKind Kind { get; init; }

    /// <summary>What is looked up.</summary>
    public required string Key { get; init; }

    public int OutletId { get; init; }

    public Outlet? Outlet { get; init; }
}
