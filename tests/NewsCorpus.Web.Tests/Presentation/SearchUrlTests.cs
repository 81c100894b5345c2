using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class SearchUrlTests
{
    [Fact]
    public void Reads_every_parameter()
    {
        var (request, problems) = Read("?q=night+ferry&person=ada-quill&person=-17&outlet=a&outlet=b&tag=-t&lang=no&lang=-en&month=2026-01&month=-2026-02&since=17&from=2026-01-08&to=2026-02-01&undated=include&copies=all&sort=oldest&page=3&size=50");

        Assert.Empty(problems);
        Assert.Equal("night ferry", request.Query);
        Assert.Equal([new FilterValue("ada-quill"), new FilterValue("17", Excluded: true)], request.People);
        Assert.Equal([new FilterValue("a"), new FilterValue("b")], request.Outlets);
        Assert.Equal([new FilterValue("t", Excluded: true)], request.Tags);
        Assert.Equal([new FilterValue("no"), new FilterValue("en", Excluded: true)], request.Languages);
        Assert.Equal([new FilterValue("2026-01"), new FilterValue("2026-02", Excluded: true)], request.Months);
        Assert.Equal(17, request.Since);
        Assert.Equal(new DateOnly(2026, 1, 8), request.From);
        Assert.Equal(new DateOnly(2026, 2, 1), request.To);
        Assert.Equal(UndatedMode.Include, request.Undated);
        Assert.Equal(CopiesMode.All, request.Copies);
        Assert.Equal(SortOrder.Oldest, request.Sort);
        Assert.Equal(3, request.Page);
        Assert.Equal(50, request.Size);
    }

    [Fact]
    public void Gives_the_defaults_when_nothing_is_given()
    {
        var (request, problems) = Read("");

        Assert.Empty(problems);
        Assert.False(request.HasQuery);
        Assert.Equal(UndatedMode.Include, request.EffectiveUndated);
        Assert.Equal(SortOrder.Newest, request.EffectiveSort);
        Assert.Equal(1, request.Page);
        Assert.Equal(20, request.Size);
        Assert.Equal("", SearchUrl.QueryString(request));
    }

    [Theory]
    [InlineData("2026-01-08", "2026-01-08", "2026-01-08")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31")]
    [InlineData("0001", "0001-01-01", "0001-12-31")]
    public void Takes_a_month_or_year_for_its_whole_span(string text, string first, string last)
    {
        var (request, problems) = Read($"?from={text}&to={text}");

        Assert.Empty(problems);
        Assert.Equal(first, request.From?.ToString("yyyy-MM-dd"));
        Assert.Equal(last, request.To?.ToString("yyyy-MM-dd"));
        Assert.Equal(UndatedMode.Exclude, request.EffectiveUndated);
    }

    [Theory]
    [InlineData("from", "2026-13")]
    [InlineData("from", "2026-02-30")]
    [InlineData("from", "yesterday")]
    [InlineData("to", "08/01/2026")]
    [InlineData("to", "2026-1-8")]
    [InlineData("to", "20260108")]
    [InlineData("to", "0000")]
    [InlineData("undated", "maybe")]
    [InlineData("undated", "auto")]
    [InlineData("undated", "1")]
    [InlineData("copies", "none")]
    [InlineData("sort", "random")]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("page", "1.5")]
    [InlineData("page", "99999999999")]
    [InlineData("size", "0")]
    [InlineData("size", "101")]
    [InlineData("month", "2026")]
    [InlineData("month", "2026-13")]
    [InlineData("since", "2026-01-01")]
    [InlineData("since", "-1")]
    public void Names_the_parameter_when_its_value_cannot_be_read(string name, string value)
    {
        var (request, problems) = Read($"?{name}={value}");

        var problem = Assert.Single(problems);
        Assert.Equal(name, problem.Parameter);
        Assert.Equal(value, problem.Value);
        Assert.Contains(value, problem.Message, StringComparison.Ordinal);
        Assert.Equal("", SearchUrl.QueryString(request));
    }

    [Fact]
    public void Reports_a_range_that_ends_before_it_begins()
    {
        var (request, problems) = Read("?from=2026-02&to=2026-01");

        Assert.Equal("to", Assert.Single(problems).Parameter);
        Assert.Equal(new DateOnly(2026, 2, 1), request.From);
        Assert.Equal(new DateOnly(2026, 1, 31), request.To);
    }

    [Fact]
    public void Reports_a_single_value_given_twice_and_keeps_the_first()
    {
        var (request, problems) = Read("?sort=oldest&sort=newest&sort=oldest");

        Assert.Equal("sort", Assert.Single(problems).Parameter);
        Assert.Equal(SortOrder.Oldest, request.Sort);
        Assert.Empty(Read("?sort=oldest&sort=oldest").Problems);
    }

    [Fact]
    public void Passes_over_empty_values_repeated_filters_and_unknown_parameters()
    {
        var (request, problems) = Read("?q=&person=&person=%20&person=a&person=a&from=&to=%20&page=&utm_source=x");

        Assert.Empty(problems);
        Assert.Equal("?person=a", SearchUrl.QueryString(request));
    }

    [Fact]
    public void Keeps_the_query_exactly_as_typed()
    {
        // Problems of the query point into the words as typed.
        Assert.Equal("  two  words ", Read("?q=%20%20two%20%20words%20").Request.Query);
        Assert.Null(Read("?q=%20%20").Request.Query);
    }

    [Theory]
    [InlineData("?q=a%26b%3Dc%23%20%22x%22%20%2B%25")]
    [InlineData("?q=Ren%C3%A9e%20%E2%80%9Cquoted%E2%80%9D&person=jos%C3%A9&outlet=-x&tag=a&tag=-b&from=2025-01-01&to=2025-12-31&undated=only&copies=all&sort=relevance&page=2&size=100")]
    [InlineData("?q=x&month=2026-01&month=-2026-02&from=2025-01-01&since=17&undated=include")]
    [InlineData("?person=--")]
    [InlineData("")]
    public void Writes_what_it_read(string canonical)
    {
        var (request, problems) = Read(canonical);

        Assert.Empty(problems);
        Assert.Equal(canonical, SearchUrl.QueryString(request));
    }

    [Fact]
    public void Brings_parameters_into_one_order_and_drops_defaults()
    {
        var (request, _) = Read("?size=20&page=1&copies=group&to=2026&q=x&SORT=newest");

        Assert.Equal("?q=x&to=2026-12-31&sort=newest", SearchUrl.QueryString(request));
        Assert.Equal("/?q=x&to=2026-12-31&sort=newest", SearchUrl.Results(request));
        Assert.Equal("/api/articles?q=x&to=2026-12-31&sort=newest", SearchUrl.Json(request));
    }

    private static SearchUrlReading Read(string query) => SearchUrl.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
