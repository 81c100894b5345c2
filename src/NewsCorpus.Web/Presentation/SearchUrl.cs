using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using NewsCorpus.Search;

namespace NewsCorpus.Web.Presentation;

/// <summary>A parameter of the address that could not be taken as it stands.</summary>
/// <param name="Parameter">Name of the parameter, e.g. "from".</param>
/// <param name="Value">The value as typed.</param>
/// <param name="Message">What is wrong and what is expected, in plain words.</param>
public sealed record ParameterProblem(string Parameter, string Value, string Message);

/// <summary>The best reading of an address and what stood in its way.</summary>
public sealed record SearchUrlReading(SearchRequest Request, IReadOnlyList<ParameterProblem> Problems);

/// <summary>
/// The one place where query parameters become a <see cref="SearchRequest"/> and a request becomes query parameters again.
/// Pages, the API, feeds and exports all read and write their addresses here, so that any of them can be turned into any other.
/// </summary>
public static class SearchUrl
{
    public const string Query = "q";
    public const string Person = "person";
    public const string Speaker = "speaker";
    public const string Outlet = "outlet";
    public const string Agency = "agency";
    public const string Tag = "tag";
    public const string Language = "lang";
    public const string Month = "month";
    public const string From = "from";
    public const string To = "to";
    public const string Since = "since";
    public const string Undated = "undated";
    public const string Estimates = "estimates";
    public const string Copies = "copies";
    public const string Sort = "sort";
    public const string Page = "page";
    public const string Size = "size";

    /// <summary>On the page of an article: its place among the results.</summary>
    public const string Result = "result";

    private static readonly SearchRequest Defaults = new();

    /// <summary>Reads the parameters of an address. Unknown parameters and empty values are passed over; a bad value is left out and named.</summary>
    public static SearchUrlReading Read(IQueryCollection parameters)
    {
        var problems = new List<ParameterProblem>();
        var from = Day(From, span => span.First);
        var to = Day(To, span => span.Last);
        if (from > to)
            problems.Add(new ParameterProblem(To, parameters[To].ToString(), $"The last day ({Iso(to.Value)}) is before the first day ({Iso(from.Value)}), so no article can be in the range."));
        var request = new SearchRequest
        {
            Query = string.IsNullOrWhiteSpace(Single(Query)) ? null : Single(Query),
            People = Filters(Person),
            Speakers = Filters(Speaker),
            Outlets = Filters(Outlet),
            Agencies = Filters(Agency),
            Tags = Filters(Tag),
            Languages = Filters(Language),
            Months = Months(),
            From = from,
            To = to,
            Since = Revision(),
            Undated = Word(Undated, UndatedMode.Auto, UndatedMode.Include, UndatedMode.Exclude, UndatedMode.Only),
            Estimates = Word(Estimates, EstimatesMode.Exclude, EstimatesMode.Exclude, EstimatesMode.Include),
            Copies = Word(Copies, CopiesMode.Group, CopiesMode.Group, CopiesMode.All),
            Sort = Word(Sort, SortOrder.Auto, SortOrder.Relevance, SortOrder.Newest, SortOrder.Oldest),
            Page = Number(Page, Defaults.Page, int.MaxValue),
            Size = Number(Size, Defaults.Size, SearchRequest.MaxSize),
        };
        return new SearchUrlReading(request, problems);

        string Single(string name)
        {
            var given = "";
            foreach (var value in parameters[name])
            {
                if (string.IsNullOrWhiteSpace(value))
                    continue;
                if (given.Length == 0)
                    given = value;
                else if (given != value && !problems.Exists(p => p.Parameter == name))
                    problems.Add(new ParameterProblem(name, value, $"“{name}” is given more than once; only the first value is used."));
            }
            return given;
        }

        DateOnly? Day(string name, Func<DateSpan, DateOnly> end)
        {
            var text = Single(name).Trim();
            if (text.Length == 0)
                return null;
            if (DateSpan.TryParse(text, out var span))
                return end(span);
            problems.Add(new ParameterProblem(name, text, $"“{text}” is not a date. Write a day (2026-01-08), a month (2026-01) or a year (2026)."));
            return null;
        }

        T Word<T>(string name, T otherwise, params ReadOnlySpan<T> allowed) where T : struct, Enum
        {
            var text = Single(name).Trim();
            if (text.Length == 0)
                return otherwise;
            foreach (var value in allowed)
                if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                    return value;
            var words = string.Join(", ", allowed.ToArray().Select(Lower));
            problems.Add(new ParameterProblem(name, text, $"“{text}” is not a value of “{name}”. It takes one of: {words}."));
            return otherwise;
        }

        int Number(string name, int otherwise, int most)
        {
            var text = Single(name).Trim();
            if (text.Length == 0)
                return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
                return number;
            var range = most == int.MaxValue ? "a whole number from 1" : $"a whole number from 1 to {most}";
            problems.Add(new ParameterProblem(name, text, $"“{text}” is not a value of “{name}”. It takes {range}."));
            return otherwise;
        }

        long? Revision()
        {
            var text = Single(Since).Trim();
            if (text.Length == 0)
                return null;
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && revision < long.MaxValue)
                return revision;
            problems.Add(new ParameterProblem(Since, text, $"“{text}” is not a revision of the corpus, which is a whole number. For dates take “{From}” and “{To}”."));
            return null;
        }

