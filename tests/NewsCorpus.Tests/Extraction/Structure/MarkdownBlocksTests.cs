using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

public sealed class MarkdownBlocksTests
{
    private static ArticleContent Read(string markdown, string? link = null) => Contents.Of(markdown, BodyFormat.Markdown, link);

    [Fact]
    public void Reads_headings_lists_quotes_and_links()
    {
        var content = Read("## Ferry\n\nIt *sails*\nagain, see [here](/x).\n\n- one\n- two\n  - three\n\n> At last.", "https://a.example/");
        Assert.Equal(
            ["Heading: Ferry", "Paragraph: It sails again, see here.", "List: one", "List: two", "List: three", "Quote: At last."],
            Contents.Lines(content));
        Assert.Contains(new InlineSpan(SpanKind.Link, 27, 31, "https://a.example/x"), content.Spans);
    }

    [Fact]
    public void Reads_tables_and_footnotes()
    {
        Assert.Equal("a | b\n\n1 | 2\n\nText 1\n\nThe note.", Read("|a|b|\n|-|-|\n|1|2|\n\nText[^1]\n\n[^1]: The note.").Text);
    }

    [Fact]
    public void Leaves_out_the_calls_of_templates()
    {
        Assert.Equal("One two.\n\nThree {{x}} {one}.", Read("One {{< img src=\"a\" alt=\"b\" >}}two.\n{% include x %}\n\nThree {{x}} {one}.").Text);
    }

    [Fact]
    public void Reads_raw_HTML_by_the_same_rules()
    {
        var content = Read("One <script>alert(1)</script><a href=\"javascript:x\">two</a>.\n\n<div onclick=x><p>Three.</p></div>");
        Assert.Equal("One two.\n\nThree.", content.Text);
        Assert.Empty(content.Spans);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("*a **")]
    [InlineData("`")]
    [InlineData("![](")]
    public void Reads_deep_nesting(string part)
    {
        var content = Read(string.Concat(Enumerable.Repeat(part, 5000)) + " word\n\nBehind.");
        Assert.EndsWith("Behind.", content.Text, StringComparison.Ordinal);
    }
}
