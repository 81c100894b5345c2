using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Pages.Receipts;

/// <summary>The search of a receipt run again, beside the receipt.</summary>
public sealed class AgainModel(ReceiptStore receipts, ReceiptRerun rerun, ReceiptDifferences differences) : PageModel
{
    /// <summary>Articles listed on one page.</summary>
    public const int Size = 25;

    public Receipt Receipt { get; private set; } = null!;

    public ReceiptHead Head { get; private set; } = null!;

    public SearchRequest Search { get; private set; } = new();

    public ReceiptComparison Comparison { get; private set; } = null!;

    /// <summary>Whether the receipt is of another corpus.</summary>
    public bool IsOther => Comparison.Theirs is not null;

    /// <summary>The change whose articles are listed; null where there is none.</summary>
    public ReceiptChange? Shown { get; private set; }

    public int Number { get; private set; }

    public IReadOnlyList<ReceiptDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, cancellationToken) is not { } receipt)
            return NotFound();
        if (receipt.DeletedAt is not null)
            return LocalRedirect(KeepUrl.Receipt(id));
        (Receipt, Head) = (receipt, ReceiptContents.HeadOf(receipt));
        Search = SearchUrl.ReadAddress(Head.Search).Request;
        Number = SearchUrl.Read(Request.Query).Request.Page;
        Comparison = await rerun.CompareAsync(receipt, Search, cancellationToken);
        Shown = KeepUrl.Read(Request.Query["show"]) is { } asked && Comparison.Changes.ContainsKey(asked) ? asked : Enum.GetValues<ReceiptChange>().Cast<ReceiptChange?>().FirstOrDefault(c => Comparison.Changes.GetValueOrDefault(c!.Value) is { Count: > 0 });
        if (Shown is { } shown)
            Differences = await differences.ReadAsync(id, Comparison, Search, shown, [.. Comparison.Changes[shown].Skip((int)Math.Min((Number - 1L) * Size, int.MaxValue)).Take(Size)], cancellationToken);
        return Page();
    }

    public string Name(ReceiptChange change) => change switch
    {
        ReceiptChange.Absent => "Not in this corpus",
        ReceiptChange.Added when IsOther => "Only here",
        ReceiptChange.Gone when IsOther => "Here, but not found",
        ReceiptChange.Text when IsOther => "Of another text",
        ReceiptChange.Title when IsOther => "Of another title",
        ReceiptChange.Date when IsOther => "Of another date",
        ReceiptChange.Outlet when IsOther => "Of another outlet",
        ReceiptChange.Added => "New",
        ReceiptChange.Gone => "Gone",
        ReceiptChange.Text => "Text changed",
        ReceiptChange.Title => "Title changed",
        ReceiptChange.Date => "Re-dated",
        _ => "Moved to another outlet",
    };

    /// <summary>What stood there then and stands there now.</summary>
    public (string? Then, string? Now) Values(ReceiptDifference difference) => Shown switch
    {
        ReceiptChange.Title => (difference.Then?.Title, difference.Now.Title),
        ReceiptChange.Date => (DateOf(difference.Then), DateOf(difference.Now)),
        ReceiptChange.Outlet => (difference.Then?.Outlet ?? "unknown", difference.Now.Outlet ?? "unknown"),
        ReceiptChange.Text => (difference.Then?.Hash[..12] + "…", difference.Now.Hash[..12] + "…"),
        _ => (null, null),
    };

    public string InWords(IReadOnlyList<FilterInForce> filters) =>
        filters.Count == 0 ? "none" : string.Join(", ", filters.Select(f => $"{(f.IsExcluded ? "not " : "")}{f.Filter} {f.Name}{(f.IsKnown ? "" : " (not in the corpus)")}"));

    private static string DateOf(ReceiptArticle? article) => article?.Date ?? (article?.Estimate is { } window ? $"undated (probably {window.Replace("/", " to ", StringComparison.Ordinal)})" : "undated");
}
