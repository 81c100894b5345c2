namespace NewsCorpus.Articles;

/// <summary>When an article was published, and how that is known.</summary>
/// <param name="Date">Null where nothing says.</param>
/// <param name="Kind"><see cref="FactKind.Unknown"/> exactly where <paramref name="Date"/> is null.</param>
/// <param name="Evidence">That of the date first; then what agrees, differs or was refused, each with its note.</param>
public sealed record DateFinding(ArticleDate? Date, FactKind Kind, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The order in which the article's own dates in figures are certainly written; a sign of how its outlet does.</summary>
    public DayMonthOrder Writes { get; init; }

    /// <summary>Set where the date depends on that order and the article itself does not tell it.</summary>
    public OpenDate? Open { get; init; }
}
