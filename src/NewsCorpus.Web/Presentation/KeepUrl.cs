using NewsCorpus.Search;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Web.Presentation;

/// <summary>The addresses of saved searches and receipts.</summary>
public static class KeepUrl
{
    public const string Saved = "/saved";
    public const string Receipts = "/receipts";

    /// <summary>Where a search is given a name.</summary>
    public static string Save(SearchRequest search) => "/saved/new" + SearchUrl.QueryString(Kept(search));

    /// <summary>Leads to what a saved search finds.</summary>
    public static string Of(SavedSearch saved) => $"/saved/{saved.Id}";

    public static string Feed(SavedSearch saved) => $"/saved/{saved.FeedKey:N}/feed.atom";

    /// <summary>What is new or changed since a revision, of a search.</summary>
    public static string Fresh(SearchRequest search, long revision) => SearchUrl.Results(search.ChangedSince(revision));

    /// <summary>A search as it is kept: whole, and not as of a revision, which is kept beside it.</summary>
    public static SearchRequest Kept(SearchRequest search) => SearchUrl.WithoutPage(search) with { Since = null };

    public static string MakeReceipt(SearchRequest search) => "/receipts/new" + SearchUrl.QueryString(SearchUrl.WithoutPage(search));

    public static string Receipt(long id) => $"/receipts/{id}";

    public static string ReceiptFile(long id) => $"/receipts/{id}/receipt.json";

    /// <param name="show">The change whose articles are listed; null for the first that there is.</param>
    public static string Again(long id, ReceiptChange? show = null, int page = 1) =>
        $"/receipts/{id}/again{(show is null ? "" : $"?show={NameOf(show.Value)}")}{(page == 1 ? "" : $"&page={page}")}";

    public static string DeleteReceipt(long id) => $"/receipts/{id}/delete";

    /// <summary>A change as addresses and the API name it.</summary>
    public static string NameOf(ReceiptChange change) => change.ToString().ToLowerInvariant();

    /// <summary>Null for any other word.</summary>
    public static ReceiptChange? Read(string? word) => Enum.GetValues<ReceiptChange>().Cast<ReceiptChange?>().FirstOrDefault(c => NameOf(c!.Value) == word);
}
