using NewsCorpus.Articles;

namespace NewsCorpus.Web.Presentation;

/// <summary>One fact of an article and why it is so.</summary>
/// <param name="Value">Null where not known.</param>
/// <param name="Unknown">What the page says then.</param>
public sealed record FactView(string Name, string? Value, FactKind Kind, string Unknown, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>When an undated article was probably published; null for every other fact.</summary>
    public DateEstimate? Estimate { get; private init; }

    /// <summary>For an unknown outlet those that the text mentions; empty for every other fact.</summary>
    public IReadOnlyList<Evidence> Hints { get; private init; } = [];

    /// <summary>True where an editor said that it is not known.</summary>
    public bool IsCleared => Value is null && Evidence.Any(e => e.Kind == FactKind.Corrected);

    /// <summary>The other days that the file states for an article whose date it states, in words; empty for one that an editor set.</summary>
    public static IReadOnlyList<string> OtherStatedDates(LoadedArticle loaded)
    {
        if (loaded.Article is not { DateKind: FactKind.Stated, Date: { } date })
            return [];
        return
        [
            .. loaded.Evidence.Where(e => e is { Field: EvidenceFields.Date, Kind: FactKind.Stated, Note: not null } && e.Note.StartsWith("Differs", StringComparison.Ordinal))
                .Select(e => ArticleDate.TryParse(e.Value ?? "", out var other) ? other : date).Where(other => other.Day != date.Day).Select(Words.Date).Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Undated(List<Evidence> evidence) => evidence.Exists(e => e is { Value: null, Kind: FactKind.Stated })
        ? "Undated: what the file states cannot be the date."
        : "Undated: nothing in the file says when this was published.";

    public static IReadOnlyList<FactView> Of(LoadedArticle loaded)
    {
        var article = loaded.Article;
        var facts = new List<FactView>
        {
            new("Date", article.Date is { } date ? Words.Date(date) : null, article.DateKind, Undated(For(EvidenceFields.Date)), For(EvidenceFields.Date)) { Estimate = article.Estimate?.Estimate },
            new("Outlet", article.Outlet?.Name, article.OutletKind, "Outlet unknown: nothing in the file says who published this.", For(EvidenceFields.Outlet)) { Hints = [.. loaded.OutletHints] },
            new("Language", article.Language is { } language ? LanguageCodes.NameOf(language) : null, article.LanguageKind, "Language unknown: the file states none, and the text is too short or too mixed to tell.", For(EvidenceFields.Language)),
            new("Title", article.Title, article.TitleKind, "", For(EvidenceFields.Title)),
        };
        if (article.Agency is { } agency)
            facts.Insert(2, new FactView("Agency", agency, For(EvidenceFields.Agency) is [var first, ..] ? first.Kind : FactKind.Derived, "", For(EvidenceFields.Agency)));
        return facts;

        List<Evidence> For(string field) => [.. loaded.Evidence.Where(e => e.Field == field)];
    }
}

/// <summary>One way in which an article names a person.</summary>
/// <param name="Words">The words as they first stand.</param>
/// <param name="Times">How often that rule found those words.</param>
/// <param name="Start">Offset of the first.</param>
public sealed record NamingView(string Rule, string Words, int Times, int Start)
{
    public static IReadOnlyList<NamingView> Of(ArticlePersonView person) =>
        [.. person.Places.GroupBy(m => (m.Rule, m.Text)).Select(g => new NamingView(g.Key.Rule, g.Key.Text, g.Count(), g.First().Start))];
}
