using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Search;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests.Accounts;

/// <summary>Who may read, by address and by word.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task An_address_that_others_can_reach_asks_everybody_to_sign_in()
    {
        await using var app = await SmallApp.StartAsync("http://0.0.0.0:0");
        using var visitor = app.Visitor();

        foreach (var page in new[] { "/", "/people", "/help", "/openapi/v1.json", "/nothing-here" })
        {
            using var response = await GetAsync(visitor, page);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Equal($"{app.BaseUrl}/account/sign-in?returnUrl={Uri.EscapeDataString(page)}", response.Headers.Location!.ToString());
        }
        foreach (var route in new[] { "/api/articles", "/api/articles/1", "/api/nothing-here" })
        {
            using var response = await GetAsync(visitor, route);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
        foreach (var open in new[] { "/healthz", "/readyz", "/account/sign-in", "/account/setup", "/api/session", "/css/base.css" })
        {
            using var response = await GetAsync(visitor, open);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.Contains("everyone signs in", app.Console.ToString(), StringComparison.Ordinal);

        await app.AddAsync("Rita", Access.Reader);
        using var reader = await app.SignInAsync("Rita");
        using var nothing = await GetAsync(reader, "/nothing-here");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(reader, "/api/articles")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task The_word_everyone_opens_reading_and_nothing_else()
    {
        await using var app = await SmallApp.StartAsync("http://0.0.0.0:0", ReadingOptions.Everyone);
        using var visitor = app.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/api/articles")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(visitor, "/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(visitor, "/nothing-here")).StatusCode);
    }

    [Fact]
    public async Task The_word_sign_in_closes_reading_on_this_machine_too()
    {
        await using var app = await SmallApp.StartAsync(reading: ReadingOptions.SignIn);
        using var visitor = app.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(visitor, "/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(visitor, "/api/articles")).StatusCode);
    }

    [Theory]
    [InlineData(ReadingOptions.SignIn)]
    [InlineData(ReadingOptions.Everyone)]
    public async Task The_first_page_is_made_for_nobody_whoever_may_read(string reading)
    {
        await using var app = await SmallApp.StartAsync(reading: reading);

        Assert.Equal("the", await app.Services.GetRequiredService<SearchWarmUp>().Word.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), ignoreCase: true);
        Assert.Equal(StatusCodes.Status200OK, await app.Services.GetRequiredService<PageWarmUp>().MakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_word_that_means_nothing_stops_the_start()
    {
        var problem = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => SmallApp.StartAsync(reading: "nobody"));

        Assert.Contains("must be “sign-in” or “everyone”", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task What_a_proxy_on_this_machine_passes_on_is_not_from_this_machine(string header, string value)
    {
        await using var app = await SmallApp.StartAsync();
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(visitor, "/api/articles")).StatusCode);

        visitor.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(visitor, "/api/articles")).StatusCode);
    }

    [Fact]
    public async Task A_role_that_is_too_small_is_told_so_and_never_sent_to_the_sign_in_page()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("Rita", Access.Reader);
        using var reader = await app.SignInAsync("Rita");

        using var page = await GetAsync(reader, "/admin/users");
        using var download = await GetAsync(reader, "/admin/log.csv");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, download.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
