using NewsCorpus.Articles;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Tests.Presentation;

public sealed class ArticleLayoutTests
{
    [Fact]
    public void Joins_a_dateline_with_the_paragraph_on_its_line()
    {
        const string text = "HALDER - It rained.\n\nIt stopped.";

        var layout = ArticleLayout.Of(text, [new(BlockKind.Dateline, 0, 6), new(BlockKind.Paragraph, 9, 19), new(BlockKind.Paragraph, 21, 32)]);

        Assert.Equal(2, layout.Body.Count);
        Assert.Equal((0, 19), (layout.Body[0].Start, layout.Body[0].End));
        Assert.Equal(BlockKind.Paragraph, layout.Body[0].Kind);
    }

    [Fact]
    public void Leaves_a_dateline_of_its_own_line_alone()
    {
        const string text = "HALDER\n\nIt rained.";

        var layout = ArticleLayout.Of(text, [new(BlockKind.Dateline, 0, 6), new(BlockKind.Paragraph, 8, 18)]);

        Assert.Equal([BlockKind.Dateline, BlockKind.Paragraph], layout.Body.Select(g => g.Kind));
    }

    [Fact]
    public void Never_skips_a_level_of_headings()
    {
        int[] levels = [4, 6, 5, 2, 1, 3, 3];
        var blocks = levels.Select((level, i) => new Block(BlockKind.Heading, i, i + 1, level)).ToList();

        Assert.Equal([2, 3, 3, 2, 2, 3, 3], ArticleLayout.Of("abcdefg", blocks).Body.Select(g => g.Heading));
    }

    [Fact]
    public void Gathers_lists_quotes_and_captions_with_their_credits()
    {
        BlockKind[] kinds = [BlockKind.Caption, BlockKind.Credit, BlockKind.List, BlockKind.List, BlockKind.Quote, BlockKind.Quote, BlockKind.Caption];
        var blocks = kinds.Select((kind, i) => new Block(kind, i, i + 1)).ToList();

        Assert.Equal([2, 2, 2, 1], ArticleLayout.Of("abcdefg", blocks).Body.Select(g => g.Blocks.Count));
    }

    [Fact]
    public void Puts_what_is_not_the_article_apart()
    {
        BlockKind[] kinds = [BlockKind.Paragraph, BlockKind.Note, BlockKind.Contributor, BlockKind.Related, BlockKind.Furniture];

        var layout = ArticleLayout.Of("abcde", [.. kinds.Select((kind, i) => new Block(kind, i, i + 1))]);

        Assert.Single(layout.Body);
        Assert.Single(layout.Notes);
        Assert.Single(layout.Contributors);
        Assert.Single(layout.Related);
        Assert.Single(layout.Furniture);
    }
}
