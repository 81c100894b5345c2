using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using NewsCorpus.Extraction.Titles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Titles;

public sealed class HeadlineBlockTests
{
    private const string Long = "The ferry between Port Elm and Bramble Bay sank in calm water on Wednesday, the harbour office said.";

    private static BlockKind[] Kinds(ArticleDraft draft)
    {
        var content = ContentReader.Read(draft);
        return [.. HeadlineBlock.Mark(content, draft, TitleReader.Read(draft, content)).Blocks.Select(b => b.Kind)];
    }

    private static ArticleDraft Of(string body, BodyFormat format, params string[] fields) => Draft.With(fields) with { Body = body, BodyFormat = format };

    [Theory]
    [InlineData("Ferry sinks in calm water", BodyFormat.PlainText)]
    [InlineData("# Ferry sinks in calm water", BodyFormat.Markdown)]
    [InlineData("<h1>Ferry sinks in calm water</h1>", BodyFormat.Html)]
    public void Marks_the_headline_that_the_title_was_taken_from(string headline, BodyFormat format) =>
        Assert.Equal([BlockKind.Headline, BlockKind.Paragraph], Kinds(Of($"{headline}\n\n{(format == BodyFormat.Html ? $"<p>{Long}</p>" : Long)}", format)));

    [Theory]
    [InlineData("title=Ferry Sinks in Calm Water", "Ferry sinks in calm water")]
    [InlineData("title=Ferry sinks in “calm water”", "Ferry sinks in calm water!")]
    public void Marks_the_line_that_repeats_the_stated_title(string field, string line) =>
        Assert.Equal([BlockKind.Headline, BlockKind.Paragraph], Kinds(Of($"{line}\n\n{Long}", BodyFormat.PlainText, field)));

    [Fact]
    public void Marks_the_first_heading_of_a_text_whose_title_is_in_other_words() =>
        Assert.Equal([BlockKind.Headline, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph], Kinds(Of($"<h1>Ferry lost</h1><p>{Long}</p><h1>What now</h1><p>{Long}</p>", BodyFormat.Html, "title=Ferry sinks in calm water")));

    [Fact]
    public void Leaves_headings_and_first_sentences_alone()
    {
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph], Kinds(Of($"<h2>What happened</h2><p>{Long}</p>", BodyFormat.Html, "title=Ferry sinks")));
        Assert.Equal([BlockKind.Paragraph, BlockKind.Paragraph], Kinds(Of($"{Long}\n\n{Long}", BodyFormat.PlainText)));
    }
}
