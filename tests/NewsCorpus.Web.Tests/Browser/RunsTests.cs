using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsCorpus.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

public sealed partial class RunsTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true, ColorScheme.Light, 1280)]
    [InlineData(true, ColorScheme.Dark, 390)]
    [InlineData(false, ColorScheme.Light, 1280)]
    public async Task An_admin_previews_applies_and_sees_the_run_finish(bool javaScript, ColorScheme scheme, int width)
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("ada", Access.Admin);
        await using var visit = await browser.VisitAsync(app.BaseUrl, new BrowserNewContextOptions
        {
            JavaScriptEnabled = javaScript,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            BypassCSP = javaScript,
        });
        var page = visit.Page;
        await visit.SignInAsync("ada", SmallApp.Password);
        app.Write(Enumerable.Range(1, 60));
        await File.WriteAllTextAsync(Path.Combine(app.Files, "ferry.txt"), "date 2026-01-09\n\nThe ferry is back\n\nThe ferry crossed the harbour again on Friday.\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app.Files, "broken.md"), "---\ntitle: \"never closed\n\ttags: [a, \"b\n---\n<p>Words.</p>\n", TestContext.Current.CancellationToken);

        await page.GotoAsync("/admin/runs");
        await page.GetByLabel("Or only this folder or file").FillAsync("/no/such/folder");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(page.Locator("#path-problem")).ToContainTextAsync("There is no folder or file /no/such/folder");
        await CheckAsync();
        await page.GetByLabel("Or only this folder or file").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Preview 2");
        await OverAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "changes of articles" }).ClickAsync();
        await Expect(page.Locator("ins").First).ToHaveTextAsync("2026-01-09");
        await CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Run 3");
        await OverAsync();
        await Expect(page.Locator("#live-added")).ToHaveTextAsync("60");
        await Expect(page.Locator("#live-rejected")).ToHaveTextAsync("1");
        await page.GetByRole(AriaRole.Link, new() { Name = "rejected" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody")).ToContainTextAsync("broken.md");
        await CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All runs" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await CheckAsync();

        // With JavaScript the page turns by itself; without, somebody turns it.
        async Task OverAsync()
        {
            while (!javaScript && await page.Locator("#live-state .busy").CountAsync() > 0)
                await page.ReloadAsync();
            await Expect(page.Locator("#live-state")).ToContainTextAsync("finished", new() { Timeout = 60_000 });
            await Expect(page.Locator("#live-bar")).ToHaveCountAsync(0);
        }

        async Task CheckAsync()
        {
            await PageWidth.CheckAsync(page, width);
            if (!javaScript)
                return;
            await Axe.CheckAsync(page);
        }
    }

    [Fact]
    public async Task A_run_is_paused_goes_on_and_is_cancelled_by_its_buttons()
    {
        await using var app = await SmallApp.StartAsync();
        await app.AddAsync("ada", Access.Admin);
        await using var visit = await browser.VisitAsync(app.BaseUrl);
        var page = visit.Page;
        await visit.SignInAsync("ada", SmallApp.Password);
        var written = 0;

        var patience = new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 };
        await StartAndPauseAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.Locator("#live-state")).ToHaveTextAsync("finished", patience);

        // A paused run waits, however long the browser takes; one that goes on may be over before it is cancelled.
        await StartAndPauseAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator("#live-state")).ToHaveTextAsync("cancelled", patience);

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();

        // A run may be over before the browser comes to pause it; then one of more files is tried.
        async Task StartAndPauseAsync()
        {
            for (var files = 3000; ; files *= 2)
            {
                app.Write(Enumerable.Range(written + 1, files));
                written += files;
                await page.GotoAsync("/admin/runs");
                await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
                if (await TryAsync(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })))
                {
                    await Expect(page.Locator("#live-state")).ToHaveTextAsync(PausedOrOver(), patience);
                    if ((await page.Locator("#live-state").InnerTextAsync()).Trim() == "paused")
                        return;
                }
                Assert.True(files < 50_000, "No run could be paused before it was over.");
            }
        }

        async Task<bool> TryAsync(ILocator button)
        {
            try
            {
                await button.ClickAsync(new() { Timeout = 10_000 });
                return true;
            }
            catch (TimeoutException)
            {
                // The page has taken the button away.
                return false;
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:paused|finished)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PausedOrOver();
}
