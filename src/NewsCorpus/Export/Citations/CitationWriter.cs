using NewsCorpus.Articles;
using NewsCorpus.Search;

namespace NewsCorpus.Export.Citations;

/// <summary>References to an article. A date that is not known is "n.d."; an estimated one is never cited.</summary>
public sealed class CitationWriter(NameRules names)
{
    /// <summary>In words, one for each style.</summary>
    public IReadOnlyList<Citation> Styles(FoundArticle article)
    {
        var cited = CitedArticle.Of(article, names);
        return [ApaStyle.Of(cited), ChicagoStyle.Of(cited), MlaStyle.Of(cited)];
    }

    /// <summary>One record of RIS, with its blank line.</summary>
    public string Ris(FoundArticle article) => Citations.Ris.Of(article, CitedArticle.Of(article, names));

    /// <summary>One entry of BibTeX.</summary>
    public string BibTex(FoundArticle article) => Citations.BibTex.Of(article, CitedArticle.Of(article, names));
}
