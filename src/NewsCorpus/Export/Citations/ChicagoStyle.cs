namespace NewsCorpus.Export.Citations;

/// <summary>The Chicago Manual of Style, 17th edition, bibliography (14.191 to 14.200). An unsigned article stands under the newspaper's name.</summary>
internal static class ChicagoStyle
{
    /// <summary>Authors that are all listed; of more, so many.</summary>
    private const int MostAuthors = 10;
    private const int ShownOfMore = 7;

    public static Citation Of(CitedArticle article)
    {
        var outlet = article.Container is { } name ? new CitationPart(name, IsItalic: true) : null;
        var (who, date, isSigned) = (Names(article.Authors), CitationDates.Chicago(article.Date), article.Authors.Count > 0);
        var end = new CitationPart($"{CitedArticle.Sentence(date)}{(article.Wire is null ? "" : $" {article.Wire} report.")}{(article.Link is null ? "" : $" {article.Link}.")}");
        return isSigned
            ? Citation.Of("Chicago", new($"{CitedArticle.Sentence(who)} {article.QuotedTitle} "), outlet, outlet is null ? null : new(", "), end)
            : Citation.Of("Chicago", outlet, outlet is null ? null : new(". "), new(article.QuotedTitle + " "), end);
    }

    private static string Names(IReadOnlyList<CitedName> authors)
    {
        var names = authors.Select((a, i) => i == 0 ? a.Leading : a.Spoken).ToList();
        return names.Count switch
        {
            0 => "",
            1 => names[0],
            <= MostAuthors => $"{string.Join(", ", names.SkipLast(1))}, and {names[^1]}",
            _ => $"{string.Join(", ", names.Take(ShownOfMore))}, et al.",
        };
    }
}
