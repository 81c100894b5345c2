using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Commands;
using NewsCorpus.Web.Hosting;

[assembly: AssemblyFixture(typeof(NewsCorpus.Web.Tests.AppFixture))]

namespace NewsCorpus.Web.Tests;

/// <summary>The real program on a port of its own, with a data folder of its own, over the demo corpus in <c>seeds/</c>.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "newscorpus-web-" + Guid.NewGuid().ToString("N"));
    private readonly SemaphoreSlim _signingIn = new(1);
    private readonly Dictionary<string, CookieContainer> _sessions = new(StringComparer.Ordinal);
    private readonly Lazy<Task<string>> _kept;
    private WebApplication? _app;

    public AppFixture() => _kept = new(KeepAsync);

    /// <summary>Of every account that <see cref="SignInAsync(string)"/> makes.</summary>
    public const string Password = "only for these tests";

    public string BaseUrl { get; private set; } = "";

    /// <summary>Follows no redirect.</summary>
    public HttpClient Http { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        var settings = new HostSettings { Data = _data, Corpus = [Path.Combine(HostSettings.Home, "seeds")], Urls = "http://127.0.0.1:0" };
        _app = await ServeCommand.StartAsync(settings, TextWriter.Null, CancellationToken.None);
        BaseUrl = _app.Urls.Single();
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(BaseUrl) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _signingIn.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>What the running program is made of.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>
    /// Somebody signed in with a role (<see cref="Access"/>), over HTTP as anybody does. Follows no redirect. All clients of a role share the session
    /// of the account "test-ROLE"; tests that end or change a session make an account of their own with <see cref="SignInAsync(string, string)"/>.
    /// To post, see <see cref="FormClient"/>.
    /// </summary>
    public async Task<HttpClient> SignInAsync(string role)
    {
        await _signingIn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_sessions.TryGetValue(role, out var cookies))
            {
                await using (var scope = Services.CreateAsyncScope())
                {
                    var added = await scope.ServiceProvider.GetRequiredService<AccountChanges>()
                        .AddAsync("test", "test-" + role, role, Password, TestContext.Current.CancellationToken);
                    Assert.True(added.Succeeded, added.ToString());
                }
                cookies = new CookieContainer();
                using var client = Client(cookies);
                await FormClient.SignInAsync(client, "test-" + role, Password);
                _sessions[role] = cookies;
            }
            return Client(cookies);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>Somebody with cookies of their own, signed in to an account that there is.</summary>
    public async Task<HttpClient> SignInAsync(string name, string password)
    {
        var client = Visitor();
        await FormClient.SignInAsync(client, name, password);
        return client;
    }

    /// <summary>Somebody with cookies of their own, not signed in. Follows no redirect.</summary>
    public HttpClient Visitor() => Client(new CookieContainer());

    private HttpClient Client(CookieContainer cookies) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(BaseUrl) };

    /// <summary>The page at the address, which must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string address, HttpClient? client = null)
    {
        using var response = await (client ?? Http).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address} answered {(int)response.StatusCode}");
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The JSON at the address, which must answer 200.</summary>
    public async Task<System.Text.Json.JsonElement> JsonAsync(string address)
    {
        await using var stream = await Http.GetStreamAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var document = await System.Text.Json.JsonDocument.ParseAsync(stream, default, TestContext.Current.CancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>Addresses of the pages that an admin sees and others do not.</summary>
    public async Task<IReadOnlyList<string>> AdminPagesAsync()
    {
        using var admin = await SignInAsync(Access.Admin);
        var users = await PageAsync("/admin/users", admin);
        return ["/account", "/admin", "/admin/users", users.QuerySelector("tbody a")!.GetAttribute("href")!, "/admin/log", "/admin/runs", "/admin/runs/1"];
    }

    /// <summary>Addresses of one page of every kind, and of all articles, or so many of them, evenly spread.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync(int articleCount = 100)
    {
        var articles = await JsonAsync("/api/articles?size=100&copies=all");
        var person = (await JsonAsync("/api/people")).GetProperty("people")[0].GetProperty("url").GetString()!;
        var outlet = (await JsonAsync("/api/outlets")).GetProperty("outlets")[0].GetProperty("url").GetString()!;
        var urls = articles.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("url").GetString()!).ToList();
        var copy = articles.GetProperty("articles").EnumerateArray().First(a => a.GetProperty("copies").GetInt32() > 0);
        var receipt = await _kept.Value;
        return
        [
            "/",
            "/?q=" + Uri.EscapeDataString(AnyWord(articles)),
            "/?q=nowhereword",
            "/?q=(&from=2026-13",
            "/?undated=only",
            "/?q=" + Uri.EscapeDataString("title:ferry w/5 zzzz length>100"),
            "/values/people?q=the",
            "/values/speakers?filter=nobody",
            urls[0] + "?q=the&result=1",
            "/people",
            "/people?sort=name",
            person,
            "/quotes",
            "/quotes?q=the&speaker=nobody",
            "/compare",
            "/compare?q=harbour&q=council&view=share",
            "/batch?lines=harbour",
            "/?q=harbour&month=-2025-03&since=3",
            "/values/months",
            "/timeline?q=harbour",
            "/timeline?q=harbour&from=2025&to=2026&estimates=include",
            "/saved",
            "/saved/new?q=harbour",
            "/receipts",
            "/receipts/new?q=harbour",
            receipt,
            receipt + "/again",
            receipt + "/delete",
            "/outlets",
            outlet,
            "/help",
            "/account/sign-in",
            copy.GetProperty("url").GetString()!,
            $"/articles/{copy.GetProperty("id")}/compare",
            .. urls.Where((_, i) => i % Math.Max(1, urls.Count / articleCount) == 0),
        ];
    }

    /// <summary>What the local reader keeps: a search to which all is new, and a receipt, whose page is returned.</summary>
    private async Task<string> KeepAsync()
    {
        using var reader = Visitor();
        using var search = await reader.SendWithTokenAsync(HttpMethod.Post, "/api/saved", JsonContent.Create(new { name = "Harbour", note = "For Friday", search = "?q=harbour&outlet=-nobody" }));
        using var seen = await reader.SendWithTokenAsync(HttpMethod.Post, $"/api{search.Headers.Location}/seen", JsonContent.Create(new { revision = 0, article = 0 }));
        using var receipt = await reader.SendWithTokenAsync(HttpMethod.Post, "/api/receipts", JsonContent.Create(new { search = "?q=harbour" }));
        Assert.True(search.IsSuccessStatusCode && seen.IsSuccessStatusCode && receipt.IsSuccessStatusCode);
        return receipt.Headers.Location!.ToString();
    }

    /// <summary>A longer word of some title.</summary>
    public static string AnyWord(System.Text.Json.JsonElement articles) => articles.GetProperty("articles").EnumerateArray()
        .SelectMany(a => a.GetProperty("title").GetString()!.Split(' '))
        .First(w => w.Length > 5 && w.All(char.IsAsciiLetter));
}
