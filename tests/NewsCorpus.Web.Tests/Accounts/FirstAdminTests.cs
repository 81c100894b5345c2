using System.Net;
using NewsCorpus.Web.Accounts;

namespace NewsCorpus.Web.Tests.Accounts;

public sealed class FirstAdminTests
{
    [Fact]
    public async Task Is_made_once_with_the_code_that_a_fresh_data_folder_prints()
    {
        await using var app = await SmallApp.StartAsync();
        using var first = app.Visitor();
        using var second = app.Visitor();
        var code = app.Code;
        Assert.NotNull(code);
        Assert.Contains($"{app.BaseUrl}/account/setup", app.Console.ToString(), StringComparison.Ordinal);

        // As it is read from the console and typed: capitals, spaces.
        using var made = await SetupAsync(first, code.ToUpperInvariant().Replace('-', ' '), "Ada");
        using var again = await SetupAsync(second, code, "Eve");
        using var page = await second.GetAsync(new Uri("/account/setup", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("/admin", made.Headers.Location?.ToString());
        Assert.Equal("Ada", (await first.SessionAsync()).GetProperty("user").GetString());
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Null((await second.SessionAsync()).GetProperty("user").GetString());
    }

    [Fact]
    public async Task A_weak_password_does_not_use_up_the_code()
    {
        await using var app = await SmallApp.StartAsync();
        using var client = app.Visitor();

        using var weak = await SetupAsync(client, app.Code!, "Ada", "short");
        using var made = await SetupAsync(client, app.Code!, "Ada");

        Assert.Contains("at least 10 characters", await weak.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task Too_many_wrong_codes_end_it_until_the_server_starts_again_with_another()
    {
        await using var app = await SmallApp.StartAsync();
        using var client = app.Visitor();
        var code = app.Code!;
        for (var i = 0; i < FirstAdmin.MostAttempts; i++)
            (await SetupAsync(client, "2222-2222-2222-2222-2222", "Eve")).Dispose();

        using var late = await SetupAsync(client, code, "Ada");
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("no longer counts", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await app.RestartAsync();
        Assert.NotEqual(code, app.Code);
        using var anew = app.Visitor();
        using var old = await SetupAsync(anew, code, "Ada");
        using var made = await SetupAsync(anew, app.Code!, "Ada");
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task Of_two_at_once_with_the_code_one_is_made()
    {
        await using var app = await SmallApp.StartAsync();
        var names = new[] { "Ada", "Bea", "Cleo", "Dora" };

        var answers = await Task.WhenAll(names.Select(async name =>
        {
            using var client = app.Visitor();
            using var response = await SetupAsync(client, app.Code!, name);
            return response.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_outlives_a_restart_and_there_is_no_new_code()
    {
        await using var app = await SmallApp.StartAsync();
        var cookies = new CookieContainer();
        using (var client = app.Visitor(cookies))
            (await SetupAsync(client, app.Code!, "Ada")).Dispose();

        await app.RestartAsync();

        using var later = app.Visitor(cookies);
        Assert.Equal("Ada", (await later.SessionAsync()).GetProperty("user").GetString());
        Assert.Null(app.Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Path.Combine(app.Data, "keys")).UnixFileMode);
    }

    private static Task<HttpResponseMessage> SetupAsync(HttpClient client, string code, string name, string password = SmallApp.Password) =>
        client.PostFormAsync("/account/setup", ("Code", code), ("Name", name), ("Password", password), ("Repeat", password));
}
