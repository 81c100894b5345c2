using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>Where an article comes from, and how that is known.</summary>
/// <param name="Outlet">Null where nothing says.</param>
/// <param name="Kind"><see cref="FactKind.Unknown"/> exactly where <paramref name="Outlet"/> is null.</param>
/// <param name="Agency">Wire agency whose copy the article is, apart from the outlet; null where none is credited.</param>
/// <param name="Link">Address of the article, absolute http or https; null where none is stated.</param>
/// <param name="Evidence">That of the outlet first; then what supports it or differs; then that of the agency.</param>
public sealed record OutletFinding(OutletReading? Outlet, FactKind Kind, string? Agency, string? Link, IReadOnlyList<Evidence> Evidence);
