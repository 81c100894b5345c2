using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using NewsCorpus.Web.Commands;
using NewsCorpus.Web.Hosting;

[assembly: AssemblyFixture(typeof(NewsCorpus.Web.Tests.AppFixture))]

namespace NewsCorpus.Web.Tests;

/// <summary>The real program on a port of its own, with a data folder of its own, over the demo corpus in <c>seeds/</c>.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "newscorpus-web-" + Guid.NewGuid().ToString("N"));
    private WebApplication? _app;

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
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>The page at the address, which must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var response = await Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
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

    /// <summary>Addresses of one page of every kind, and of all articles, or so many of them, evenly spread.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync(int articleCount = 100)
    {
        var articles = await JsonAsync("/api/articles?size=100");
        var person = (await JsonAsync("/api/people")).GetProperty("people")[0].GetProperty("url").GetString()!;
        var outlet = (await JsonAsync("/api/outlets")).GetProperty("outlets")[0].GetProperty("url").GetString()!;
        var urls = articles.GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("url").GetString()!).ToList();
        return
        [
            "/",
            "/?q=" + Uri.EscapeDataString(AnyWord(articles)),
            "/?q=nowhereword",
            "/?q=(&from=2026-13",
            "/?undated=only",
            "/people",
            "/people?sort=name",
            person,
            "/outlets",
            outlet,
            "/help",
            .. urls.Where((_, i) => i % Math.Max(1, urls.Count / articleCount) == 0),
        ];
    }

    /// <summary>A longer word of some title.</summary>
    public static string AnyWord(System.Text.Json.JsonElement articles) => articles.GetProperty("articles").EnumerateArray()
        .SelectMany(a => a.GetProperty("title").GetString()!.Split(' '))
        .First(w => w.Length > 5 && w.All(char.IsAsciiLetter));
}
