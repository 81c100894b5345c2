using Microsoft.Playwright;

namespace NewsCorpus.Web.Tests.Browser;

/// <summary>Looks whether a page would have to be scrolled sideways.</summary>
internal static class PageWidth
{
    private const string Widest = """
        width => document.documentElement.scrollWidth <= width ? "" : [...document.querySelectorAll("body *")]
          .filter(e => e.getBoundingClientRect().right > width).slice(0, 5).map(e => e.outerHTML.slice(0, 200)).join("\n") || document.documentElement.scrollWidth + " pixels"
        """;

    /// <summary>Fails with the elements that reach out of the page. Waits for its style sheets: without them all is wide.</summary>
    public static async Task CheckAsync(IPage page, int width)
    {
        await page.WaitForLoadStateAsync();
        var wide = await page.EvaluateAsync<string>(Widest, width);
        Assert.True(wide.Length == 0, $"{page.Url} is wider than {width}: {wide}");
    }
}
