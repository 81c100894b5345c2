using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Accounts;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Receipts;

/// <summary>All receipts, and the form that brings one in from its file.</summary>
public sealed class IndexModel(ReceiptStore receipts, Keepers keepers) : PageModel
{
    private const int Size = 50;

    public IReadOnlyList<(Receipt Receipt, ReceiptHead Head)> Receipts { get; private set; } = [];

    public int Total { get; private set; }

    public Pager Pager { get; private set; } = Pager.Of(1, 0, 1, _ => "");

    public bool MayKeep => keepers.Of(HttpContext) is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var page = SearchUrl.Read(Request.Query).Request.Page;
        var (items, total) = await receipts.ListAsync(page, Size, cancellationToken);
        Receipts = [.. items.Select(r => (r, ReceiptContents.HeadOf(r)))];
        Total = total;
        Pager = Pager.Of(page, total, Size, number => number == 1 ? KeepUrl.Receipts : $"{KeepUrl.Receipts}?page={number}");
    }
}
