using NewsCorpus.Articles;
using NewsCorpus.Extraction.Titles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Titles;

public sealed class WordCounterTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("— … !", 0)]
    [InlineData("The ferry sank.", 3)]
    [InlineData("It’s a well-known $1,200.50 boat", 5)]
    [InlineData("One – two", 2)]
    [InlineData("the end.Then, and/or the U.S. Navy", 8)]
    [InlineData("港は閉じた", 5)]
    [InlineData("naïve cafe\u0301", 2)]
    public void Counts_words(string text, int expected) => Assert.Equal(expected, WordCounter.Count(text));

    [Fact]
    public void Counts_the_body_only() =>
        Assert.Equal(3, WordCounter.Count(Draft.Blocks((BlockKind.Caption, "A caption here"), (BlockKind.Paragraph, "The ferry sank."), (BlockKind.Furniture, "Advertisement"))));
}
