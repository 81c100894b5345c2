using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Compare;

/// <summary>Up to six queries over time, and one of them over outlets and weeks.</summary>
public sealed class IndexModel(ComparisonSearch search) : PageModel
{
    public required CompareView Asked { get; set; }

    public required Comparison Found { get; set; }

    public LineChart? Chart { get; private set; }

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public IEnumerable<ComparedQuery> Unread => Found.Queries.Where(q => q.Reading.Problems.Count + q.Reading.Notes.Count > 0);

    /// <summary>Fields of the form: one more than there are queries, and two at least.</summary>
    public int Fields => Math.Min(ComparisonRequest.MostQueries, Math.Max(2, Asked.Request.Queries.Count + 1));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Asked, Problems) = CompareUrl.Read(Request.Query);
        // A form sends its empty fields too; the address to keep is the one without them.
        if (Problems.Count == 0 && Request.Query.Any(p => p.Value.Any(string.IsNullOrEmpty)))
            return LocalRedirect(CompareUrl.Page(Asked));
        Found = await search.CompareAsync(Asked.Request, cancellationToken);
        Chart = LineChart.Of(Found, Asked.IsShare);
        return Page();
    }

    /// <summary>The articles that a query finds, in all or in one period.</summary>
    public string Articles(string query, Period? period = null, NamedRef? outlet = null)
    {
        var request = Asked.Request.Filters with { Query = query };
        if (period is { } days)
            request = request with { From = days.From, To = days.To };
        if (outlet is not null)
            request = request with { Outlets = [new FilterValue(outlet.Slug)] };
        return SearchUrl.Results(request);
    }
}
