using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

public sealed class LayoutTests(AppFixture app, BrowserFixture browser)
{
    /// <summary>So many articles that each shape of text is among them.</summary>
    private const int Articles = 5;

    [Fact]
    public async Task Axe_finds_no_violation_and_no_page_scrolls_sideways()
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { ColorScheme = ColorScheme.Light, BypassCSP = true });
        foreach (var address in await app.PagesAsync(Articles))
        {
            await visit.Page.GotoAsync(address);
            await Axe.CheckEverywhereAsync(visit.Page);
            foreach (var width in new[] { 800, 390, 320 })
            {
                await visit.Page.SetViewportSizeAsync(width, 844);
                await PageWidth.CheckAsync(visit.Page, width);
            }
        }
    }

    [Fact]
    public async Task Axe_tells_of_a_violation()
    {
        await using var visit = await browser.VisitAsync(app);
        await visit.Page.SetContentAsync("<!doctype html><html lang=en><title>Form</title><main><h1>Form</h1><input id=unnamed></main>");

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.CheckAsync(visit.Page));

        Assert.Contains("id=\"unnamed\"", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_phone_opens_and_closes_the_filters(bool javaScript)
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { JavaScriptEnabled = javaScript, ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        var page = visit.Page;
        await page.GotoAsync("/");
        var filters = page.Locator("#filters");
        await Expect(filters).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Filters" }).ClickAsync();
        await Expect(filters).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Expect(filters).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Filters" }).ClickAsync();
        await filters.Locator(".value").First.ClickAsync();
        await Expect(filters).ToBeHiddenAsync();
        await Expect(page.Locator(".active .chip.remove")).ToHaveCountAsync(1);
    }
}
