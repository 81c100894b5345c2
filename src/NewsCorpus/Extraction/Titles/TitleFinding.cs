using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Titles;

/// <summary>The title of an article, and how it is known.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="Kind">Stated or derived.</param>
/// <param name="Headline">The block of the text that is the headline, where one is; else null.</param>
public sealed record TitleFinding(string Title, FactKind Kind, Evidence Evidence, Block? Headline);
