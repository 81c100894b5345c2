using NewsCorpus.Articles;
using NewsCorpus.Store.Corrections;

namespace NewsCorpus.Web.Presentation;

/// <summary>One field of an article as its admin view shows it: what readers see, what the rules say, and the correction in force.</summary>
/// <param name="Field">One of <see cref="CorrectionFields"/>.</param>
/// <param name="Shown">Null where not known.</param>
/// <param name="Rules">What the rules say; null where they say nothing.</param>
/// <param name="Evidence">Why the rules say so.</param>
public sealed record CorrectableField(string Field, string Heading, string? Shown, FactKind Kind, string? Rules, FactKind RulesKind, IReadOnlyList<Evidence> Evidence, Correction? Correction)
{
    public static CorrectableField Of(ArticleDossier dossier, string field)
    {
        var (article, rules) = (dossier.Article, dossier.Rules);
        var correction = dossier.Active(field);
        return field switch
        {
            CorrectionFields.Title => Make("Title", article.Title, article.TitleKind, rules.Title, rules.TitleKind, EvidenceFields.Title),
            CorrectionFields.Date => Make("Date", Iso(article.Date), article.DateKind, Iso(rules.Date), rules.DateKind, EvidenceFields.Date),
            CorrectionFields.Outlet => Make("Outlet", article.Outlet?.Name, article.OutletKind, rules.Outlet?.Name, rules.OutletKind, EvidenceFields.Outlet),
            CorrectionFields.People => Make("People who appear", List(People(article)), FactKind.Derived, List(rules.Appearing), FactKind.Derived, ""),
            CorrectionFields.Tags => Make("Tags", List(Tags(article)), FactKind.Stated, List(rules.Tags), FactKind.Stated, EvidenceFields.Tag),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field of an article"),
        };

        CorrectableField Make(string heading, string? shown, FactKind kind, string? byRules, FactKind rulesKind, string evidence) => new(
            field,
            heading,
            shown,
            correction is not null ? FactKind.Corrected : shown is null ? FactKind.Unknown : kind,
            byRules,
            byRules is null ? FactKind.Unknown : rulesKind,
            [.. rules.Evidence.Where(e => e.Field == evidence)],
            correction);
    }

    /// <summary>Names of the people who appear, those with the most mentions first.</summary>
    public static IReadOnlyList<string> People(Article article) => [.. article.People
        .Where(p => p is { IsHidden: false, Role: MentionRole.Mentioned or MentionRole.Quoted })
        .GroupBy(p => p.Person!.Name, StringComparer.Ordinal)
        .OrderByDescending(g => g.Sum(p => p.Mentions)).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Key)];

    public static IReadOnlyList<string> Tags(Article article) => [.. article.Tags.Select(t => t.Tag!.Name).Order(StringComparer.OrdinalIgnoreCase)];

    private static string? Iso(ArticleDate? date) => date?.ToString();

    private static string? List(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(", ", names);
}
