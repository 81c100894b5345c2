using System.Text;
using NewsCorpus.Search.Quotations;

namespace NewsCorpus.Web.Presentation;

/// <summary>The addresses of the quotes page and of its data: those of a search of articles (<see cref="SearchUrl"/>), and the speakers.</summary>
public static class QuotationUrl
{
    public const string Speaker = "speaker";

    /// <summary>Reads the parameters; a bad value is left out and named.</summary>
    public static (QuotationRequest Request, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection parameters)
    {
        var (articles, problems) = SearchUrl.Read(parameters);
        return (new QuotationRequest(articles, SearchUrl.Filters(parameters, Speaker)), problems);
    }

    public static string Results(QuotationRequest request)
    {
        var query = new StringBuilder(SearchUrl.QueryString(request.Articles));
        foreach (var speaker in request.Speakers)
            query.Append(query.Length == 0 ? '?' : '&').Append(Speaker).Append('=').Append(Uri.EscapeDataString(speaker.ToString()));
        return "/quotes" + query;
    }
}
