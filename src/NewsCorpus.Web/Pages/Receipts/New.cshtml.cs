using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Receipts;

/// <summary>Where a receipt is made of a search, or brought in from its file.</summary>
[Authorize(Policy = Access.Keeper)]
[RequestSizeLimit(LargestFile), RequestFormLimits(MultipartBodyLengthLimit = LargestFile)]
public sealed class NewModel(ArticleSearch search, ReceiptMaker maker, ReceiptFile files, Keepers keepers) : PageModel
{
    /// <summary>Some two million articles.</summary>
    private const long LargestFile = 512L << 20;

    [BindProperty]
    public string? Note { get; set; }

    public SearchRequest Search { get; private set; } = new();

    public SearchResults Results { get; private set; } = null!;

    public IReadOnlyList<ActiveFilter> Active { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (request, problems) = SearchUrl.Read(Request.Query);
        if (problems.Count > 0)
            return LocalRedirect(SearchUrl.Results(request));
        await ShowAsync(request, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var request = SearchUrl.WithoutPage(SearchUrl.Read(Request.Query).Request);
        if (Note?.Trim().Length > Receipt.LongestNote)
            ModelState.AddModelError(nameof(Note), $"The note is longer than {Receipt.LongestNote} characters. Shorten it.");
        else
        {
            var (receipt, unread) = await maker.MakeAsync(request, SearchUrl.Whole(request), keepers.Of(HttpContext)!, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), cancellationToken);
            if (receipt is not null)
                return LocalRedirect(KeepUrl.Receipt(receipt.Id));
            ModelState.AddModelError(nameof(Search), string.Join(" ", unread.Select(p => p.Message)));
        }
        await ShowAsync(request, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        var problem = "Choose the file of a receipt.";
        if (file is not null)
        {
            await using var stream = file.OpenReadStream();
            var kept = await files.ReadAsync(stream, keepers.Of(HttpContext)!, cancellationToken);
            if (kept.Value is { } receipt)
                return LocalRedirect(KeepUrl.Receipt(receipt.Id));
            problem = kept.Problem;
        }
        ModelState.AddModelError(nameof(file), problem!);
        await ShowAsync(new SearchRequest(), cancellationToken);
        return Page();
    }

    private async Task ShowAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Search = SearchUrl.WithoutPage(request);
        Results = await search.SearchAsync(Search with { Size = 1 }, cancellationToken);
        Active = ActiveFilter.Of(Search, Results.Filters);
    }
}
