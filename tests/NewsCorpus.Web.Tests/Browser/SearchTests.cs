using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>Searching by key and mouse: suggestions, hits, a range of dates.</summary>
public sealed class SearchTests(AppFixture app, BrowserFixture browser)
{
    [Fact]
    public async Task Suggests_as_one_types_and_remembers_in_the_browser_alone()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        await page.GotoAsync("/");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Search the articles" });

        await box.PressSequentiallyAsync("harb");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        var options = page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(await options.First.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        await box.PressAsync("ArrowUp");
        await Expect(box).Not.ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await box.PressAsync("Escape");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await box.PressAsync("ArrowDown");
        await page.Locator(".option.word").First.ClickAsync();
        await page.WaitForURLAsync("**/?q=harbour");

        await page.GotoAsync("/");
        await box.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Recent searches" }).GetByRole(AriaRole.Option).First).ToHaveTextAsync("harbour");
        await page.GetByRole(AriaRole.Option, new() { Name = "Forget recent searches" }).ClickAsync();
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('recent-searches')"));
    }

    [Fact]
    public async Task Steps_through_hits_and_results_by_key()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        await page.GotoAsync("/?q=harbour");
        await page.Locator(".result h3 a").First.ClickAsync();
        var hits = await page.Locator("[data-hits]").GetAttributeAsync("data-hits");

        await Expect(page.Locator(".hits-at .at")).ToContainTextAsync("hit");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator(".hits-at .at")).ToHaveTextAsync($"1 of {hits}");
        await Expect(page.Locator("#hit-1")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator(".hits-at .at")).ToHaveTextAsync($"{hits} of {hits}");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".found")).ToContainTextAsync("Result 2 of");
    }

    [Fact]
    public async Task Brushes_a_range_of_dates_with_keys_and_with_the_mouse()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        await page.GotoAsync("/?copies=all");
        var bars = page.Locator(".timeline .histogram li:has(a)");
        var (from, to) = (await bars.Nth(0).GetAttributeAsync("data-from"), await bars.Nth(1).GetAttributeAsync("data-to"));

        await bars.Nth(0).Locator("a").FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/?copies=all&from={from}&to={to}");

        await page.GotoAsync("/?copies=all");
        await bars.Nth(0).HoverAsync();
        await page.Mouse.DownAsync();
        await bars.Nth(1).HoverAsync();
        await Assertions.Expect(page.Locator(".timeline .histogram .brushed")).ToHaveCountAsync(2);
        await page.Mouse.UpAsync();
        await page.WaitForURLAsync($"**/?copies=all&from={from}&to={to}");
    }
}
