using System.Net;
using System.Text.Json;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Http;

public sealed class ApiTests(AppFixture app)
{
    private static readonly string[] Kinds = ["stated", "derived", "corrected"];

    [Fact]
    public async Task Lists_articles_with_the_names_of_the_contract()
    {
        var json = await app.JsonAsync("/api/articles");

        Assert.Equal(["query", "total", "totalCopies", "page", "size", "articles", "facets"], Names(json));
        Assert.Equal(["typed", "read", "problems"], Names(json.GetProperty("query")));
        Assert.Equal(["people", "outlets", "agencies", "tags", "languages", "months", "undated", "speakers"], Names(json.GetProperty("facets")));
        Assert.Equal(["id", "name", "slug", "count"], Names(json.GetProperty("facets").GetProperty("people")[0]));
        Assert.Equal(["name", "count"], Names(json.GetProperty("facets").GetProperty("tags")[0]));
        Assert.Matches("^[0-9]{4}-[0-9]{2}$", json.GetProperty("facets").GetProperty("months")[0].GetProperty("month").GetString());
        foreach (var article in json.GetProperty("articles").EnumerateArray())
            Assert.Equal(["id", "url", "title", "titleKind", "date", "dateKind", "outlet", "outletKind", "agency", "snippet", "people", "copies", "language", "languageKind", "words", "readingMinutes"], Names(article).Where(n => n != "dateEstimate"));
    }

    [Fact]
    public async Task Says_unknown_exactly_where_a_value_is_null()
    {
        var articles = (await app.JsonAsync("/api/articles?size=100")).GetProperty("articles").EnumerateArray().ToList();

        Assert.Contains(articles, a => a.GetProperty("date").ValueKind == JsonValueKind.Null);
        Assert.Contains(articles, a => a.GetProperty("outlet").ValueKind == JsonValueKind.Null);
        foreach (var article in articles)
        {
            foreach (var field in new[] { "date", "outlet" })
                Assert.Equal(article.GetProperty(field).ValueKind == JsonValueKind.Null, article.GetProperty(field + "Kind").GetString() == "unknown");
            Assert.Contains(article.GetProperty("titleKind").GetString(), Kinds);
            Assert.NotEqual("", article.GetProperty("title").GetString());
        }
    }

    [Fact]
    public async Task Gives_one_article_with_offsets_that_hold()
    {
        var mentions = 0;
        foreach (var summary in (await app.JsonAsync("/api/articles?size=100")).GetProperty("articles").EnumerateArray())
        {
            var article = await app.JsonAsync($"/api/articles/{summary.GetProperty("id")}");

            Assert.Equal(
                ["id", "url", "title", "titleKind", "date", "dateKind", "outlet", "outletKind", "agency", "snippet", "people", "text", "blocks", "mentions", "quotations", "contributors", "evidence", "source", "tags", "copies", "excerpts", "link", "language", "languageKind", "words", "readingMinutes"],
                Names(article).Where(n => n is not ("dateEstimate" or "outletHints")));
            foreach (var same in new[] { "id", "url", "title", "titleKind", "date", "dateKind", "outlet", "outletKind" })
                Assert.Equal(summary.GetProperty(same).ToString(), article.GetProperty(same).ToString());
            Assert.Equal(
                summary.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()).Order(),
                article.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("id").GetInt32()).Order());
            Assert.Equal(["path", "format", "sha256", "ingestedAt", "runId", "original"], Names(article.GetProperty("source")));
            Assert.Matches("^[0-9a-f]{64}$", article.GetProperty("source").GetProperty("sha256").GetString());

