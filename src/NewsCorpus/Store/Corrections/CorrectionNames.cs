using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

internal static class CorrectionNames
{
    /// <summary>A reading of nothing but the people and tags that corrections name, for <see cref="NameDirectory.LoadAsync"/>.</summary>
    public static ArticleReading Of(IReadOnlyCollection<Correction> corrections) => new()
    {
        Content = ArticleContent.Empty,
        Title = "",
        TitleKind = FactKind.Unknown,
        People = [.. Names(corrections, CorrectionFields.People).Select(name => new PersonReading(name, name))],
        Tags = [.. Names(corrections, CorrectionFields.Tags)],
    };

    private static IEnumerable<string> Names(IReadOnlyCollection<Correction> corrections, string field) =>
        corrections.Where(c => c.Field == field).SelectMany(c => CorrectionValue.Names(c.Value));
}
