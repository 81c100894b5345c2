using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>What is known of one article of a story.</summary>
/// <param name="Outlet">Name of the publisher, or null.</param>
/// <param name="Agency">Wire agency that the article credits, or null. Spelled as outlets are, so that an agency's own article is known by it.</param>
/// <param name="IsExcerpt">True where it is a part of another article of the story.</param>
public sealed record StoryMember(long ArticleId, ArticleDate? Date, string? Outlet, string? Agency, int WordCount, bool IsExcerpt = false);

/// <summary>Why an article was taken for the first of its story.</summary>
public enum OriginReason
{
    /// <summary>No other.</summary>
    OnlyArticle = 0,

    /// <summary>The agency that the others credit published it, and no article is dated to an earlier day.</summary>
    AgencyItself = 1,

    /// <summary>Its date is the earliest.</summary>
    EarliestDate = 2,

    /// <summary>Others bear the same date; it is the one that credits no agency, is whole, or is the longest.</summary>
    SameDate = 3,

    /// <summary>No article of the story is dated: the longest.</summary>
    Undated = 4,
}

/// <summary>The earliest article of a story as far as is known, and the wire agency behind it.</summary>
/// <param name="ArticleId">The earliest article: the one the others are compared with.</param>
/// <param name="Agency">The agency that the articles credit most often, or null. It is the source even where none of the articles is its own.</param>
public sealed record StoryOrigin(long ArticleId, OriginReason Reason, string? Agency)
{
    /// <summary>
    /// Finds the first article. Days are compared as each article states them; instants only where both state one. A month or year counts as its last day, so it is earlier than a day only
    /// where it must be. Undated articles come after dated ones. The outcome does not depend on the order of the members.
    /// </summary>
    /// <exception cref="ArgumentException">There are no members.</exception>
    public static StoryOrigin Of(IEnumerable<StoryMember> members)
    {
        var all = members.ToList();
        if (all.Count == 0)
            throw new ArgumentException("A story has at least one article.", nameof(members));
        var agency = all.Where(member => member.Agency is not null)
            .GroupBy(member => NameKey.Of(member.Agency!), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Select(member => member.Agency).Min(StringComparer.Ordinal))
            .FirstOrDefault();
        var firstDay = all.Min(Day);
        var earliest = all.Where(member => Day(member) == firstDay).ToList();
        var own = earliest.Where(member => IsOf(member.Outlet, agency)).ToList();
        var pool = own.Count > 0 ? own : earliest;
        // The instant decides only where every article of that day states one: a bare day may be any hour of it.
        if (pool.TrueForAll(member => member.Date?.Instant is not null))
        {
            var firstInstant = pool.Min(member => member.Date!.Value.Instant);
            pool = pool.FindAll(member => member.Date!.Value.Instant == firstInstant);
        }
        var first = pool
            .OrderBy(member => member.IsExcerpt)
            .ThenBy(member => member.Agency is not null && !IsOf(member.Outlet, member.Agency))
            .ThenByDescending(member => member.WordCount)
            .ThenBy(member => member.ArticleId)
            .First();
        var reason = all.Count == 1 ? OriginReason.OnlyArticle
            : firstDay == DateOnly.MaxValue ? OriginReason.Undated
            : own.Count > 0 && earliest.Count > 1 ? OriginReason.AgencyItself
            : pool.Count == 1 ? OriginReason.EarliestDate
            : OriginReason.SameDate;
        return new StoryOrigin(first.ArticleId, reason, agency);
    }

    private static DateOnly Day(StoryMember member) => member.Date?.LastDay ?? DateOnly.MaxValue;

    private static bool IsOf(string? outlet, string? agency) => outlet is not null && agency is not null && NameKey.Of(outlet) == NameKey.Of(agency);
}
