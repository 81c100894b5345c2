using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Batch;

/// <summary>A list of queries or names with what each of them finds.</summary>
public sealed class IndexModel(BatchSearch search) : PageModel
{
    public IReadOnlyList<string> Queries { get; private set; } = [];

    public SearchRequest Filters { get; private set; } = new();

    public IReadOnlyList<BatchCount> Counts { get; private set; } = [];

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Queries, Filters, Problems) = CompareUrl.ReadBatch(Request.Query);
        Counts = await search.CountAsync(Queries, Filters, cancellationToken);
    }
}
