using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsCorpus.Web.Pages;

internal static class PageRedirects
{
    /// <summary>
    /// Redirects for good to the address with the right slug. No cache may keep it: a title or name that is corrected and taken back would lead a browser round in a circle.
    /// </summary>
    public static IActionResult ToCanonical(this PageModel page, string address)
    {
        page.Response.Headers.CacheControl = "no-cache";
        return page.LocalRedirectPermanent(address);
    }
}