            var text = article.GetProperty("text").GetString()!;
            foreach (var mention in article.GetProperty("mentions").EnumerateArray())
            {
                mentions++;
                var (start, end) = (mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
                Assert.Equal(mention.GetProperty("text").GetString(), text[start..end]);
            }
            foreach (var evidence in article.GetProperty("evidence").EnumerateArray().Where(e => e.GetProperty("start").ValueKind == JsonValueKind.Number))
                Assert.InRange(evidence.GetProperty("end").GetInt32(), evidence.GetProperty("start").GetInt32() + 1, text.Length);
            var last = 0;
            foreach (var block in article.GetProperty("blocks").EnumerateArray())
            {
                Assert.True(block.GetProperty("start").GetInt32() >= last);
                last = block.GetProperty("end").GetInt32();
            }
            Assert.True(last <= text.Length);
        }
        Assert.True(mentions > 50);
    }

    [Fact]
    public async Task Shows_on_the_article_page_what_it_gives_as_JSON()
    {
        foreach (var summary in (await app.JsonAsync("/api/articles?size=30")).GetProperty("articles").EnumerateArray())
        {
            var page = await app.PageAsync(summary.GetProperty("url").GetString()!);

            Assert.Equal(summary.GetProperty("title").GetString(), page.QuerySelector("h1")!.TextContent);
            Assert.Equal(summary.GetProperty("date").GetString(), page.QuerySelector(".dateline-row time")?.GetAttribute("datetime"));
            Assert.Equal(
                summary.GetProperty("outlet") is { ValueKind: JsonValueKind.Object } outlet ? outlet.GetProperty("name").GetString() : null,
                page.QuerySelector(".story .over .outlet")?.TextContent);
            Assert.Equal(
                summary.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Order(StringComparer.Ordinal),
                page.QuerySelectorAll(".cast h3").Select(h => h.TextContent).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Gives_people_and_outlets_with_the_counts_of_the_search()
    {
        var people = await app.JsonAsync("/api/people?size=5");
        Assert.Equal(5, people.GetProperty("people").GetArrayLength());
        foreach (var item in people.GetProperty("people").EnumerateArray())
        {
            var person = await app.JsonAsync($"/api/people/{item.GetProperty("id")}");
            Assert.Equal(item.GetProperty("articles").GetInt32(), person.GetProperty("articles").GetInt32());
            Assert.DoesNotContain(person.GetProperty("people").EnumerateArray(), p => p.GetProperty("id").GetInt32() == item.GetProperty("id").GetInt32());

            var found = await app.JsonAsync($"/api/people?size=100&q={Uri.EscapeDataString(item.GetProperty("name").GetString()!.ToUpperInvariant())}");
            Assert.Contains(found.GetProperty("people").EnumerateArray(), p => p.GetProperty("id").GetInt32() == item.GetProperty("id").GetInt32());
        }
        var outlets = await app.JsonAsync("/api/outlets");
        var total = outlets.GetProperty("unknown").GetInt32();
        foreach (var item in outlets.GetProperty("outlets").EnumerateArray())
        {
            var outlet = await app.JsonAsync($"/api/outlets/{item.GetProperty("id")}");
            Assert.Equal(item.GetProperty("articles").GetInt32(), outlet.GetProperty("articles").GetInt32());
            total += item.GetProperty("articles").GetInt32();
        }
        Assert.Equal((await app.JsonAsync("/api/articles?copies=all")).GetProperty("total").GetInt32(), total);
    }

    [Fact]
    public async Task Gives_runs_whose_counts_add_up()
    {
        var runs = (await app.JsonAsync("/api/runs")).GetProperty("runs").EnumerateArray().ToList();
        Assert.NotEmpty(runs);
        foreach (var run in runs)
        {
            Assert.Equal(["id", "state", "startedAt", "endedAt", "counts", "files", "startedBy", "options", "wish", "filesFound", "bytes", "activeSeconds", "rate", "secondsLeft", "error"], Names(run));
            Assert.Equal(run.GetProperty("files").GetInt32(), run.GetProperty("counts").EnumerateObject().Sum(c => c.Value.GetInt32()));
            var detail = await app.JsonAsync($"/api/runs/{run.GetProperty("id")}");
            Assert.Equal("finished", detail.GetProperty("state").GetString());
            foreach (var outcome in detail.GetProperty("outcomes").EnumerateArray())
                Assert.Equal(["path", "outcome", "reason", "remedy", "line", "byte", "articleId"], Names(outcome));
        }
    }

    [Theory]
    [InlineData("/api/articles?from=2026-13", "from")]
    [InlineData("/api/articles?sort=best", "sort")]
    [InlineData("/api/articles?size=1000", "size")]
    [InlineData("/api/articles?page=0", "page")]
    [InlineData("/api/articles?undated=perhaps", "undated")]
    [InlineData("/api/articles?from=2026-02&to=2026-01", "to")]
    [InlineData("/api/people?page=none", "page")]
    public async Task Refuses_a_parameter_that_cannot_be_read(string address, string parameter)
    {
        var problem = await ProblemAsync(address, HttpStatusCode.BadRequest);

        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task Refuses_a_query_that_cannot_be_read_and_shows_the_place()
    {
        var problem = await ProblemAsync("/api/articles?q=ferry%20(", HttpStatusCode.BadRequest);

        var place = problem.GetProperty("query").GetProperty("problems")[0];
        Assert.Equal("ferry (", problem.GetProperty("query").GetProperty("typed").GetString());
        Assert.InRange(place.GetProperty("start").GetInt32(), 0, 6);
    }

    [Theory]
    [InlineData("/api/articles/999999")]
    [InlineData("/api/people/999999")]
    [InlineData("/api/outlets/999999")]
    [InlineData("/api/runs/999999")]
    [InlineData("/api/nothing")]
    public async Task Answers_404_as_problem_details(string address) => await ProblemAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Answers_405_to_a_method_it_does_not_have()
    {
        using var response = await app.Http.PostAsync(new Uri("/api/articles", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Describes_itself()
    {
        var description = await app.JsonAsync("/openapi/v1.json");

        foreach (var path in new[] { "/api/articles", "/api/articles/{id}", "/api/people", "/api/people/{id}", "/api/outlets", "/api/outlets/{id}", "/api/runs", "/api/runs/{id}", "/healthz", "/readyz" })
            Assert.False(string.IsNullOrEmpty(description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("summary").GetString()));
        var parameters = description.GetProperty("paths").GetProperty("/api/articles").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();
        Assert.Equal(["q", "person", "speaker", "outlet", "agency", "tag", "lang", "month", "from", "to", "since", "undated", "estimates", "copies", "sort", "page", "size"], parameters.Select(p => p.GetProperty("name").GetString()));
        Assert.All(parameters, p => Assert.False(string.IsNullOrEmpty(p.GetProperty("description").GetString())));
    }

    [Fact]
    public async Task Every_route_is_on_the_page_of_routes()
    {
        var description = await app.JsonAsync("/openapi/v1.json");
        var page = await File.ReadAllTextAsync(Path.Combine(HostSettings.Home, "docs", "api.md"), TestContext.Current.CancellationToken);

        var routes = description.GetProperty("paths").EnumerateObject().SelectMany(path => Names(path.Value).Where(verb => verb != "head").Select(verb => $"| {verb.ToUpperInvariant()} | `{path.Name}` |")).ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, route => Assert.Contains(route, page, StringComparison.Ordinal));
        Assert.Equal(routes.Count, page.Split('\n').Count(line => line.Contains("| `/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Is_alive_and_ready()
    {
        Assert.Equal("ok", (await app.JsonAsync("/healthz")).GetProperty("status").GetString());
        Assert.Equal("ok", (await app.JsonAsync("/readyz")).GetProperty("status").GetString());
    }

    private async Task<JsonElement> ProblemAsync(string address, HttpStatusCode status)
    {
        using var response = await app.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((int)status, document.RootElement.GetProperty("status").GetInt32());
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
