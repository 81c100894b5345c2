using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Quotes;

/// <summary>What people are reported to have said.</summary>
public sealed class IndexModel(QuotationSearch search, ArticleSearch articles) : PageModel
{
    /// <summary>Outlets that can be chosen from the list; an address can name any.</summary>
    private const int MostOutlets = 300;

    public required QuotationRequest Asked { get; set; }

    public required QuotationResults Results { get; set; }

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public IReadOnlyList<FacetValue> Outlets { get; private set; } = [];

    /// <summary>What the field of the speaker shows: a name rather than a slug.</summary>
    public string? Speaker => Results.Speakers.Count == 0 ? null : Results.Speakers[0].IsKnown ? Results.Speakers[0].Target.Name : Results.Speakers[0].Value.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Asked, Problems) = QuotationUrl.Read(Request.Query);
        // A form sends its empty fields too; the address to keep is the one without them.
        if (Problems.Count == 0 && Request.Query.Any(p => p.Value.Any(string.IsNullOrEmpty)))
            return LocalRedirect(QuotationUrl.Results(Asked));
        Results = await search.SearchAsync(Asked, cancellationToken);
        // The index counts a million articles in a moment, the database in seconds.
        Outlets = (await articles.FindValuesAsync(new SearchRequest(), Facet.Outlets, null, 1, MostOutlets, cancellationToken)).Page.Values;
        return Page();
    }

    /// <summary>All that a speaker said, with the other filters as they are.</summary>
    public string Of(NewsCorpus.Search.NamedRef speaker) =>
        QuotationUrl.Results(Asked with { Articles = Asked.Articles.OnPage(1), Speakers = [new NewsCorpus.Search.FilterValue(speaker.Slug)] });
}
