using Microsoft.Playwright;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Corrections;

/// <summary>What an editor does, by click and key.</summary>
public sealed class CorrectionBrowserTests(WorkedApp worked, BrowserFixture browser) : IClassFixture<WorkedApp>
{
    private static readonly string[] Pages = ["/admin/articles/1", "/admin/outlets", "/admin/outlets/1", "/admin/people", "/admin/people/1", "/admin/corrections"];

    private AppFixture App => worked.App;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Corrects_an_article_and_takes_it_back(bool javaScript)
    {
        var id = javaScript ? 10 : 11;
        await using var visit = await SignedInAsync(new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        var page = visit.Page;
        await page.GotoAsync((await App.JsonAsync($"/api/articles/{id}")).GetProperty("url").GetString()!);
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct this article" }).ClickAsync();

        await page.GetByText("Correct the people").ClickAsync();
        await page.GetByLabel("Another person, 1").FillAsync("Quentin Harrowgate");
        await page.Locator("#note-people").FillAsync("He is the man in the hat.");
        await page.Locator("form[action$='handler=people'] button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The people are corrected");
        await page.GetByRole(AriaRole.Link, new() { Name = "The article as readers see it" }).ClickAsync();
        await Expect(page.Locator(".cast")).ToContainTextAsync("Quentin Harrowgate");
        await Expect(page.Locator(".know")).ToContainTextAsync("He is the man in the hat.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Correct this article" }).ClickAsync();
        await page.GetByText("Take the correction back").First.ClickAsync();
        await page.Locator("#note-revert-people").FillAsync("He is not.");
        await page.Locator("form[action$='handler=revert'] button").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("what the rules say");
        await Expect(page.Locator(".corrections")).ToContainTextAsync("reverted");
    }

    [Fact]
    public async Task Axe_finds_no_violation_and_no_page_scrolls_sideways()
    {
        await using var visit = await SignedInAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Light, BypassCSP = true });
        using var editor = await App.SignInAsync(Access.Editor);
        // The second time there is nothing to change, and the page says so.
        (await editor.PostFormAsync("/admin/articles/1?handler=date", ("Date", ""), ("Note", "Nobody knows."))).Dispose();
        (await editor.PostFormAsync("/admin/outlets/1?handler=aliases", ("Aliases", "Another Name Altogether"), ("Note", "So it signs."))).Dispose();
        foreach (var address in Pages)
        {
            await visit.Page.GotoAsync(address);
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            await Axe.CheckEverywhereAsync(visit.Page);
        }
    }

    private async Task<Visit> SignedInAsync(BrowserNewContextOptions options)
    {
        (await App.SignInAsync(Access.Editor)).Dispose();
        var visit = await browser.VisitAsync(App, options);
        await visit.Page.GotoAsync("/account/sign-in");
        await visit.Page.Locator("[name=Name]").FillAsync("test-" + Access.Editor);
        await visit.Page.Locator("[name=Password]").FillAsync(AppFixture.Password);
        await visit.Page.Locator("[name=Password]").PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync("/");
        return visit;
    }
}
