using System.Globalization;
using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Search;

namespace NewsCorpus.Export.Citations;

/// <summary>BibTeX, in UTF-8, with the fields of BibLaTeX (date, langid) beside those of old.</summary>
internal static class BibTex
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Of(FoundArticle article, CitedArticle cited)
    {
        var entry = new StringBuilder($"@{(cited.Container is null ? "misc" : "article")}{{{Key(article, cited)}");
        // Twice in braces: the capitals of a title are the newspaper's.
        Add("title", $"{{{Escape(cited.Title)}}}");
        if (cited.Authors.Count > 0)
            Add("author", string.Join(" and ", cited.Authors.Select(Author)));
        if (cited.Container is not null)
            Add("journal", Escape(cited.Container));
        Add("year", article.Date?.Day.ToString("yyyy", CultureInfo.InvariantCulture) ?? CitationDates.None);
        if (article.Date is { } date)
        {
            if (date.Precision != DatePrecision.Year)
                entry.Append(",\n  month = ").Append(Months[date.Day.Month - 1]);
            Add("date", date.ToString());
        }
        if (cited.Link is not null)
            Add("url", cited.Link.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal));
        if (article.Language is not null)
            Add("language", article.Language);
        if (article.Summary is { Length: > 0 } summary)
            Add("abstract", Escape(summary));
        if (article.Tags.Count > 0)
            Add("keywords", string.Join(", ", article.Tags.Select(Escape)));
        if (article.Agency is not null)
            Add("note", "Agency: " + Escape(article.Agency));
        Add("annote", Escape(CitationKinds.Of(article)));
        if (article.Text is not null)
            Add("fulltext", Escape(article.Text));
        return entry.Append("\n}\n").ToString();

        void Add(string field, string value) => entry.Append(",\n  ").Append(field).Append(" = {").Append(value).Append('}');
    }

    /// <summary>The manifest, as what no program takes for an entry.</summary>
    public static string Comment(ExportManifest manifest) => "@comment{" + manifest.ToString().Replace("@", "(at)", StringComparison.Ordinal).Replace("\n", "\n  ", StringComparison.Ordinal) + "}\n";

    private static string Author(CitedName author)
    {
        // The whole name of an agency in braces of its own: it is not told apart at a space or "and".
        if (author.IsWhole)
            return $"{{{Escape(author.Family)}}}";
        return author.Suffix.Length == 0 ? $"{Escape(author.Family)}, {Escape(author.Given)}" : $"{Escape(author.Family)}, {Escape(author.Suffix)}, {Escape(author.Given)}";
    }

    /// <summary>Known by author or outlet and year; the id makes it unlike any other.</summary>
    private static string Key(FoundArticle article, CitedArticle cited)
    {
        var name = cited.Authors.Count > 0 ? cited.Authors[0].Family : cited.Container ?? "article";
        var ascii = string.Concat(NameKey.Slug(name, 24).Where(char.IsAsciiLetterOrDigit));
        return string.Create(CultureInfo.InvariantCulture, $"{(ascii.Length == 0 ? "article" : ascii)}{article.Date?.Day.Year.ToString(CultureInfo.InvariantCulture) ?? "nd"}-{article.Id}");
    }

    private static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        foreach (var c in OneLine.Of(words))
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + c,
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }
}
