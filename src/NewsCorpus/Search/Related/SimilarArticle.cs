using NewsCorpus.Articles;

namespace NewsCorpus.Search.Related;

/// <summary>An article like another.</summary>
/// <param name="Likeness">How much of what is particular to the other it shares, 0 to 1.</param>
/// <param name="Words">The most telling words that both have, as the other writes them.</param>
public sealed record SimilarArticle(long Id, string Slug, string Title, ArticleDate? Date, FactKind DateKind, NamedRef? Outlet, double Likeness, IReadOnlyList<string> Words);
