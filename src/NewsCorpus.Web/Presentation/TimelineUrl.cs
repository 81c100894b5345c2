using NewsCorpus.Search;
using NewsCorpus.Search.Counting;

namespace NewsCorpus.Web.Presentation;

/// <summary>The addresses of a timeline: those of a search, and how long its periods are.</summary>
public static class TimelineUrl
{
    public const string Path = "/timeline";

    /// <summary>Reads the parameters; a bad value is left out and named.</summary>
    public static (TimelineRequest Request, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection parameters)
    {
        var (search, found) = SearchUrl.Read(parameters);
        var problems = found.ToList();
        return (new TimelineRequest(search, CompareUrl.Length(parameters, problems)), problems);
    }

    public static string Of(TimelineRequest request) => Path + QueryString(request);

    /// <summary>Address of the same as JSON.</summary>
    public static string Json(TimelineRequest request) => "/api/timeline" + QueryString(request);

    /// <summary>Address of the timeline of a search, on its first page.</summary>
    public static string Of(SearchRequest search) => Of(new TimelineRequest(SearchUrl.WithoutPage(search) with { Sort = search.Sort == SortOrder.Newest ? SortOrder.Newest : SortOrder.Auto }));

    private static string QueryString(TimelineRequest request)
    {
        var query = SearchUrl.QueryString(request.Search);
        return request.Length == PeriodLength.Auto ? query : $"{query}{(query.Length == 0 ? '?' : '&')}{CompareUrl.By}={request.Length.ToString().ToLowerInvariant()}";
    }
}
