using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>Looks for what keeps people out of a page. The page has to be of a context with <c>BypassCSP</c>.</summary>
internal static class Axe
{
    private const int Desk = 1280;
    private const int Phone = 390;

    /// <summary>Looks at the open page on a desk and on a phone, and at its colours in the dark; and whether it scrolls sideways. One load serves all: only palette and width differ.</summary>
    public static async Task CheckEverywhereAsync(IPage page)
    {
        foreach (var width in new[] { Desk, Phone })
        {
            await page.SetViewportSizeAsync(width, 900);
            // What a page is made of is the same at both widths; on a phone other parts scroll or hide.
            await CheckAsync(page, $"{width} wide", width == Desk ? null : new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["scrollable-region-focusable", "aria-hidden-focus", "meta-viewport"] } });
            await PageWidth.CheckAsync(page, width);
        }
        await page.SetViewportSizeAsync(Desk, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await CheckAsync(page, "dark", new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Fails with each violation and the elements that it is of.</summary>
    public static async Task CheckAsync(IPage page, string how = "", AxeRunOptions? options = null)
    {
        var violations = (await page.RunAxe(options)).Violations;
        Assert.True(violations.Length == 0, $"{page.Url} {how}: {string.Join("\n", violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}"))}");
    }
}
