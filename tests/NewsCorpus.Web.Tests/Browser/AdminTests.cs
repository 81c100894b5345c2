using Microsoft.Playwright;
using NewsCorpus.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsCorpus.Web.Tests.Browser;

public sealed class AdminTests(AppFixture app, BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_one_time_code_to_a_second_account(bool javaScript)
    {
        await using var fresh = await SmallApp.StartAsync();
        await using var visit = await browser.VisitAsync(fresh.BaseUrl, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "make the first admin" }).ClickAsync();
        await page.GetByLabel("One-time code").FillAsync(fresh.Code!);
        await page.GetByLabel("Your name").FillAsync("Ada");
        await NewPasswordAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the admin" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(fresh.BaseUrl + "/admin");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Administration" }).GetByRole(AriaRole.Link, new() { Name = "Users" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ben");
        await page.GetByLabel("editor").CheckAsync();
        await NewPasswordAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("“Ben” can sign in now, as editor.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(fresh.BaseUrl + "/account/sign-in");
        await visit.SignInAsync("Ben", SmallApp.Password);
        await Expect(page).ToHaveURLAsync(fresh.BaseUrl + "/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Admin", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Administration" }).GetByRole(AriaRole.Link, new() { Name = "Corrections" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Administration" }).GetByRole(AriaRole.Link, new() { Name = "Users" })).ToHaveCountAsync(0);

        static async Task NewPasswordAsync(IPage page)
        {
            await page.GetByLabel("New password", new() { Exact = true }).FillAsync(SmallApp.Password);
            await page.GetByLabel("New password once more").FillAsync(SmallApp.Password);
        }
    }

    [Fact]
    public async Task Axe_finds_no_violation_and_nothing_scrolls_sideways()
    {
        using (await app.SignInAsync(Access.Admin))
        {
        }
        await using var visit = await browser.VisitAsync(app, new BrowserNewContextOptions { ColorScheme = ColorScheme.Light, BypassCSP = true });
        await visit.SignInAsync("test-admin", AppFixture.Password);
        foreach (var address in await app.AdminPagesAsync())
        {
            await visit.Page.GotoAsync(address);
            await Axe.CheckEverywhereAsync(visit.Page);
        }
    }
}
