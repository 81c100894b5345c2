using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Receipts;

/// <summary>One receipt. Of one that was deleted the page says so, with status 410.</summary>
public sealed class ReceiptModel(ReceiptStore receipts, ReceiptContents contents, Keepers keepers) : PageModel
{
    public const int Size = 100;

    public Receipt Receipt { get; private set; } = null!;

    public ReceiptHead Head { get; private set; } = null!;

    public IReadOnlyList<ReceiptArticle> Articles { get; private set; } = [];

    /// <summary>Whether its ids are those of articles here.</summary>
    public bool IsOfThisCorpus { get; private set; }

    public int Number { get; private set; }

    public bool MayDelete => keepers.MayDelete(HttpContext, Receipt);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, cancellationToken) is not { } receipt)
            return NotFound();
        (Receipt, Head) = (receipt, ReceiptContents.HeadOf(receipt));
        Number = SearchUrl.Read(Request.Query).Request.Page;
        if (receipt.DeletedAt is not null)
            Response.StatusCode = StatusCodes.Status410Gone;
        IsOfThisCorpus = await contents.IsOfThisCorpusAsync(Head, cancellationToken);
        if (receipt.DeletedAt is null)
            Articles = await contents.PageAsync(receipt, Number, Size, cancellationToken);
        return Page();
    }
}
