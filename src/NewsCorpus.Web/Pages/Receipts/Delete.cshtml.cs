using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Receipts;

/// <summary>Asks before a receipt is deleted: by its owner or an admin.</summary>
[Authorize(Policy = Access.Keeper)]
public sealed class DeleteModel(ReceiptStore receipts, Keepers keepers) : PageModel
{
    [BindProperty]
    public string? Note { get; set; }

    [TempData]
    public string? Notice { get; set; }

    public Receipt Receipt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } refused)
            return refused;
        await receipts.DeleteAsync(id, keepers.Of(HttpContext)!.Name, string.IsNullOrWhiteSpace(Note) ? null : Words.Shorten(Note.Trim(), Receipt.LongestNote), cancellationToken);
        Notice = $"Receipt {id} is deleted.";
        return LocalRedirect(KeepUrl.Receipts);
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, cancellationToken) is not { DeletedAt: null } receipt)
            return NotFound();
        Receipt = receipt;
        return keepers.MayDelete(HttpContext, receipt) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}
