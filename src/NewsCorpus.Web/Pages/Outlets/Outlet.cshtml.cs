using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Outlets;

public sealed class OutletModel(IDbContextFactory<CorpusDbContext> contexts, ArticleSearch search) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public required OutletProfile Profile { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OutletProfile.FindAsync(db, search, Id, cancellationToken) is not { } profile)
            return NotFound();
        // A merge can be undone, so its redirect is not for good.
        if (Id != profile.Outlet.Id)
            return LocalRedirect(Addresses.Outlet(profile.Outlet.Id, profile.Outlet.Slug));
        if (Slug != profile.Outlet.Slug)
            return this.ToCanonical(Addresses.Outlet(profile.Outlet.Id, profile.Outlet.Slug));
        Profile = profile;
        return Page();
    }
}
