using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Http;

public sealed class PagesTests(AppFixture app)
{
    private static readonly string[] Loading = ["img[src]", "script[src]", "iframe[src]", "link[href]", "source[src]", "video[src]", "audio[src]", "object[data]", "embed[src]", "use[href]", "image[href]"];

    [Fact]
    public async Task Every_page_answers_with_the_security_headers()
    {
        foreach (var address in await app.PagesAsync())
        {
            using var response = await GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            var policy = Header(response, "Content-Security-Policy");
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
            Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task No_page_loads_anything_from_elsewhere_or_has_a_script_or_style_of_its_own()
    {
        foreach (var address in await app.PagesAsync())
        {
            var page = await app.PageAsync(address);

            foreach (var element in page.QuerySelectorAll(string.Join(',', Loading)))
            {
                var source = element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.GetAttribute("data");
                Assert.True(source?.StartsWith('/') == true && !source.StartsWith("//", StringComparison.Ordinal), $"{address} loads {source}");
            }
            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
            foreach (var link in page.QuerySelectorAll("a[href]").Where(a => !a.GetAttribute("href")!.StartsWith('/') && !a.GetAttribute("href")!.StartsWith('#')))
                Assert.Equal("noreferrer noopener nofollow", link.GetAttribute("rel"));
        }
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_title_and_ids_that_are_unique()
    {
        foreach (var address in await app.PagesAsync())
        {
            var page = await app.PageAsync(address);

            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.EndsWith("NewsCorpus", page.Title, StringComparison.Ordinal);
            var twice = page.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
            Assert.Empty(twice);
            foreach (var inside in page.QuerySelectorAll("a[href^='#']"))
                Assert.NotNull(page.GetElementById(inside.GetAttribute("href")![1..]));
        }
    }

    [Fact]
    public async Task Every_link_inside_leads_somewhere()
    {
        // Until there is an admin the sign-in page leads to where the first one is made, and other tests make one at any moment.
        (await app.SignInAsync(Access.Admin)).Dispose();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in await app.PagesAsync(articleCount: 10))
            foreach (var link in (await app.PageAsync(address)).QuerySelectorAll("a[href^='/']"))
                links.Add(link.GetAttribute("href")!.Split('#')[0]);

        Assert.True(links.Count > 50);
        foreach (var link in links)
        {
            using var first = await GetAsync(link);
            // A saved search stands for its results, an article's number for its whole address.
            var leads = first.Headers.Location?.ToString();
            Assert.False(leads?.StartsWith("/account", StringComparison.Ordinal) ?? false, $"{link} leads to {leads}");
            using var response = await GetAsync(leads ?? link);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link} answered {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Redirects_for_good_to_the_address_with_the_slug()
    {
        var article = (await app.JsonAsync("/api/articles?size=1")).GetProperty("articles")[0];
        var person = (await app.JsonAsync("/api/people")).GetProperty("people")[0];
        var outlet = (await app.JsonAsync("/api/outlets")).GetProperty("outlets")[0];

        foreach (var (path, thing) in new[] { ("/articles/", article), ("/people/", person), ("/outlets/", outlet) })
            foreach (var wrong in new[] { "", "/some-other-slug" })
            {
                using var response = await GetAsync(path + thing.GetProperty("id").GetInt64() + wrong);

                Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
                Assert.Equal(thing.GetProperty("url").GetString(), response.Headers.Location?.OriginalString);
            }
    }

    [Theory]
    [InlineData("/articles/999999")]
    [InlineData("/articles/x")]
    [InlineData("/articles/99999999999999999999")]
    [InlineData("/people/999999/nobody")]
    [InlineData("/outlets/-1")]
    [InlineData("/nothing/here")]
    [InlineData("/error/200")]
    public async Task Answers_404_in_plain_words_when_there_is_nothing(string address)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is nothing here", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Sends_a_form_with_empty_fields_to_the_clean_address()
    {
        using var response = await GetAsync("/?q=&from=2026-01&to=&person=");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/?from=2026-01-01", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Answers_200_and_says_so_when_a_query_or_parameter_cannot_be_read()
    {
        var page = await app.PageAsync("/?q=%22ferry%20(&from=2026-13");

        var problems = page.QuerySelectorAll(".problem");
        Assert.Equal(2, problems.Length);
        Assert.NotEmpty(problems[0].QuerySelectorAll("mark.wrong"));
        Assert.Contains("2026-13", problems[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/?person=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/?q=%22%3E%3Cimg%20src%3Dx%3E%20(")]
    [InlineData("/people?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&letter=%3Cb%3E")]
    public async Task Shows_markup_in_the_address_as_text(string address)
    {
        var page = await app.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("script:not([src]), img[src='x'], main b:not(.summary b)"));
        Assert.Single(page.QuerySelectorAll("main"));
    }

    [Fact]
    public async Task Serves_static_files_under_a_name_that_changes_with_them()
    {
        var page = await app.PageAsync("/");
        var sheet = page.QuerySelectorAll<IHtmlLinkElement>("link[rel=stylesheet]").First().GetAttribute("href")!;

        using var response = await GetAsync(sheet);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^/css/base\\.[a-z0-9]{6,}\\.css$", sheet);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/people")]
    [InlineData("/quotes")]
    [InlineData("/api/quotations")]
    [InlineData("/api/articles")]
    [InlineData("/api/runs")]
    [InlineData("/healthz")]
    public async Task Answers_HEAD_like_GET_without_a_body(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Leads_back_to_the_results_one_came_from()
    {
        var url = (await app.JsonAsync("/api/articles?size=1")).GetProperty("articles")[0].GetProperty("url").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Referrer = new Uri(new Uri(app.BaseUrl), "/?sort=oldest&page=2");

        using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("/?sort=oldest&page=2", page.QuerySelector(".crumbs a")!.GetAttribute("href"));
        Assert.Equal("/", (await app.PageAsync(url)).QuerySelector(".crumbs a")!.GetAttribute("href"));
    }

    private Task<HttpResponseMessage> GetAsync(string address) => app.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));
}
