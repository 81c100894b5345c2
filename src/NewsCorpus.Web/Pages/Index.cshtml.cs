using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Search.Related;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages;

/// <summary>Search and browse.</summary>
public sealed class IndexModel(ArticleSearch search, QueryExplainer explainer, RelatedSearch related) : PageModel
{
    /// <summary>Filters tried one by one when nothing is found.</summary>
    private const int MostRelaxations = 8;

    public SearchRequest Search { get; private set; } = new();

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public required SearchResults Results { get; set; }

    public IReadOnlyList<ActiveFilter> Active { get; private set; } = [];

    /// <summary>How the query was read; null when browsing.</summary>
    public QueryExplanation? Explanation { get; private set; }

    /// <summary>What stands out in the results; nothing when browsing, and beyond the first page.</summary>
    public RelatedFinds Related { get; private set; } = RelatedFinds.None;

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
        if (Search.HasQuery)
            Explanation = await explainer.ExplainAsync(Search, Results, cancellationToken);
        // Of a search that was cut short nobody can tell what stands out, and it has cost enough.
        if (Search.Page == 1 && Results is { Total: > 0, IsCutShort: false } && SearchUrl.QueryString(Search).Length > 0)
            Related = await related.FindAsync(Search, cancellationToken);
        if (Results.Total == 0)
            Relaxations = await RelaxAsync(cancellationToken);
        return Page();
    }

    private async Task<List<(ActiveFilter, int)>> RelaxAsync(CancellationToken cancellationToken)
    {
        var relaxations = new List<(ActiveFilter, int)>();
        // Without its words a search is no search: they are one condition among several, or none.
        var tried = Search.HasQuery && Active.Count > 0 ? Active.Append(new ActiveFilter("Search words", Search.Query!, Search.Asking(null))) : Active;
        foreach (var filter in tried.Take(MostRelaxations))
        {
            var without = await search.SearchAsync(filter.Without with { Size = 1 }, cancellationToken);
            if (without.Total > 0)
                relaxations.Add((filter, without.Total));
        }
        return relaxations;
    }
}
