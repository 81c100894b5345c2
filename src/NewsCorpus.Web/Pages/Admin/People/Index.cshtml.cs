using System.Globalization;
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

    /// <summary>Suggestions of a page.</summary>
    private const int Judged = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Only names that editors corrected.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Edited { get; set; }

    /// <summary>From 1. Of the query alone: Razor Pages has a route value "page" of its own.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>Page of the suggestions, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Suggested { get; set; } = 1;

    public required PersonCatalogue Catalogue { get; set; }

    public required SuggestionCatalogue Suggestions { get; set; }

    public Pager Pages => Pager.Of(Number, Catalogue.Total, Size, page => Address(page, Suggested));

    public Pager SuggestionPages => Pager.Of(Suggested, Suggestions.Total, Judged, page => Address(Number, page) + "#suggestions") with { Label = "Pages of suggestions" };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, int.MaxValue / Size);
        Suggested = Math.Clamp(Suggested, 1, int.MaxValue / Judged);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Catalogue = await PersonCatalogue.ReadAsync(db, Query, Edited, Number, Size, cancellationToken);
        Suggestions = await SuggestionCatalogue.ReadAsync(db, Query, Suggested, Judged, cancellationToken);
    }

    private string Address(int page, int suggested) => Path + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Query,
        ["edited"] = Edited ? "true" : null,
        ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        ["suggested"] = suggested > 1 ? suggested.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(p => p.Value is not null));
}
