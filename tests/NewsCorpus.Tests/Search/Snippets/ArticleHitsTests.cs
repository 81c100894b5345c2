using NewsCorpus.Articles;
using NewsCorpus.Search.Snippets;
using Xunit;

namespace NewsCorpus.Tests.Search.Snippets;

public sealed class ArticleHitsTests
{
    private const string Title = "Ferries in the bay";
    private const string Text = "The ferry left the old bay. A ferry!\n\nThe ferry at dusk";

    private static readonly Block[] Blocks = [new(BlockKind.Paragraph, 0, 36), new(BlockKind.Caption, 38, Text.Length)];

    [Theory]
    [InlineData("ferry", "Ferries|ferry ferry ferry")]
    [InlineData("\"ferry\"", "|ferry ferry ferry")]
    [InlineData("\"old bay\" bay", "bay|old bay")]
    [InlineData("text:ferry", "|ferry ferry")]
    [InlineData("caption:ferry -bay", "|ferry")]
    [InlineData("title:ferry", "Ferries|")]
    [InlineData("date:2026 length>3", "|")]
    [InlineData("", "|")]
    public void Marks_what_the_query_asks_for(string query, string expected)
    {
        var hits = ArticleHits.Find(query, new DateOnly(2026, 1, 1), Title, Text, Blocks);

        Assert.Equal(expected, string.Join(' ', hits.Title.Select(h => Title[h.Start..h.End])) + "|" + string.Join(' ', hits.Text.Select(h => Text[h.Start..h.End])));
        Assert.Equal(hits.Title.Count + hits.Text.Count, hits.Count);
    }

    [Fact]
    public void Makes_one_place_of_places_that_overlap()
    {
        var hits = ArticleHits.None.And([new(19, 26, 0), new(23, 30, 0), new(4, 9, 0)]);

        Assert.Equal([(4, 9), (19, 30)], hits.Text.Select(h => (h.Start, h.End)));
    }
}
