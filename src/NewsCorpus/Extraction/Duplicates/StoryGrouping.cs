using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Duplicates;

/// <summary>A match of an article that is being placed, with what the caller knows of the other article.</summary>
/// <param name="Match">The match.</param>
/// <param name="IsExcerpt">True where a <see cref="StoryLink"/> already makes the other article an excerpt: its own link of kind <see cref="CopyKind.Excerpt"/>, or a longer article's link to it of kind <see cref="CopyKind.ExcerptedBy"/>.</param>
public sealed record PlacedMatch(CopyMatch Match, bool IsExcerpt);

/// <summary>A match that put two articles into one story; kept with the article so that a story can be taken apart again.</summary>
/// <param name="ArticleId">The article that was placed.</param>
/// <param name="OtherId">The article it was matched with.</param>
/// <param name="Kind">What the first is to the second.</param>
public readonly record struct StoryLink(long ArticleId, long OtherId, CopyKind Kind);

/// <summary>Where an article belongs.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="Absorbed">Stories that are now the same one: all their articles get <paramref name="StoryId"/>.</param>
/// <param name="Links">The matches that count for the story. Other matches are shown on the article and group nothing.</param>
public sealed record StoryPlacement(long StoryId, IReadOnlyList<long> Absorbed, IReadOnlyList<StoryLink> Links);

/// <summary>
/// Stories as connected articles, kept up one article at a time. A story's id is the smallest article id in it, so it depends on what is connected and not on the order in which articles came.
/// <list type="bullet">
/// <item>Exact and near copies connect; where an article connects several stories, they become one.</item>
/// <item>An excerpt never makes two stories one, since two different reports can open with the same agency paragraph. An article without exact or near copies joins the story of its closest
/// excerpt match, or founds its own. An article that already hangs on a longer one does not draw a second longer one in. Here alone the order of arrival can decide, between stories that both hold the excerpt.</item>
/// <item>Before an article is changed or retired, its story is taken apart with <see cref="Regroup"/> over the links that do not touch it; a changed article is then placed anew.</item>
/// </list>
/// </summary>
public static class StoryGrouping
{
    /// <summary>Places an article that belongs to no story at the time.</summary>
    public static StoryPlacement Place(long articleId, IEnumerable<PlacedMatch> matches)
    {
        var known = matches.ToList();
        var connecting = known.Where(known => known.Match.Kind is CopyKind.Exact or CopyKind.Near).Select(known => known.Match).ToList();
        if (connecting.Count == 0)
        {
            connecting = [.. known
                .Where(known => known.Match.Groups && !(known.Match.Kind == CopyKind.ExcerptedBy && known.IsExcerpt))
                .Select(known => known.Match)
                .OrderByDescending(match => match.Containment)
                .ThenByDescending(match => match.Similarity)
                .ThenBy(match => match.ArticleId)
                .Take(1)];
        }
        var stories = connecting.Select(match => match.StoryId).Append(articleId).Distinct().Order().ToList();
        return new StoryPlacement(
            stories[0],
            [.. stories.Skip(1).Where(story => story != articleId)],
            [.. connecting.Select(match => new StoryLink(articleId, match.ArticleId, match.Kind))]);
    }

    /// <summary>The stories that remain of some articles by the links between them. Links to articles not named are passed over.</summary>
    /// <returns>The story id of each article.</returns>
    public static IReadOnlyDictionary<long, long> Regroup(IEnumerable<long> articles, IEnumerable<StoryLink> links)
    {
        var parents = articles.Distinct().ToDictionary(id => id);
        foreach (var link in links)
        {
            if (!parents.ContainsKey(link.ArticleId) || !parents.ContainsKey(link.OtherId))
                continue;
            var (left, right) = (Root(parents, link.ArticleId), Root(parents, link.OtherId));
            parents[Math.Max(left, right)] = Math.Min(left, right);
        }
        return parents.Keys.ToDictionary(id => id, id => Root(parents, id));
    }

    private static long Root(Dictionary<long, long> parents, long id)
    {
        while (parents[id] != id)
        {
            parents[id] = parents[parents[id]];
            id = parents[id];
        }
        return id;
    }
}
