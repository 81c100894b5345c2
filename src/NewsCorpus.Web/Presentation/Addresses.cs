using NewsCorpus.Articles;
using NewsCorpus.Search;
using NewsCorpus.Search.Quotations;

namespace NewsCorpus.Web.Presentation;

/// <summary>Addresses of the pages about one thing. The slug is for people; the id alone finds the page.</summary>
public static class Addresses
{
    public static string Article(long id, string slug) => $"/articles/{id}/{Uri.EscapeDataString(slug)}";

    public static string Person(int id, string slug) => $"/people/{id}/{Uri.EscapeDataString(slug)}";

    public static string Outlet(int id, string slug) => $"/outlets/{id}/{Uri.EscapeDataString(slug)}";

    /// <summary>Page of a run of ingestion.</summary>
    public static string Run(long id) => $"/admin/runs/{id}";

    public static string Of(Article article) => Article(article.Id, article.Slug);

    public static string Of(FoundArticle article) => Article(article.Id, article.Slug);

    /// <summary>A reference to the article as a file.</summary>
    /// <param name="ending">"ris" or "bib".</param>
    public static string Citation(long articleId, string ending) => $"/articles/{articleId}/citation.{ending}";

    public static string Of(SearchHit hit) => Article(hit.Id, hit.Slug);

    /// <summary>The words of a quotation in its article.</summary>
    public static string Of(QuotationPlace place) => Article(place.ArticleId, place.Slug) + "#" + InlineMarkup.EvidenceId(place.Start, place.End);

    /// <summary>What the person is reported to have said.</summary>
    public static string SaidBy(NamedRef person) => QuotationUrl.Results(new QuotationRequest(new SearchRequest(), [new FilterValue(person.Slug)]));

    /// <summary>Results that name the person.</summary>
    public static string ArticlesWith(NamedRef person) =>
        SearchUrl.Results(new SearchRequest { People = [new FilterValue(person.Slug)] });

    /// <summary>Results of the outlet.</summary>
    public static string ArticlesOf(NamedRef outlet) =>
        SearchUrl.Results(new SearchRequest { Outlets = [new FilterValue(outlet.Slug)] });

    public static string ArticlesTagged(Tag tag) =>
        SearchUrl.Results(new SearchRequest { Tags = [new FilterValue(tag.Slug)] });

    public static string ArticlesIn(string language) => SearchUrl.Results(new SearchRequest { Languages = [new FilterValue(language)] });

    /// <summary>Results that credit the agency.</summary>
    public static string ArticlesBy(string agency) =>
        SearchUrl.Results(new SearchRequest { Agencies = [new FilterValue(NameKey.Slug(agency))] });

    /// <summary>A word-level comparison of an article with another; with the earliest of its story where none is named.</summary>
    public static string Compare(long articleId, long? with = null) => $"/articles/{articleId}/compare{(with is null ? "" : $"?with={with}")}";

    /// <summary>The file that an article came from.</summary>
    /// <param name="sha256">An earlier state of that file, or null.</param>
    public static string Original(long articleId, string? sha256 = null) => $"/articles/{articleId}/original{(sha256 is null ? "" : $"?sha256={sha256}")}";
}
