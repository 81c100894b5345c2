using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages;

/// <summary>All values that the results of a search have of one facet.</summary>
public sealed class ValuesModel(ArticleSearch search) : PageModel
{
    [BindProperty(SupportsGet = true, Name = ValuesUrl.Filter)]
    public string? Filter { get; set; }

    public Facet Facet { get; private set; }

    /// <summary>The search, on its first page.</summary>
    public SearchRequest Search { get; private set; } = new();

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public required FacetPage Values { get; set; }

    /// <summary>Those in force, whatever the filter box says.</summary>
    public IReadOnlyList<FacetRow> InForce { get; private set; } = [];

    public IReadOnlyList<FacetRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string facet, CancellationToken cancellationToken)
    {
        if (ValuesUrl.Read(facet) is not { } asked)
            return NotFound();
        Facet = asked;
        (var request, Problems) = SearchUrl.Read(Request.Query);
        Search = request.OnPage(1);
        (Values, var filters) = await search.FindValuesAsync(Search, asked, Filter, request.Page, ValuesUrl.Size, cancellationToken);
        var mine = FacetView.FiltersOf(asked, filters);
        InForce = [.. FacetView.RowsOf(asked, Search, Values.Values, mine).Take(mine.Count)];
        Rows = [.. FacetView.RowsOf(asked, Search, Values.Values, mine).Skip(mine.Count)];
        return Page();
    }
}
