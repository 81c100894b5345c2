using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search.Counting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages;

/// <summary>The coverage of a search over time.</summary>
public sealed class TimelineModel(TimelineSearch timeline) : PageModel
{
    public required TimelineRequest Asked { get; set; }

    public required CoverageTimeline Found { get; set; }

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public LineChart? Chart { get; private set; }

    public IReadOnlyList<ActiveFilter> Active { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Asked, Problems) = TimelineUrl.Read(Request.Query);
        // A form sends its empty fields too; the address to keep is the one without them.
        if (Problems.Count == 0 && Request.Query.Any(p => p.Value.Any(string.IsNullOrEmpty)))
            return LocalRedirect(TimelineUrl.Of(Asked));
        Found = await timeline.FindAsync(Asked, cancellationToken);
        Active = ActiveFilter.Of(Asked.Search, Found.Counts.Filters);
        // One point is no line.
        if (Found.Counts.Periods.Count > 1)
            Chart = LineChart.Of(Found.Counts with { Queries = [Found.Query with { Reading = Found.Query.Reading with { Typed = Asked.Search.HasQuery ? Asked.Search.Query! : "All articles" } }] }, isShare: false);
        return Page();
    }

    /// <summary>The results of a period.</summary>
    public string Articles(Period period) => SearchUrl.Results(SearchUrl.WithoutPage(Asked.Search).Between(period.From, period.To));
}
