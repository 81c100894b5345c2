using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

public sealed class PlainTextBlocksTests
{
    private static string[] Read(string text) => Contents.Of(text).Text.Split("\n\n");

    [Fact]
    public void Parts_paragraphs_at_blank_lines()
    {
        Assert.Equal(["The ferry is back.", "The town is glad."], Read("\n\nThe ferry  is back. \n \t\n\n\nThe town is glad.\n\n\n"));
    }

    [Fact]
    public void Takes_each_line_for_a_paragraph_where_only_lines_part_them()
    {
        Assert.Equal(
            ["The ferry is back after a long repair, and the whole town came to the quay to see it sail out for the first time since the spring.", "It is slow.", "Nobody minds, the captain said, as long as it comes back in the evening with everyone on board and the post bag full."],
            Read("The ferry is back after a long repair, and the whole town came to the quay to see it sail out for the first time since the spring.\nIt is slow.\nNobody minds, the captain said, as long as it comes back in the evening with everyone on board and the post bag full.\n\n\n"));
    }

    [Fact]
    public void Joins_wrapped_lines()
    {
        const string text =
            """
            The ferry is back after a repair that took the yard most of the
            year, and the whole town came down to the quay to see it sail out
            past the lighthouse once more.

            The captain said the old engine had been taken out piece by piece
            and that a new one, built in the north, had been put in its place
            without a single day of delay.
            """;
        Assert.Equal(
            [
                "The ferry is back after a repair that took the yard most of the year, and the whole town came down to the quay to see it sail out past the lighthouse once more.",
                "The captain said the old engine had been taken out piece by piece and that a new one, built in the north, had been put in its place without a single day of delay.",
            ],
            Read(text));
    }

    [Fact]
    public void Parts_wrapped_paragraphs_by_indentation()
    {
        const string text =
            "   The ferry is back after a repair that took the yard most of the\nyear, and the whole town came down to the quay to see it sail out\npast the lighthouse once more.\n" +
            "   The captain said the old engine had been taken out piece by piece\nand that a new one had been put in.\n";
        Assert.Equal(2, Read(text).Length);
    }

    [Fact]
    public void Parts_wrapped_paragraphs_by_their_short_last_line()
    {
        const string text =
            "The ferry is back after a repair that took the yard most of the\nyear, and the whole town came down to the quay to see it sail out\npast the lighthouse once more.\n" +
            "The captain said the old engine had been taken out piece by piece\nand that a new one had been put in.";
        Assert.Equal(2, Read(text).Length);
    }

    [Fact]
    public void Joins_hyphens_without_a_space_and_dashes_with_one()
    {
        const string text =
            "The deputy harbour master, who had been a member of the twenty-\nfive strong crew for a decade, said the ferry was ready to sail -\nand so was he, at any rate on the days when the soft\u00AD\nness of the weather allowed it to leave the port and the bay --\nas it should.";
        Assert.Equal(
            "The deputy harbour master, who had been a member of the twenty-five strong crew for a decade, said the ferry was ready to sail - and so was he, at any rate on the days when the softness of the weather allowed it to leave the port and the bay -- as it should.",
            Contents.Of(text).Text);
    }

    [Fact]
    public void Goes_on_with_a_line_that_starts_in_a_sentence()
    {
        Assert.Equal(["The ferry is back and sails daily.", "It is slow."], Read("The ferry is back\nand sails daily.\nIt is slow.\n\n"));
    }

    [Fact]
    public void Reads_lists_with_bullets()
    {
        var content = Contents.Of("The plan:\n\n- one ferry\n- two buses\n\n• a tram\n\n- and more, she said.");
        Assert.Equal(["Paragraph: The plan:", "List: one ferry", "List: two buses", "List: a tram", "Paragraph: - and more, she said."], Contents.Lines(content));
        Assert.Equal(1, content.Blocks[1].Level);
    }

    [Fact]
    public void Leaves_out_invisible_characters()
    {
        Assert.Equal("The ferry is back.", Contents.Of("\u0002The fer\u00ADry\u200B is\u00A0\f back\u202E.\u001A").Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("\u200B")]
    public void Gives_nothing_for_nothing(string text)
    {
        Assert.Empty(Contents.Of(text).Blocks);
    }

    [Fact]
    public void Loses_no_word_of_any_text()
    {
        string[] parts = [" ", "\n", "\n\n", "  ", "\n   ", "- ", "\n- ", "\n* ", ".\n", "\t", ". ", "-\n", " – ", "(AP) ", "By ", "Photograph: ", "© ", "READ MORE: ", "\n\nNEW PORT (AP) - "];
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var words = Enumerable.Range(0, 40).Select(n => (random.Next(3) == 0 ? "W" : "w") + "ord" + (char)('a' + n % 26) + n).ToArray();
            var text = string.Concat(words.Select(w => w + parts[random.Next(parts.Length)]));
            var content = Contents.Of(text);
            Assert.All(words, w => Assert.Contains(content.Blocks, b => content.Of(b).Contains(w, StringComparison.Ordinal)));
        }
    }
}
