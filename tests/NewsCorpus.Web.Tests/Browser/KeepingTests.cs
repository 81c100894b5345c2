using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>Saving a search and making a receipt by hand, and choosing dates with a finger.</summary>
public sealed class KeepingTests(AppFixture app, BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Saves_a_search_shows_what_is_new_and_removes_it_again(bool javaScript)
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        var page = visit.Page;
        var name = $"Tram {javaScript}";
        await page.GotoAsync("/?q=tram&sort=oldest");
        await page.GetByRole(AriaRole.Link, new() { Name = "Save this search" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var saved = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name });
        await Expect(saved).ToContainTextAsync("Nothing new");

        await saved.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await page.WaitForURLAsync("**/?q=tram&sort=oldest");
        await page.GoBackAsync();
        await saved.Locator("summary").ClickAsync();
        await saved.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is removed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Expect(saved).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Makes_a_receipt_and_runs_it_again()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        await page.GotoAsync("/?q=flood");
        await page.GetByRole(AriaRole.Link, new() { Name = "Make a receipt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the receipt" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("flood");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download (JSON)" }).ClickAsync());
        var file = await download.PathAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Run it again" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Everything is as it was");

        await page.GotoAsync("/receipts");
        await page.GetByLabel("File of a receipt").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("flood");
    }

    [Fact]
    public async Task Finger_scrolls_the_bars_until_it_is_told_to_choose()
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { HasTouch = true, IsMobile = true, ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        var page = visit.Page;
        await page.GotoAsync("/?copies=all");
        var bars = page.Locator(".timeline .histogram li:has(a)");
        var (from, to) = (await bars.Nth(0).GetAttributeAsync("data-from"), await bars.Nth(1).GetAttributeAsync("data-to"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Choose with a finger" }).ClickAsync();
        await Expect(page.Locator("#brush-hint")).ToContainTextAsync("Draw over the bars");
        await bars.Nth(0).ScrollIntoViewIfNeededAsync();
        var (first, last) = ((await bars.Nth(0).BoundingBoxAsync())!, (await bars.Nth(1).BoundingBoxAsync())!);
        var touch = await page.Context.NewCDPSessionAsync(page);
        await TouchAsync("touchStart", first);
        await TouchAsync("touchMove", last);
        await Expect(page.Locator(".histogram .brushed")).ToHaveCountAsync(2);
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await page.WaitForURLAsync($"**/?copies=all&from={from}&to={to}");

        Task TouchAsync(string type, LocatorBoundingBoxResult box) => touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = new[] { new { x = box.X + (box.Width / 2), y = box.Y + (box.Height / 2) } } });
    }
}
