using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>What a reader does, by click and key, with JavaScript and without.</summary>
public sealed class JourneyTests(AppFixture app, BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Searches_opens_an_article_and_goes_back(bool javaScript)
    {
        var word = AppFixture.AnyWord(await app.JsonAsync("/api/articles"));
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.GetByLabel("Search the articles", new() { Exact = true }).FillAsync(word);
        await page.GetByLabel("Search the articles", new() { Exact = true }).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync($"/?q={word}");
        await Expect(page.Locator(".result mark").First).ToBeVisibleAsync();

        var title = await page.Locator(".result h3 a").First.InnerTextAsync();
        await page.Locator(".result h3 a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How we know" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to results" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"/?q={word}");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Adds_and_removes_each_filter(bool javaScript)
    {
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        var page = visit.Page;
        await page.GotoAsync("/");
        var all = await Summary().InnerTextAsync();

        // Every kind of link that narrows the results, then the chip that takes it back.
        foreach (var selector in new[]
        {
            "#filters section:has(#facet-people) .value >> nth=0",
            "#filters section:has(#facet-people) .minus >> nth=0",
            "#filters section:has(#facet-outlets) .value >> nth=0",
            "#filters section:has(#facet-outlets) .minus >> nth=0",
            "#filters section:has(#facet-tags) .value >> nth=0",
            "#filters section:has(#facet-tags) .minus >> nth=0",
            "#filters .undated li:has-text('Without') a",
            "#filters .undated li:has-text('Only') a",
            ".histogram a >> nth=0",
            ".result .person-chip >> nth=0",
        })
        {
            await page.Locator(selector).ClickAsync();
            await Expect(Chips()).ToHaveCountAsync(1);
            await Expect(Summary()).Not.ToHaveTextAsync(all);
            await Chips().First.ClickAsync();
            await Expect(Chips()).ToHaveCountAsync(0);
            await Expect(Summary()).ToHaveTextAsync(all);
        }

        // A facet's own link takes its filter back too, and an outlet can be joined by another.
        await page.Locator("#filters section:has(#facet-outlets) .value >> nth=0").ClickAsync();
        await page.Locator("#filters section:has(#facet-outlets) li:not(.on) .value >> nth=0").ClickAsync();
        await Expect(Chips()).ToHaveCountAsync(2);
        await Expect(page.Locator("#filters section:has(#facet-outlets) li.on")).ToHaveCountAsync(2);
        await page.Locator("#filters section:has(#facet-outlets) li.on .value >> nth=0").ClickAsync();
        await Expect(Chips()).ToHaveCountAsync(1);
        await Chips().First.ClickAsync();

        await page.GetByLabel("From").FillAsync("2000-01-01");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2000-12-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set dates" }).ClickAsync();
        await Expect(Chips()).ToHaveCountAsync(2);
        await Expect(Summary()).ToHaveTextAsync("No articles found.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove all" }).ClickAsync();
        await Expect(Summary()).ToHaveTextAsync(all);

        ILocator Summary() => page.Locator("#summary");
        ILocator Chips() => page.Locator(".active .chip.remove");
    }

    [Fact]
    public async Task Jumps_from_the_evidence_to_the_words()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        foreach (var article in (await app.JsonAsync("/api/articles")).GetProperty("articles").EnumerateArray().Take(5))
        {
            await page.GotoAsync(article.GetProperty("url").GetString()!);
            await page.Locator(".cast summary").First.ClickAsync();
            var link = page.Locator(".namings a").First;
            var words = (await link.InnerTextAsync()).Trim('“', '”');
            await link.ClickAsync();

            await Expect(page.Locator(".text :target")).ToHaveTextAsync(words);
            await Expect(page.Locator(".text :target")).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Obeys_the_keys_and_lets_them_be_switched_off()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Search the articles", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("j/k");
        await Expect(page.GetByLabel("Search the articles", new() { Exact = true })).ToHaveValueAsync("j/k");

        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".result h3 a").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".result h3 a").First).ToBeFocusedAsync();

        await page.GotoAsync("/help");
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn these keys off" }).ClickAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Search the articles", new() { Exact = true })).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Reaches_the_content_with_the_first_key()
    {
        await using var visit = await browser.VisitAsync(app);
        var page = visit.Page;
        await page.GotoAsync("/people");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
    }
}
