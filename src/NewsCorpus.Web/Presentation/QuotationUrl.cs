using NewsCorpus.Search.Quotations;

namespace NewsCorpus.Web.Presentation;

/// <summary>The addresses of the quotes page and of its data: those of a search of articles (<see cref="SearchUrl"/>). Its speakers are those of the quotations themselves.</summary>
public static class QuotationUrl
{
    /// <summary>Reads the parameters; a bad value is left out and named.</summary>
    public static (QuotationRequest Request, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection parameters)
    {
        var (articles, problems) = SearchUrl.Read(parameters);
        return (new QuotationRequest(articles with { Speakers = [] }, articles.Speakers), problems);
    }

    public static string Results(QuotationRequest request)
    {
        return "/quotes" + SearchUrl.QueryString(request.Articles with { Speakers = request.Speakers });
    }
}
