using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.Outlets;

public sealed class IndexModel(IDbContextFactory<CorpusDbContext> contexts) : PageModel
{
    private const string Path = "/admin/outlets";
    private const int Size = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>From 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public required OutletCatalogue Catalogue { get; set; }

    public Pager Pages => Pager.Of(Number, Catalogue.Total, Size, page => Path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Query, ["page"] = page.ToString() }));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Catalogue = await OutletCatalogue.ReadAsync(db, Query, Number, Size, cancellationToken);
    }
}
