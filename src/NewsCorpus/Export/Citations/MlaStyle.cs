namespace NewsCorpus.Export.Citations;

/// <summary>MLA Handbook, 9th edition: author, title, container, date, location.</summary>
internal static class MlaStyle
{
    public static Citation Of(CitedArticle article)
    {
        var outlet = article.Container is { } name ? new CitationPart(name, IsItalic: true) : null;
        var who = article.Authors.Count == 0 ? "" : CitedArticle.Sentence(Names(article.Authors)) + " ";
        var place = article.Link is null ? "" : ", " + article.Link;
        return Citation.Of(
            "MLA",
            new($"{who}{article.QuotedTitle} "),
            outlet,
            new($"{(outlet is null ? "" : ", ")}{CitedArticle.Sentence(CitationDates.Mla(article.Date) + place)}{(article.Wire is null ? "" : $" {article.Wire} report.")}"));
    }

    private static string Names(IReadOnlyList<CitedName> authors) => authors.Count switch
    {
        1 => authors[0].Leading,
        2 => $"{authors[0].Leading}, and {authors[1].Spoken}",
        _ => authors[0].Leading + ", et al.",
    };
}
