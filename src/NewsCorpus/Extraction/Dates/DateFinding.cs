using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>When an article was published, and how that is known.</summary>
/// <param name="Date">Null where nothing says.</param>
/// <param name="Kind"><see cref="FactKind.Unknown"/> exactly where <paramref name="Date"/> is null.</param>
/// <param name="Evidence">That of the date first; then what agrees, differs or was refused, each with its note.</param>
public sealed record DateFinding(ArticleDate? Date, FactKind Kind, IReadOnlyList<Evidence> Evidence);
