using System.Globalization;
using System.Text;
using NewsCorpus.Search;

namespace NewsCorpus.Export.Citations;

/// <summary>RIS, the exchange format of reference managers: one tagged line a value, a newspaper article from TY to ER.</summary>
internal static class Ris
{
    public static string Of(FoundArticle article, CitedArticle cited)
    {
        var lines = new StringBuilder();
        Add("TY", "NEWS");
        Add("ID", "newscorpus-" + article.Id.ToString(CultureInfo.InvariantCulture));
        Add("TI", cited.Title);
        foreach (var author in cited.Authors)
            Add("AU", author.Sorted);
        Add("T2", cited.Container);
        Add("PY", article.Date?.Day.ToString("yyyy", CultureInfo.InvariantCulture) ?? CitationDates.None);
        Add("DA", CitationDates.Ris(article.Date));
        Add("LA", article.Language);
        Add("UR", cited.Link);
        Add("AB", article.Summary);
        foreach (var tag in article.Tags)
            Add("KW", tag);
        if (article.Agency is not null)
            Add("N1", "Agency: " + article.Agency);
        Add("N1", CitationKinds.Of(article));
        Add("N2", article.Text);
        return lines.Append("ER  - \r\n\r\n").ToString();

        // A value is one line: its own line ends would begin another tag.
        void Add(string tag, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                lines.Append(tag).Append("  - ").Append(OneLine.Of(value)).Append("\r\n");
        }
    }
}
