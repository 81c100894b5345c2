using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search.Counting;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Saved;

/// <summary>The searches that somebody keeps, and what is new to each.</summary>
[Authorize(Policy = Access.Keeper)]
public sealed class IndexModel(SavedSearches saved, FreshSearch fresh, Keepers keepers) : PageModel
{
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The form that takes back what the notice tells of: handler, then its fields; null where there is none.</summary>
    [TempData]
    public string? Undo { get; set; }

    public IReadOnlyList<SavedView> Searches { get; private set; } = [];

    public IReadOnlyList<SavedSearch> Removed { get; private set; } = [];

    /// <summary>The revision of the corpus that the counts are of, and the largest article id then: what a form of this page marks as seen is what the page has counted.</summary>
    public long Revision { get; private set; }

    public long Article { get; private set; }

    public bool IsLocal => keepers.Of(HttpContext)!.Id == SavedSearch.LocalReader;

    private string Owner => keepers.Of(HttpContext)!.Id;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Searches, Revision, Article) = await SavedView.OfAsync(await saved.ListAsync(Owner, removed: false, cancellationToken), fresh, cancellationToken);
        Removed = await saved.ListAsync(Owner, removed: true, cancellationToken);
    }

    /// <summary>Shows what is new, which is then seen.</summary>
    public async Task<IActionResult> OnPostOpenAsync(long id, long revision, long article, CancellationToken cancellationToken)
    {
        if (await saved.FindAsync(Owner, id, cancellationToken) is not { } before)
            return NotFound();
        await saved.SeeAsync(Owner, id, revision, article, cancellationToken);
        return LocalRedirect(KeepUrl.Fresh(SearchUrl.ReadAddress(before.Address).Request, before.SeenRevision));
    }

    public async Task<IActionResult> OnPostLookAsync(long id, long revision, long article, CancellationToken cancellationToken)
    {
        if (await saved.FindAsync(Owner, id, cancellationToken) is not { } before)
            return NotFound();
        await saved.SeeAsync(Owner, id, revision, article, cancellationToken);
        return Done(revision < before.SeenRevision ? $"“{before.Name}” is as it was before." : $"“{before.Name}” is marked as looked at.", revision < before.SeenRevision ? null : Form("look", id, before.SeenRevision, before.SeenArticle));
    }

    public async Task<IActionResult> OnPostLookAllAsync(long revision, long article, CancellationToken cancellationToken)
    {
        var mine = await saved.ListAsync(Owner, removed: false, cancellationToken);
        var before = await saved.SeeAsync(Owner, [.. mine.Select(s => new SeenMark(s.Id, revision, article))], cancellationToken);
        return Done($"{Words.Count(mine.Count, "search is", "searches are")} marked as looked at.", before.Count == 0 ? null : $"unlookall {SeenMarks.Write(before)}");
    }

    public async Task<IActionResult> OnPostUnlookAllAsync(string? marks, CancellationToken cancellationToken)
    {
        var back = await saved.SeeAsync(Owner, SeenMarks.Read(marks), cancellationToken);
        return Done($"{Words.Count(back.Count, "search is as it was", "searches are as they were")} before.");
    }

    public async Task<IActionResult> OnPostChangeAsync(long id, string? name, string? note, CancellationToken cancellationToken)
    {
        var kept = await saved.ChangeAsync(Owner, id, name, note, cancellationToken);
        if (kept.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(name), problem);
            await OnGetAsync(cancellationToken);
            return Page();
        }
        return kept.Value is { } changed ? Done($"“{changed.Name}” is changed.") : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken cancellationToken) =>
        (await saved.RemoveAsync(Owner, id, cancellationToken)).Value is { } removed ? Done($"“{removed.Name}” is removed.", Form("back", id)) : NotFound();

    public async Task<IActionResult> OnPostBackAsync(long id, CancellationToken cancellationToken) =>
        (await saved.BringBackAsync(Owner, id, cancellationToken)).Value is { } back ? Done($"“{back.Name}” is back.") : NotFound();

    private LocalRedirectResult Done(string notice, string? undo = null)
    {
        (Notice, Undo) = (notice, undo);
        return LocalRedirect(KeepUrl.Saved);
    }

    private static string Form(string handler, params long[] fields) => string.Join(' ', fields.Select(f => f.ToString(CultureInfo.InvariantCulture)).Prepend(handler));
}
