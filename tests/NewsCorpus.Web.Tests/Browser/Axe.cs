using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>Looks for what keeps people out of a page. The page has to be of a context with <c>BypassCSP</c>. The engine is put into a page once, and only violations are worked out: a page is looked at three times.</summary>
internal static class Axe
{
    private const int Desk = 1280;
    private const int Phone = 390;

    private const string Run =
        """
        async rules => (await axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }))
            .violations.map(v => `${v.id}: ${v.help}\n  ${v.nodes.map(n => n.html).join('\n  ')}`).join('\n')
        """;

    private static readonly string Engine = new BundledAxeScriptProvider().GetScript();

    /// <summary>Looks at the open page on a desk and on a phone, and at its colours in the dark; and whether it scrolls sideways. One load serves all: only palette and width differ.</summary>
    public static async Task CheckEverywhereAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Desk, 900);
        await CheckAsync(page, "1280 wide");
        await PageWidth.CheckAsync(page, Desk);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync(page, "dark", "color-contrast", "link-in-text-block");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        // What a page is made of is the same at both widths; on a phone other parts scroll or hide.
        await page.SetViewportSizeAsync(Phone, 900);
        await CheckAsync(page, "390 wide", "scrollable-region-focusable", "aria-hidden-focus", "meta-viewport");
        await PageWidth.CheckAsync(page, Phone);
    }

    /// <summary>Fails with each violation and the elements that it is of.</summary>
    /// <param name="rules">The rules to look at; none for all.</param>
    public static async Task CheckAsync(IPage page, string how = "", params string[] rules)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Engine);
        var violations = await page.EvaluateAsync<string>(Run, rules.Length == 0 ? null : rules);
        Assert.True(violations.Length == 0, $"{page.Url} {how}: {violations}");
    }
}
