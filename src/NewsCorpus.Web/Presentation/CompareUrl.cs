using System.Globalization;
using System.Text;
using NewsCorpus.Search;
using NewsCorpus.Search.Counting;

namespace NewsCorpus.Web.Presentation;

/// <summary>What the comparison's page is asked for.</summary>
/// <param name="Request">The queries and what holds for all of them.</param>
/// <param name="IsShare">True to draw shares of all articles instead of counts.</param>
public sealed record CompareView(ComparisonRequest Request, bool IsShare);

/// <summary>
/// The addresses of the pages and data that count several queries at once: <c>q</c> is given once for each query (or, for a batch, <c>lines</c> with one a line), all other parameters are those of a search (<see cref="SearchUrl"/>).
/// </summary>
public static class CompareUrl
{
    public const string Path = "/compare";
    public const string BatchPath = "/batch";
    public const string By = "by";
    public const string View = "view";
    public const string Grid = "grid";
    public const string Lines = "lines";
    public const string Share = "share";

    /// <summary>Reads the parameters of a comparison; a bad value is left out and named.</summary>
    public static (CompareView View, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection parameters)
    {
        var (filters, found) = Filters(parameters);
        var problems = found.ToList();
        var queries = Queries(parameters[SearchUrl.Query].SelectMany(q => q is null ? [] : new[] { q }), ComparisonRequest.MostQueries, SearchUrl.Query, problems);
        var length = Length(parameters, problems);
        var grid = Number(parameters, queries.Count, problems);
        return (new CompareView(new ComparisonRequest { Queries = queries, Filters = filters, Length = length, Grid = grid }, parameters[View] == Share), problems);
    }

    /// <summary>Reads the parameters of a batch: its queries, and what holds for all of them.</summary>
    public static (IReadOnlyList<string> Queries, SearchRequest Filters, IReadOnlyList<ParameterProblem> Problems) ReadBatch(IQueryCollection parameters)
    {
        var (filters, found) = Filters(parameters);
        var problems = found.ToList();
        var typed = parameters[SearchUrl.Query].Concat(parameters[Lines].SelectMany(lines => lines?.Split('\n') ?? [])).SelectMany(q => q is null ? [] : new[] { q });
        return (Queries(typed, BatchSearch.MostQueries, Lines, problems), filters, problems);
    }

    /// <summary>Address of a comparison's page.</summary>
    public static string Page(CompareView view) => Path + QueryString(view, true);

    /// <summary>Address of the same as data.</summary>
    /// <param name="format">"csv", or null for JSON.</param>
    public static string Data(CompareView view, string? format = null)
    {
        var query = QueryString(view with { IsShare = false }, false);
        return "/api/compare" + query + (format is null ? "" : (query.Length == 0 ? "?" : "&") + "format=" + format);
    }

    /// <summary>Address of a batch as data.</summary>
    public static string BatchData(IReadOnlyList<string> queries, SearchRequest filters, string? format = null)
    {
        var query = Repeated(queries, filters);
        if (format is not null)
            Add(query, "format", format);
        return "/api/batch" + query;
    }

    private static string QueryString(CompareView view, bool isPage)
    {
        var query = Repeated(view.Request.Queries, view.Request.Filters);
        if (view.Request.Length != PeriodLength.Auto)
            Add(query, By, view.Request.Length.ToString().ToLowerInvariant());
        if (view.Request.Grid != 0)
            Add(query, Grid, (view.Request.Grid + 1).ToString(CultureInfo.InvariantCulture));
        if (isPage && view.IsShare)
            Add(query, View, Share);
        return query.ToString();
    }

    private static StringBuilder Repeated(IReadOnlyList<string> queries, SearchRequest filters)
    {
        var query = new StringBuilder();
        foreach (var one in queries)
            Add(query, SearchUrl.Query, one);
        foreach (var (name, value) in SearchUrl.Parameters(filters))
            Add(query, name, value);
        return query;
    }

    private static void Add(StringBuilder query, string name, string value) => query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

    private static SearchUrlReading Filters(IQueryCollection parameters)
    {
        var rest = parameters.Where(p => p.Key is not (SearchUrl.Query or SearchUrl.Page or SearchUrl.Size or SearchUrl.Sort)).ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
        return SearchUrl.Read(new QueryCollection(rest));
    }

    private static List<string> Queries(IEnumerable<string> typed, int most, string parameter, List<ParameterProblem> problems)
    {
        var queries = typed.Select(q => q.Trim()).Where(q => q.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (queries.Count <= most)
            return queries;
        problems.Add(new ParameterProblem(parameter, queries[most], $"There are {queries.Count} queries; the first {most} are counted."));
        return queries[..most];
    }

    /// <summary>How long the periods are to be; what fits where none is named.</summary>
    internal static PeriodLength Length(IQueryCollection parameters, List<ParameterProblem> problems)
    {
        var text = parameters[By].ToString().Trim();
        if (text.Length == 0)
            return PeriodLength.Auto;
        foreach (var value in Enum.GetValues<PeriodLength>())
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        var words = string.Join(", ", Enum.GetNames<PeriodLength>().Select(n => n.ToLowerInvariant()));
        problems.Add(new ParameterProblem(By, text, $"“{text}” is not a value of “{By}”. It takes one of: {words}."));
        return PeriodLength.Auto;
    }

    /// <summary>The query that the grid is about, as an index; the first where none is named.</summary>
    private static int Number(IQueryCollection parameters, int most, List<ParameterProblem> problems)
    {
        var text = parameters[Grid].ToString().Trim();
        if (text.Length == 0)
            return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Math.Max(1, most))
            return number - 1;
        problems.Add(new ParameterProblem(Grid, text, $"“{text}” is not a value of “{Grid}”. It takes the number of a query, from 1."));
        return 0;
    }
}
