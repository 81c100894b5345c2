using System.Text;
using NewsCorpus.Articles;
using NewsCorpus.Search;

namespace NewsCorpus.Export.Citations;

/// <summary>An article as styles need one. Nothing is guessed: what is not known is left out, and a date that is not known is "n.d.".</summary>
/// <param name="Authors">The bylines; where there are none, the agency whose copy it is.</param>
/// <param name="Container">The outlet; where that is not known, the agency, unless it is the author already.</param>
/// <param name="Wire">The agency, where it is neither author nor container.</param>
/// <param name="Link">Address of the original: http or https, or null.</param>
internal sealed record CitedArticle(string Title, IReadOnlyList<CitedName> Authors, string? Container, string? Wire, ArticleDate? Date, string? Link)
{
    public static CitedArticle Of(FoundArticle article, NameRules rules)
    {
        var isSigned = article.Bylines.Count > 0;
        // An agency's own site is its outlet: it is named once.
        var agency = article.Agency is { } credited && article.Outlet is { } outlet && NameKey.Of(credited) == NameKey.Of(outlet.Name) ? null : article.Agency;
        var container = article.Outlet?.Name ?? (isSigned ? agency : null);
        return new CitedArticle(
            article.Title.ReplaceLineEndings(" ").Trim(),
            isSigned ? [.. article.Bylines.Select(b => CitedName.Of(b, rules))] : agency is null ? [] : [new CitedName(agency)],
            container,
            isSigned && agency != container ? agency : null,
            article.Date,
            Uri.TryCreate(article.Link, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps) ? article.Link : null);
    }

    /// <summary>The title with what ends a sentence.</summary>
    public string TitleSentence => Sentence(Title);

    /// <summary>The title in quotation marks, those within it made single, ended by a full stop where it has no other end.</summary>
    public string QuotedTitle
    {
        get
        {
            var quoted = new StringBuilder("“");
            var isOpen = false;
            foreach (var c in Sentence(Title))
            {
                if (c == '"')
                    isOpen = !isOpen;
                quoted.Append(c switch
                {
                    '“' => '‘',
                    '”' => '’',
                    '"' => isOpen ? '‘' : '’',
                    _ => c,
                });
            }
            return quoted.Append('”').ToString();
        }
    }

    /// <summary>With a full stop, unless it ends as a sentence does.</summary>
    public static string Sentence(string words) => words.Length > 0 && words[^1] is '.' or '?' or '!' or '…' ? words : words + ".";
}
