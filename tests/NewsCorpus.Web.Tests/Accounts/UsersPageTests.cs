using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Accounts;

public sealed class UsersPageTests
{
    [Fact]
    public async Task An_admin_adds_changes_and_removes_people_and_the_log_has_it()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("Ada", Access.Admin);
        using var admin = await app.SignInAsync("Ada");

        await DoneAsync(admin, "/admin/users", ("Name", "Ben"), ("Role", "reader"), ("Password", SmallApp.Password), ("Repeat", SmallApp.Password));
        var ben = await AddressAsync(admin, "Ben");
        await DoneAsync(admin, ben + "?handler=role", ("Role", "editor"));
        await DoneAsync(admin, ben + "?handler=password", ("Password", "another long password"), ("Repeat", "another long password"));
        await DoneAsync(admin, ben + "?handler=remove");

        Assert.Null(await FindAsync(admin, "Ben"));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("user.add", "as reader"), ("user.role", "now editor"), ("user.password", null), ("user.remove", null)],
            (await db.Log.Where(e => e.By == "Ada" && e.Subject == "Ben").OrderBy(e => e.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(e => (e.Action, e.Note)));
    }

    [Fact]
    public async Task The_only_admin_can_neither_leave_nor_step_down()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("Ada", Access.Admin);
        using var admin = await app.SignInAsync("Ada");
        var ada = await AddressAsync(admin, "Ada");

        await RefusedAsync(admin, ada + "?handler=remove", "is the only admin");
        await RefusedAsync(admin, ada + "?handler=role", "is the only admin", ("Role", "reader"));

        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(new Uri("/admin/users", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Two_admins_who_remove_each_other_at_once_leave_one()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("Ada", Access.Admin);
        await app.AddAsync("Bea", Access.Admin);

        var results = await Task.WhenAll(new[] { "Ada", "Bea" }.Select(async name =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<AccountChanges>().RemoveAsync("test", name, CancellationToken.None)).Succeeded;
        }));

        Assert.Single(results, true);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_done_or_logged()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("Ada", Access.Admin);
        await app.AddAsync("Ben", Access.Reader);
        using var admin = await app.SignInAsync("Ada");
        var ben = await AddressAsync(admin, "Ben");

        await RefusedAsync(admin, "/admin/users", "There is an account “ben” already", ("Name", "ben"), ("Role", "reader"), ("Password", SmallApp.Password), ("Repeat", SmallApp.Password));
        await RefusedAsync(admin, "/admin/users", "The two passwords differ.", ("Name", "Cleo"), ("Role", "reader"), ("Password", SmallApp.Password), ("Repeat", "something else"));
        await RefusedAsync(admin, "/admin/users", "There is no role “owner”", ("Name", "Cleo"), ("Role", "owner"), ("Password", SmallApp.Password), ("Repeat", SmallApp.Password));
        await RefusedAsync(admin, ben + "?handler=password", "too short", ("Password", "short"), ("Repeat", "short"));

        // The old password still holds: taking it away was rolled back.
        using (await app.SignInAsync("Ben"))
        {
        }
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CorpusDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(await db.Log.ToListAsync(TestContext.Current.CancellationToken), e => e.By == "Ada" && e.Action != "account.sign-in");
    }

    private static async Task DoneAsync(HttpClient client, string address, params (string, string)[] fields)
    {
        using var response = await client.PostFormAsync(address, fields);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/admin/users", response.Headers.Location!.ToString());
    }

    private static async Task RefusedAsync(HttpClient client, string address, string reason, params (string, string)[] fields)
    {
        using var response = await client.PostFormAsync(address, fields);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(reason, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> AddressAsync(HttpClient client, string name)
    {
        var address = await FindAsync(client, name);
        Assert.NotNull(address);
        return address;
    }

    private static async Task<string?> FindAsync(HttpClient client, string name)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri("/admin/users", UriKind.Relative), TestContext.Current.CancellationToken));
        return page.QuerySelectorAll("tbody th a").FirstOrDefault(a => a.TextContent == name)?.GetAttribute("href");
    }
}
