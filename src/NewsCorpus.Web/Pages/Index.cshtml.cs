using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages;

/// <summary>Search and browse.</summary>
public sealed class IndexModel(ArticleSearch search) : PageModel
{
    /// <summary>Filters tried one by one when nothing is found.</summary>
    private const int MostRelaxations = 8;

    public SearchRequest Search { get; private set; } = new();

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public required SearchResults Results { get; set; }

    public IReadOnlyList<ActiveFilter> Active { get; private set; } = [];

    /// <summary>Months of the results, and of what they would be without the dates: a range is chosen, moved and widened on the same bars.</summary>
    public IReadOnlyList<MonthCount> Months { get; private set; } = [];

    /// <summary>Where nothing was found: each filter with the number of articles without it.</summary>
    public IReadOnlyList<(ActiveFilter Filter, int Total)> Relaxations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Search, Problems) = SearchUrl.Read(Request.Query);
        // A form sends its empty fields too; the address to keep is the one without them.
        if (Problems.Count == 0 && Request.Query.Any(p => p.Value.Any(string.IsNullOrEmpty)))
            return LocalRedirect(SearchUrl.Results(Search));
        Results = await search.SearchAsync(Search, FacetView.Sizes, cancellationToken);
        Active = ActiveFilter.Of(Search, Results.Filters);
        Months = Search.From is null && Search.To is null
            ? Results.Facets.Months
            : (await search.SearchAsync(Search.Between(null, null) with { Size = 1 }, cancellationToken)).Facets.Months;
        if (Results.Total == 0)
            Relaxations = await RelaxAsync(cancellationToken);
        return Page();
    }

    private async Task<List<(ActiveFilter, int)>> RelaxAsync(CancellationToken cancellationToken)
    {
        var relaxations = new List<(ActiveFilter, int)>();
        var tried = Search.HasQuery ? Active.Append(new ActiveFilter("Search words", Search.Query!, Search.Asking(null))) : Active;
        foreach (var filter in tried.Take(MostRelaxations))
        {
            var without = await search.SearchAsync(filter.Without with { Size = 1 }, cancellationToken);
            if (without.Total > 0)
                relaxations.Add((filter, without.Total));
        }
        return relaxations;
    }
}
