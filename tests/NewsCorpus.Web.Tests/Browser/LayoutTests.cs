using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

public sealed class LayoutTests(AppFixture app, BrowserFixture browser)
{
    /// <summary>So many articles that each shape of text is among them.</summary>
    private const int Articles = 7;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Axe_finds_no_violation(ColorScheme scheme, int width)
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 }, BypassCSP = true });
        foreach (var address in await app.PagesAsync(Articles))
        {
            await visit.Page.GotoAsync(address);

            var result = await visit.Page.RunAxe();

            Assert.True(
                result.Violations.Length == 0,
                $"{address}: {string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}"))}");
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    [InlineData(800)]
    public async Task No_page_scrolls_sideways(int width)
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 844 } });
        foreach (var address in await app.PagesAsync(Articles))
        {
            await visit.Page.GotoAsync(address);

            Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{address} is wider than {width}");
        }
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
