using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsCorpus.Store;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Commands;
using NewsCorpus.Web.Hosting;

namespace NewsCorpus.Web.Tests;

/// <summary>The real program over one article, for tests that need a server of their own: fresh, on another address, or started again.</summary>
internal sealed class SmallApp : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "newscorpus-small-" + Guid.NewGuid().ToString("N"));
    private readonly HostSettings _settings;
    private WebApplication? _app;

    private SmallApp(string urls, string? reading, bool watch)
    {
        var files = Directory.CreateDirectory(Path.Combine(_folder, "files"));
        File.WriteAllText(Path.Combine(files.FullName, "ferry.txt"), "date 2026-01-08\n\nThe ferry is back\n\nThe ferry crossed the harbour again on Thursday after nine days of repairs.\n");
        _settings = new HostSettings { Data = Path.Combine(_folder, "data"), Corpus = [files.FullName], Urls = urls, Reading = reading, Watch = watch };
    }

    public string Data => _settings.Data!;

    /// <summary>The configured folder.</summary>
    public string Files => _settings.Corpus[0];

    /// <summary>An article of a made-up ferry for each number.</summary>
    public void Write(params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            File.WriteAllText(Path.Combine(Files, $"ferry-{number:000}.txt"), $"date 2026-01-08\n\nFerry {number} is back\n\nFerry number {number} crossed the harbour again on Thursday, said Ines Calloway.\n");
    }

    /// <summary>The run once it is over, as the API tells it.</summary>
    public async Task<System.Text.Json.JsonElement> OverAsync(long id)
    {
        using var client = Visitor();
        while (true)
        {
            using var document = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/runs/{id}", UriKind.Relative), TestContext.Current.CancellationToken));
            if (document.RootElement.GetProperty("state").GetString() is "finished" or "failed" or "cancelled")
                return document.RootElement.Clone();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What the server has printed since its last start.</summary>
    public StringWriter Console { get; private set; } = new();

    public string BaseUrl { get; private set; } = "";

    public IServiceProvider Services => _app!.Services;

    /// <summary>The one-time code as printed, or null.</summary>
    public string? Code => Console.ToString().Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length == 24 && line.Count(c => c == '-') == 4);

    public static async Task<SmallApp> StartAsync(string urls = "http://127.0.0.1:0", string? reading = null, bool watch = false)
    {
        var app = new SmallApp(urls, reading, watch);
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            Directory.Delete(app._folder, recursive: true);
            throw;
        }
    }

    /// <summary>Path of an article's page.</summary>
    public async Task<string> UrlAsync(long id)
    {
        using var client = Visitor();
        using var json = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/articles/{id}", UriKind.Relative), TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("url").GetString()!;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public HttpClient Visitor(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = new Uri(BaseUrl) };

    public async Task<HttpClient> SignInAsync(string name)
    {
        var client = Visitor();
        await FormClient.SignInAsync(client, name, Password);
        return client;
    }

    public async Task AddAsync(string name, string role)
    {
        await using var scope = Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<AccountChanges>().AddAsync("test", name, role, Password, TestContext.Current.CancellationToken);
        Assert.True(added.Succeeded, added.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(CorpusDatabase.ConnectionString(Path.Combine(Data, "newscorpus.db"))))
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        Console = new StringWriter();
        _app = await ServeCommand.StartAsync(_settings, Console, TestContext.Current.CancellationToken);
        BaseUrl = _app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
    }

    private async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }
}