        List<FilterValue> Months()
        {
            var months = Filters(Month);
            foreach (var month in months.Where(m => SearchMonths.Read(m.Value) is null))
                problems.Add(new ParameterProblem(Month, month.ToString(), $"“{month.Value}” is not a month. Write 2026-01, or -2026-01 to leave it out."));
            return months.FindAll(m => SearchMonths.Read(m.Value) is not null);
        }

        List<FilterValue> Filters(string name) => SearchUrl.Filters(parameters, name);
    }

    /// <summary>The values of a filter that can be given several times, each once.</summary>
    internal static List<FilterValue> Filters(IQueryCollection parameters, string name)
    {
        var values = new List<FilterValue>();
        foreach (var text in parameters[name])
            if (!string.IsNullOrWhiteSpace(text) && FilterValue.Parse(text.Trim()) is var value && !values.Contains(value))
                values.Add(value);
        return values;
    }

    /// <summary>The parameters of a request in their canonical order, without those that are at their default.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parameters(SearchRequest request)
    {
        if (request.HasQuery)
            yield return new(Query, request.Query!);
        foreach (var person in request.People)
            yield return new(Person, person.ToString());
        foreach (var speaker in request.Speakers)
            yield return new(Speaker, speaker.ToString());
        foreach (var outlet in request.Outlets)
            yield return new(Outlet, outlet.ToString());
        foreach (var agency in request.Agencies)
            yield return new(Agency, agency.ToString());
        foreach (var tag in request.Tags)
            yield return new(Tag, tag.ToString());
        foreach (var language in request.Languages)
            yield return new(Language, language.ToString());
        foreach (var month in request.Months)
            yield return new(Month, month.ToString());
        if (request.From is { } from)
            yield return new(From, Iso(from));
        if (request.To is { } to)
            yield return new(To, Iso(to));
        if (request.Since is { } since)
            yield return new(Since, since.ToString(CultureInfo.InvariantCulture));
        if (request.Undated != UndatedMode.Auto)
            yield return new(Undated, Lower(request.Undated));
        if (request.Estimates != EstimatesMode.Exclude)
            yield return new(Estimates, Lower(request.Estimates));
        if (request.Copies != CopiesMode.Group)
            yield return new(Copies, Lower(request.Copies));
        if (request.Sort != SortOrder.Auto)
            yield return new(Sort, Lower(request.Sort));
        if (request.Page != Defaults.Page)
            yield return new(Page, request.Page.ToString(CultureInfo.InvariantCulture));
        if (request.Size != Defaults.Size)
            yield return new(Size, request.Size.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The canonical query string, with its question mark; "" for a request without any parameter.</summary>
    public static string QueryString(SearchRequest request)
    {
        var result = new StringBuilder();
        foreach (var (name, value) in Parameters(request))
            result.Append(result.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return result.ToString();
    }

    /// <summary>Address of the results page.</summary>
    public static string Results(SearchRequest request) => "/" + QueryString(request);

    /// <summary>Address of the same results as JSON.</summary>
    public static string Json(SearchRequest request) => "/api/articles" + QueryString(request);

    /// <summary>Address of the search itself, whichever of its pages is looked at.</summary>
    public static string Whole(SearchRequest request) => Results(WithoutPage(request));

    /// <summary>Address of an article as one of the results: it opens with the hits marked and leads to the results around it.</summary>
    /// <param name="article">Address of its page.</param>
    /// <param name="number">Its place among the results, from 1.</param>
    public static string InResults(string article, SearchRequest request, int number)
    {
        var query = QueryString(request with { Page = Defaults.Page });
        // All articles in their usual order are no search.
        if (query.Length == 0)
            return article;
        return string.Create(CultureInfo.InvariantCulture, $"{article}{query}&{Result}={number}");
    }

    /// <summary>Address of a feed of what is new to the search.</summary>
    public static string Feed(SearchRequest request) => "/feed.atom" + QueryString(WithoutPage(request) with { Sort = SortOrder.Auto });

    /// <summary>The request that an address of results stands for, as <see cref="Whole"/> writes it.</summary>
    public static SearchUrlReading ReadAddress(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        return Read(new QueryCollection(at < 0 ? [] : QueryHelpers.ParseQuery(address[at..])));
    }

    /// <summary>The request without what only pages of results have.</summary>
    public static SearchRequest WithoutPage(SearchRequest request) => request with { Page = Defaults.Page, Size = Defaults.Size };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
