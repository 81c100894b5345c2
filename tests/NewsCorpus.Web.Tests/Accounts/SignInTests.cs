using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Accounts;

public sealed class SignInTests(AppFixture app)
{
    [Theory]
    [InlineData("/people?q=an", "/people?q=an")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example/", "/")]
    [InlineData("", "/")]
    public async Task Leads_back_to_where_one_came_from_but_only_on_this_server(string returnUrl, string expected)
    {
        var name = await AddAsync(Access.Reader);
        using var client = app.Visitor();

        using var response = await client.PostFormAsync("/account/sign-in", ("Name", name), ("Password", AppFixture.Password), ("ReturnUrl", returnUrl));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
        Assert.Equal(name, (await client.SessionAsync()).GetProperty("user").GetString());
    }

    [Fact]
    public async Task Gives_a_cookie_that_scripts_and_other_sites_do_not_get_and_that_ends_with_the_browser_unless_asked()
    {
        var name = await AddAsync(Access.Reader);

        var once = await SessionCookieAsync(remember: "false");
        var remembered = await SessionCookieAsync(remember: "true");

        foreach (var cookie in new[] { once, remembered })
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain("expires", once, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires", remembered, StringComparison.OrdinalIgnoreCase);

        async Task<string> SessionCookieAsync(string remember)
        {
            using var client = app.Visitor();
            using var response = await client.PostFormAsync("/account/sign-in", ("Name", name), ("Password", AppFixture.Password), ("Remember", remember));
            return Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("newscorpus.session.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Says_the_same_of_a_wrong_password_and_of_a_name_that_is_not_there()
    {
        var name = await AddAsync(Access.Reader);

        var wrong = await FailAsync(name, "not the password");
        var unknown = await FailAsync("nobody-of-this-name", "not the password");

        Assert.Contains("is not right", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task Locks_after_five_wrong_passwords_and_an_admin_unlocks_with_a_new_one()
    {
        var name = await AddAsync(Access.Reader);
        for (var i = 0; i < 5; i++)
            await FailAsync(name, "not the password");

        await FailAsync(name, AppFixture.Password);
        await using (var scope = app.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<AccountChanges>().SetPasswordAsync("test", name, "another long password", CancellationToken.None)).Succeeded);

        using var client = await app.SignInAsync(name, "another long password");
        Assert.Equal(name, (await client.SessionAsync()).GetProperty("user").GetString());
    }

    [Fact]
    public async Task Is_logged_when_it_works_and_when_it_fails_but_never_with_what_was_typed()
    {
        var name = await AddAsync(Access.Reader);
        await FailAsync(name, "a secret typed wrong");
        await FailAsync("a secret typed as name", "x");
        using (await app.SignInAsync(name, AppFixture.Password))
        {
        }

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var entries = await db.Log.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(entries, e => e.Action == "account.sign-in" && e.By == name);
        Assert.Contains(entries, e => e.Action == "account.sign-in-failed" && e.By == AuditLog.Nobody && e.Subject == name);
        Assert.Contains(entries, e => e.Action == "account.sign-in-failed" && e.Subject is null);
        Assert.DoesNotContain(entries, e => $"{e.By}{e.Subject}{e.Note}".Contains("a secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ends_with_signing_out_and_what_was_shown_is_in_no_cache()
    {
        using var client = await app.SignInAsync(await AddAsync(Access.Reader), AppFixture.Password);
        using var home = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(home.Headers.CacheControl?.NoStore);

        using var response = await client.PostFormAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Null((await client.SessionAsync()).GetProperty("user").GetString());
        using var open = await app.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Null(open.Headers.CacheControl);
    }

    [Fact]
    public async Task Ends_at_once_with_another_role_another_password_or_the_account()
    {
        var name = await AddAsync(Access.Editor);
        using var one = await app.SignInAsync(name, AppFixture.Password);
        using var two = await app.SignInAsync(name, AppFixture.Password);

        // Whoever changes the own password stays; the other device does not.
        using (var changed = await one.PostFormAsync("/account", ("Present", AppFixture.Password), ("Password", "yet another password"), ("Repeat", "yet another password")))
            Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(name, (await one.SessionAsync()).GetProperty("user").GetString());
        Assert.Null((await two.SessionAsync()).GetProperty("user").GetString());

        await using var scope = app.Services.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<AccountChanges>();
        Assert.True((await changes.SetRoleAsync("test", name, Access.Reader, CancellationToken.None)).Succeeded);
        Assert.Null((await one.SessionAsync()).GetProperty("user").GetString());

        using var three = await app.SignInAsync(name, "yet another password");
        Assert.True((await changes.RemoveAsync("test", name, CancellationToken.None)).Succeeded);
        Assert.Null((await three.SessionAsync()).GetProperty("user").GetString());
    }

    [Fact]
    public async Task The_own_password_changes_only_with_the_present_one()
    {
        using var client = await app.SignInAsync(await AddAsync(Access.Reader), AppFixture.Password);

        using var response = await client.PostFormAsync("/account", ("Present", "not the password"), ("Password", "yet another password"), ("Repeat", "yet another password"));

        Assert.Contains("The present password is not right.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_cannot_try_without_end()
    {
        await using var fresh = await SmallApp.StartAsync();
        using var client = fresh.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= AttemptLimit.AMinute; i++)
        {
            // Without the token, so that no attempt costs the work of checking it.
            using var form = new FormUrlEncodedContent([]);
            using var response = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
            answers.Add(response.StatusCode);
        }
        using var page = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.All(answers.SkipLast(1), answer => Assert.Equal(HttpStatusCode.BadRequest, answer));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_database_that_fails_shows_the_error_page_to_who_is_signed_in()
    {
        await using var fresh = await SmallApp.StartAsync();
        await fresh.AddAsync("Ada", Access.Admin);
        using var client = await fresh.SignInAsync("Ada");
        await using (var db = await fresh.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE AspNetUsers RENAME TO Gone", TestContext.Current.CancellationToken);

        using var page = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var style = await client.GetAsync(new Uri("/css/base.css", UriKind.Relative), TestContext.Current.CancellationToken);
        using var api = await client.GetAsync(new Uri("/api/articles", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("Something went wrong on the server", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    private async Task<string> AddAsync(string role)
    {
        var name = "signer-" + Guid.NewGuid().ToString("N")[..12];
        await using var scope = app.Services.CreateAsyncScope();
        Assert.True((await scope.ServiceProvider.GetRequiredService<AccountChanges>().AddAsync("test", name, role, AppFixture.Password, CancellationToken.None)).Succeeded);
        return name;
    }

    /// <summary>The problem that the page shows.</summary>
    private async Task<string> FailAsync(string name, string password)
    {
        using var client = app.Visitor();
        using var response = await client.PostFormAsync("/account/sign-in", ("Name", name), ("Password", password));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null((await client.SessionAsync()).GetProperty("user").GetString());
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return page.QuerySelector("[role=alert]")!.TextContent.Trim();
    }
}
