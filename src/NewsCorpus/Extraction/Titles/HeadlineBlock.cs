using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Titles;

/// <summary>Tells the title where it stands in the text itself, so that it is neither read nor counted twice.</summary>
public static class HeadlineBlock
{
    /// <summary>Blocks at the top among which it is looked for.</summary>
    private const int MaxPlace = 8;

    private static readonly string[] TitleKeys = ["title", "headline", "og:title", "twitter:title", "dc.title", "subject"];

    /// <summary>The content with the block that is the title named so: the one that the title was taken from, else one before the first paragraph with the words of a stated title.</summary>
    public static ArticleContent Mark(ArticleContent content, ArticleDraft draft, TitleFinding title)
    {
        var at = title.Headline is { } headline ? IndexOf(content, headline) : Find(content, draft, title);
        if (at < 0)
            return content;
        var blocks = content.Blocks.ToArray();
        blocks[at] = blocks[at] with { Kind = BlockKind.Headline, Level = 0 };
        return content with { Blocks = blocks };
    }

    private static int IndexOf(ArticleContent content, Block block)
    {
        for (var i = 0; i < content.Blocks.Count; i++)
            if (content.Blocks[i] == block)
                return i;
        return -1;
    }

    private static int Find(ArticleContent content, ArticleDraft draft, TitleFinding title)
    {
        if (title.Kind != FactKind.Stated)
            return -1;
        HashSet<string>? keys = null;
        // A heading of the first level above all text is the title in other words.
        var top = -1;
        for (var i = 0; i < content.Blocks.Count && i < MaxPlace; i++)
        {
            var block = content.Blocks[i];
            var isPossible = block.Kind is BlockKind.Heading or BlockKind.Paragraph && block.End - block.Start <= 2 * TitleReader.MaxStatedHeadline;
            if (isPossible && (keys ??= Keys(draft, title)).Contains(NameKey.Of(content.Of(block).ToString())))
                return i;
            if (block is { Kind: BlockKind.Heading, Level: 1 })
                top = top < 0 ? i : top;
            if (block.Kind is BlockKind.Paragraph && content.Of(block).TrimEnd() is [.., '.'])
                break;
        }
        return top;
    }

    private static HashSet<string> Keys(ArticleDraft draft, TitleFinding title)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { NameKey.Of(title.Title) };
        foreach (var field in draft.Fields)
            if (Array.IndexOf(TitleKeys, field.Key) >= 0)
                keys.Add(NameKey.Of(field.Value));
        return keys;
    }
}
