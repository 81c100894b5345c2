namespace NewsCorpus.Export.Citations;

/// <summary>APA, 7th edition, newspaper and online news (examples 16 and 56 of the manual). Titles stay as printed: which words are names, and so keep their capital, cannot be told.</summary>
internal static class ApaStyle
{
    /// <summary>Authors that are all listed; of more, the first 19 and the last.</summary>
    private const int MostAuthors = 20;

    public static Citation Of(CitedArticle article)
    {
        var date = $"({CitationDates.Apa(article.Date)}). ";
        var report = article.Wire is null ? "" : $" [{article.Wire} report]";
        var title = report.Length == 0 ? article.TitleSentence : article.Title + report + ".";
        // What a reference is to stand alone is in italics; within a newspaper, the newspaper is.
        var titlePart = new CitationPart(title, article.Container is null);
        var container = article.Container is { } outlet ? new CitationPart(" ") : null;
        var outletPart = article.Container is null ? null : new CitationPart(article.Container, IsItalic: true);
        var stop = article.Container is null ? null : new CitationPart(".");
        var link = article.Link is null ? null : new CitationPart(" " + article.Link);
        return article.Authors.Count == 0
            ? Citation.Of("APA", titlePart, new(" " + date.TrimEnd()), container, outletPart, stop, link)
            : Citation.Of("APA", new(CitedArticle.Sentence(Names(article.Authors)) + " " + date), titlePart, container, outletPart, stop, link);
    }

    private static string Names(IReadOnlyList<CitedName> authors)
    {
        var names = authors.Select(a => a.Initialled).ToList();
        return names.Count switch
        {
            1 => names[0],
            <= MostAuthors => $"{string.Join(", ", names.SkipLast(1))}, & {names[^1]}",
            _ => $"{string.Join(", ", names.Take(MostAuthors - 1))}, . . . {names[^1]}",
        };
    }
}
