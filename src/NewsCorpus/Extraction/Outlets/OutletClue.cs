using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>How much a clue says by itself.</summary>
internal enum ClueWeight
{
    /// <summary>Names the outlet in so many words.</summary>
    Plain,

    /// <summary>Names a site or company that may be the outlet's; gives way to a well-known site in the article's address.</summary>
    Loose,

    /// <summary>Counts only where nothing else is known.</summary>
    LastResort,
}

/// <summary>What one rule of <see cref="OutletRules"/> read. <paramref name="Name"/> or <paramref name="Domain"/> may be null, not both.</summary>
/// <param name="IsKnown">True where the table of well-known outlets gave name and domain.</param>
internal sealed record OutletClue(
    string? Name, string? Domain, bool IsKnown, FactKind Kind, ClueWeight Weight, string Rule, string Excerpt, int? Start = null, int? End = null, int? Line = null)
{
    /// <summary>Read from an address of the article or of the feed it came from.</summary>
    public bool IsSite { get; init; }

    /// <summary>The domain where the name is not known.</summary>
    public string Shown => Name ?? Domain!;

    public bool AgreesWith(string name, string? domain) =>
        (Domain is not null && (Domain == domain || OutletNames.IsSpelledBy(name, Domain)))
        || (Name is not null && (NameKey.Of(Name) == NameKey.Of(name) || (domain is not null && OutletNames.IsSpelledBy(Name, domain))));

    public Evidence ToEvidence(string? note) => new(EvidenceFields.Outlet, Shown, Kind, Rule, Excerpt, Start, End, Line, note);
}
