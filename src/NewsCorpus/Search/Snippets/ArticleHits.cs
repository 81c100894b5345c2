using NewsCorpus.Articles;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Snippets;

/// <summary>All places of an article that a query asks for, to be marked where it is read: the same words that its snippet marks.</summary>
/// <param name="Title">Places in the title, in order, none inside another.</param>
/// <param name="Text">Places in the text, in order, none inside another.</param>
public sealed record ArticleHits(IReadOnlyList<TextMatch> Title, IReadOnlyList<TextMatch> Text)
{
    public static ArticleHits None { get; } = new([], []);

    public int Count => Title.Count + Text.Count;

    /// <summary>With further places of the text, the names of people who were asked for.</summary>
    public ArticleHits And(IEnumerable<TextMatch> places) => this with { Text = Joined(Text.Concat(places)) };

    /// <param name="query">As typed; null or blank for none.</param>
    /// <param name="today">What "date:last-30-days" counts from; nothing of a date is marked.</param>
    public static ArticleHits Find(string? query, DateOnly today, string title, string text, IReadOnlyList<Block> blocks)
    {
        if (QueryParser.Parse(query, today).Root is not { } root)
            return None;
        var finder = new MatchFinder(root);
        var found = new List<TextMatch>();
        foreach (var block in blocks)
        {
            // The headline stands above the text, as the title.
            if (block.IsBody && block.Kind != BlockKind.Headline)
                found.AddRange(finder.Find(text, block.Start, block.End, QueryField.Text));
            else if (block.Kind is BlockKind.Caption or BlockKind.Credit)
                found.AddRange(finder.Find(text, block.Start, block.End, QueryField.Caption));
        }
        return new(Joined(finder.Find(title, 0, title.Length, QueryField.Title)), Joined(found));
    }

    /// <summary>Where several clauses want the same words, they are one place.</summary>
    private static List<TextMatch> Joined(IEnumerable<TextMatch> matches)
    {
        var joined = new List<TextMatch>();
        foreach (var match in matches.OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            if (joined.Count > 0 && match.Start < joined[^1].End)
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, match.End) };
            else
                joined.Add(match);
        }
        return joined;
    }
}
