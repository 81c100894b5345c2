using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(NewsCorpus.Web.Tests.Browser.BrowserFixture))]

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>
/// Chromium as the machine has it; nothing is downloaded. It is looked for in the variable <c>CHROMIUM</c>, then in the usual places.
/// A machine without one skips the tests that need it, with the reason.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        // Playwright's five seconds are short for a machine that runs other tests beside.
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A fresh profile in which requests to other hosts and messages on the console are kept to be asserted on.</summary>
    public Task<Visit> VisitAsync(AppFixture app, BrowserNewContextOptions? options = null) => VisitAsync(app.BaseUrl, options);

    /// <summary>The same at any server.</summary>
    public async Task<Visit> VisitAsync(string baseUrl, BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
            Assert.Skip("No browser: install chromium, or name one in the environment variable CHROMIUM.");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = baseUrl;
        options.ViewportSize ??= new ViewportSize { Width = 1280, Height = 900 };
        var context = await _browser.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync(), baseUrl);
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);
}

/// <summary>One reader with a browser. Disposing asserts that the console stayed empty and no other host was asked for anything.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _messages = [];
    private readonly List<string> _foreign = [];

    internal Visit(IBrowserContext context, IPage page, string baseUrl)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => _messages.Add($"{message.Type}: {message.Text} {message.Location}");
        page.PageError += (_, error) => _messages.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(baseUrl, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _foreign.Add(request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Signs in as anybody does.</summary>
    public async Task SignInAsync(string name, string password)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_messages.Count == 0, string.Join('\n', _messages));
        Assert.Empty(_foreign);
    }
}
