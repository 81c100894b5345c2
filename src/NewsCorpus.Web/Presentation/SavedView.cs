using NewsCorpus.Search;
using NewsCorpus.Search.Counting;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Web.Presentation;

/// <summary>A saved search with what is new to it.</summary>
/// <param name="Filters">Its filters, by name.</param>
/// <param name="Fresh">Null where it was not counted.</param>
public sealed record SavedView(SavedSearch Saved, SearchRequest Request, IReadOnlyList<ActiveFilter> Filters, FreshCount? Fresh)
{
    /// <summary>What the counts are of.</summary>
    public bool IsOfStories => Request.Copies == CopiesMode.Group;

    /// <summary>All that is new to some searches, in their order, and the revision that was looked at.</summary>
    public static async Task<(IReadOnlyList<SavedView> Views, long Revision, long Article)> OfAsync(IReadOnlyList<SavedSearch> searches, FreshSearch fresh, CancellationToken cancellationToken)
    {
        var requests = searches.Select(s => SearchUrl.ReadAddress(s.Address).Request).ToList();
        var found = await fresh.CountAsync([.. searches.Select((s, i) => new FollowedSearch(requests[i], s.SeenRevision, s.SeenArticle))], cancellationToken);
        return ([.. searches.Select((s, i) => new SavedView(s, requests[i], ActiveFilter.Of(requests[i], found.Filters[i]), found.Counts[i]))], found.Revision, found.Article);
    }

    /// <summary>"3 new stories, 1 changed", or that there is nothing new.</summary>
    public string News => Fresh switch
    {
        null => "Not counted: the query takes too long, or a part of it cannot be read any more",
        { Total: 0 } => "Nothing new",
        { Added: 0 } => $"{Units(Fresh.Changed, "")} changed",
        { Changed: 0 } => Units(Fresh.Added, "new "),
        _ => $"{Units(Fresh.Added, "new ")}, {Words.Number(Fresh.Changed)} changed",
    };

    private string Units(int count, string which) => IsOfStories ? Words.Count(count, which + "story", which + "stories") : Words.Count(count, which + "article", which + "articles");
}
