using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("The bridge closed. Ferries ran late.", "The bridge closed.|Ferries ran late.")]
    [InlineData("Is it over? Not yet! More soon…", "Is it over?|Not yet!|More soon…")]
    [InlineData("Mr. Vesper met Sen. Amara Lund on Jan. 8. They agreed.", "Mr. Vesper met Sen. Amara Lund on Jan. 8.|They agreed.")]
    [InlineData("The vote was put off to Jan. Nobody knew why.", "The vote was put off to Jan.|Nobody knew why.")]
    [InlineData("The U.S. Harbour Board met. He left the U.S. The rest stayed.", "The U.S. Harbour Board met.|He left the U.S.|The rest stayed.")]
    [InlineData("J. R. Okoro spoke for Acme Corp. Shares were flat. Acme Inc. The end.", "J. R. Okoro spoke for Acme Corp. Shares were flat.|Acme Inc.|The end.")]
    [InlineData("It rose 3.5 percent to $4.20. Then it fell.", "It rose 3.5 percent to $4.20.|Then it fell.")]
    [InlineData("It begins at 5 p.m. Friday. It ends at 9 p.m. Police will watch.", "It begins at 5 p.m. Friday.|It ends at 9 p.m.|Police will watch.")]
    [InlineData("He is No. 3 on the list. She said no. Nobody moved.", "He is No. 3 on the list.|She said no.|Nobody moved.")]
    public void Splits_at_ends_and_not_at_abbreviations(string text, string expected) => Assert.Equal(expected.Split('|'), Sentences(text));

    [Fact]
    public void Keeps_closing_quotes_with_their_sentence_and_attribution_with_its_quotation()
    {
        Assert.Equal(["“We stay.”", "Nobody laughed."], Sentences("“We stay.” Nobody laughed."));
        Assert.Equal(["\"Stop!\" he said.", "(They stopped.)", "“Good.”"], Sentences("\"Stop!\" he said. (They stopped.) “Good.”"));
    }

    [Fact]
    public void Splits_at_a_blank_line_but_not_at_a_line_break()
    {
        Assert.Equal(["A heading", "Words that\ngo on."], Sentences("A heading\n\nWords that\ngo on."));
    }

    [Fact]
    public void Splits_text_without_spaces_at_its_own_full_stop() => Assert.Equal(["港は閉じた。", "船は待つ。"], Sentences("港は閉じた。船は待つ。"));

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n ")]
    public void Gives_nothing_for_blank_text(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Fact]
    public void Gives_offsets_into_the_article_for_a_block()
    {
        var content = new ArticleContent("Head\n\nOne is. Two is.", [new(BlockKind.Heading, 0, 4), new(BlockKind.Paragraph, 6, 21)], []);

        Assert.Equal([new TextSpan(6, 13), new TextSpan(14, 21)], SentenceSplitter.Split(content, content.Blocks[1]));
    }

    [Fact]
    public void Covers_every_word_of_hostile_input()
    {
        var text = string.Concat(Enumerable.Repeat("a. . ..\"A.B.C.!?)'", 5000));

        var spans = SentenceSplitter.Split(text);

        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Equal(text.Count(char.IsLetter), spans.Sum(span => text[span.Start..span.End].Count(char.IsLetter)));
    }

    private static string[] Sentences(string text) => [.. SentenceSplitter.Split(text).Select(span => text[span.Start..span.End])];
}
