using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Saved;

/// <summary>Where a search is given a name.</summary>
[Authorize(Policy = Access.Keeper)]
public sealed class NewModel(SavedSearches saved, ArticleSearch search, FreshSearch fresh, Keepers keepers) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Up to where the person had seen the results when the page was made.</summary>
    [BindProperty]
    public long? Revision { get; set; }

    [BindProperty]
    public long? Article { get; set; }

    [TempData]
    public string? Notice { get; set; }

    public SearchRequest Search { get; private set; } = new();

    public SearchResults Results { get; private set; } = null!;

    public IReadOnlyList<ActiveFilter> Active { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (request, problems) = SearchUrl.Read(Request.Query);
        if (problems.Count > 0)
            return LocalRedirect(SearchUrl.Results(request));
        await ShowAsync(request, cancellationToken);
        Name ??= Words.Shorten(string.Join(", ", new[] { Search.Query }.OfType<string>().Concat(Active.Select(f => f.Value))), SavedSearch.LongestName - 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var request = KeepUrl.Kept(SearchUrl.Read(Request.Query).Request);
        var now = await fresh.CountAsync([], cancellationToken);
        var kept = await saved.AddAsync(keepers.Of(HttpContext)!.Id, Name, Note, SearchUrl.Whole(request), Math.Clamp(Revision ?? now.Revision, 0, now.Revision), Math.Clamp(Article ?? now.Article, 0, now.Article), cancellationToken);
        if (kept.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(Name), problem);
            await ShowAsync(request, cancellationToken);
            return Page();
        }
        Notice = $"“{kept.Value!.Name}” is saved. From now on this page tells what is new to it.";
        return LocalRedirect(KeepUrl.Saved);
    }

    private async Task ShowAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Search = KeepUrl.Kept(request);
        var now = await fresh.CountAsync([], cancellationToken);
        (Revision, Article) = (Revision ?? now.Revision, Article ?? now.Article);
        Results = await search.SearchAsync(Search with { Size = 1 }, cancellationToken);
        Active = ActiveFilter.Of(Search, Results.Filters);
    }
}
