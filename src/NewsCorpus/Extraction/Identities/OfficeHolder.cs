namespace NewsCorpus.Extraction.Identities;

/// <summary>An office that an article gives somebody whom it names in full.</summary>
/// <param name="Year">Of the article; null where it is undated.</param>
/// <param name="OutletId">Of the article; null where it is not known.</param>
/// <param name="ArticleId">The first that gives it in that year and outlet.</param>
internal sealed record OfficeSeen(OfficePhrase Office, int? Year, int? OutletId, long ArticleId)
{
    /// <summary>Times that articles of that year and outlet give it so. One that changes while people are linked is counted again.</summary>
    public int Articles { get; set; }
}

/// <summary>Somebody of the corpus who is known by full name and seen in offices.</summary>
internal sealed record OfficeHolder(int PersonId, string Name, IReadOnlyList<OfficeSeen> Offices)
{
    /// <summary>Whether the names are fuller and shorter forms of one.</summary>
    public bool IsOneName(OfficeHolder other) => NameVariants.Read(Name) is { } own && NameVariants.Read(other.Name) is { } its && own.IsCompatible(its);
}

/// <summary>A title and surname in an article that names nobody so in full.</summary>
/// <param name="Office">The title with what belongs to it.</param>
/// <param name="Text">The words of the article, folded.</param>
internal sealed record TitledName(OfficePhrase Office, int? Year, int? OutletId, Lazy<string> Text);

/// <summary>Whom a title and surname may mean.</summary>
/// <param name="Seen">The office that speaks for it.</param>
/// <param name="Rule">Why, in words a reader understands.</param>
internal sealed record Meaning(OfficeHolder Holder, OfficeSeen Seen, string Rule);
