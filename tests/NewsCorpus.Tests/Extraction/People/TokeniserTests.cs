using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("Ada Wren's boat", "Ada|Wren|'s|boat")]
    [InlineData("Ada Wren’s boat", "Ada|Wren|’s|boat")]
    [InlineData("the Wrens' boat", "the|Wrens|'|boat")]
    [InlineData("Cormac O’Darragh", "Cormac|O’Darragh")]
    [InlineData("He didn't go", "He|didn't|go")]
    [InlineData("Mr. Wren and Gov. Pell", "Mr.|Wren|and|Gov.|Pell")]
    [InlineData("She met Wren.", "She|met|Wren|.")]
    [InlineData("J. T. Wren of the U.S. Navy", "J.|T.|Wren|of|the|U.S.|Navy")]
    [InlineData("J.D. Pell", "J.D.|Pell")]
    [InlineData("Solheim-Vance and Tsai Ing-wen", "Solheim-Vance|and|Tsai|Ing-wen")]
    [InlineData("Wren-backed, Wren-led", "Wren|-|backed|,|Wren|-|led")]
    [InlineData("anti-Wren but al-Karim", "anti|-|Wren|but|al-Karim")]
    [InlineData("at 10:30, 2,000 of 3.5", "at|10:30|,|2,000|of|3.5")]
    [InlineData("https://halder.example/a?b=c now", "https://halder.example/a?b=c|now")]
    [InlineData("“Go,” she said", "“|Go|,|”|she|said")]
    public void Cuts_words_the_way_names_need_it(string text, string expected)
    {
        var tokens = new List<Token>();
        Tokeniser.Tokenise(text, 0, text.Length, tokens);
        Assert.Equal((string[])expected.Split('|'), (string[])[.. tokens.ConvertAll(t => t.In(text).ToString())]);
    }

    [Fact]
    public void Covers_everything_but_white_space_when_the_text_is_odd()
    {
        const string Text = "\u0000a\uD83D\uDE00'’-.\uFEFF..é’s U.S.-led -x- 'tis Wren’s’ --\uD800";
        var tokens = new List<Token>();
        Tokeniser.Tokenise(Text, 0, Text.Length, tokens);
        var last = 0;
        foreach (var token in tokens)
        {
            Assert.True(token.Start >= last && token.End > token.Start && token.End <= Text.Length);
            Assert.True(string.IsNullOrWhiteSpace(Text[last..token.Start].Trim('\0')));
            last = token.End;
        }
        Assert.Equal(Text.Length, last);
    }
}
