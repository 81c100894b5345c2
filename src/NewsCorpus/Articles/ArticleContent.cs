using System.Text.Json.Serialization;

namespace NewsCorpus.Articles;

/// <summary>What a stretch of an article is. The kinds from <see cref="Caption"/> on stand apart from the body.</summary>
public enum BlockKind
{
    /// <summary>The article's title where it stands in the text itself.</summary>
    Headline,
    Standfirst,
    Byline,
    Dateline,
    Heading,
    Paragraph,
    List,
    Quote,

    /// <summary>An editor's note or a correction.</summary>
    Note,

    Caption,

    /// <summary>A photo or agency credit.</summary>
    Credit,

    /// <summary>A call-out that only links to another article.</summary>
    Related,

    /// <summary>"X and Y contributed to this report".</summary>
    Contributor,

    /// <summary>Newsletter sign-ups, "Advertisement", "This article originally appeared in X" and the like.</summary>
    Furniture,

    /// <summary>Words of the article that its page shows a second time, large.</summary>
    [JsonStringEnumMemberName("pull-quote")]
    PullQuote,
}

/// <summary>One stretch of <see cref="ArticleContent.Text"/>. Blocks are in order, never overlap, and leave no letter or digit between them: white space, and the dash or colon behind a dateline.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First UTF-16 offset into the text.</param>
/// <param name="End">Offset just past the block.</param>
/// <param name="Level">For a heading 1 to 6, for a list item its nesting depth from 1, else 0.</param>
public sealed record Block(BlockKind Kind, int Start, int End, int Level = 0)
{
    /// <summary>True for the article's own words; false for captions, credits, links to other articles and furniture.</summary>
    public bool IsBody => Kind < BlockKind.Caption;
}

public enum SpanKind
{
    Link,
    Strong,
    Emphasis,
}

/// <summary>A link or an emphasis inside the text. Offsets as in <see cref="Block"/>.</summary>
/// <param name="Href">For a link its absolute http, https or mailto address, else null.</param>
public sealed record InlineSpan(SpanKind Kind, int Start, int End, string? Href = null);

/// <summary>The readable text of an article and what its parts are. Immutable.</summary>
/// <param name="Text">All blocks in reading order, NFC, "\n" line ends, blocks of their own parted by "\n\n". A dateline and the paragraph it opens share a line.</param>
public sealed record ArticleContent(string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<InlineSpan> Spans)
{
    public static ArticleContent Empty { get; } = new("", [], []);

    public ReadOnlySpan<char> Of(Block block) => Text.AsSpan(block.Start, block.End - block.Start);
}
