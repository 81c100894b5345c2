using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Admin.People;

public sealed class IndexModel(IDbContextFactory<CorpusDbContext> contexts) : PageModel
{
    private const string Path = "/admin/people";
    private const int Size = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Only names that editors corrected.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Edited { get; set; }

    /// <summary>From 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public required PersonCatalogue Catalogue { get; set; }

    public Pager Pages => Pager.Of(Number, Catalogue.Total, Size, page => Path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Query,
        ["edited"] = Edited ? "true" : null,
        ["page"] = page.ToString(),
    }.Where(p => p.Value is not null)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Catalogue = await PersonCatalogue.ReadAsync(db, Query, Edited, Number, Size, cancellationToken);
    }
}
