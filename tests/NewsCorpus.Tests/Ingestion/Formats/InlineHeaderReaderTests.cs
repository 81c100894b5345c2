using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class InlineHeaderReaderTests
{
    [Theory]
    [InlineData(" date 2026-01-08 The ferry is back.", "2026-01-08")]
    [InlineData("date 2026-01-08 The ferry is back.", "2026-01-08")]
    [InlineData("\uFEFF DATE: 2026/01/08 The ferry is back.", "2026/01/08")]
    [InlineData("Date : 2026-1-8\n\nThe ferry is back.", "2026-1-8")]
    [InlineData("\n\n  Date 8 January 2026 The ferry is back.", "8 January 2026")]
    [InlineData("date 8th of January, 2026 The ferry is back.", "8th of January, 2026")]
    [InlineData("date January 8, 2026 The ferry is back.", "January 8, 2026")]
    [InlineData("date Jan. 8, 2026: The ferry is back.", "Jan. 8, 2026")]
    [InlineData("date Sept. 8, 2026 The ferry is back.", "Sept. 8, 2026")]
    [InlineData("date Thursday, 8 January 2026 The ferry is back.", "Thursday, 8 January 2026")]
    [InlineData("date Thu 8 Jan 2026 The ferry is back.", "Thu 8 Jan 2026")]
    [InlineData("date 2026-01-08T14:30:00Z The ferry is back.", "2026-01-08T14:30:00Z")]
    [InlineData("date 2026-01-08 14:30:05.25 +01:00 The ferry is back.", "2026-01-08 14:30:05.25 +01:00")]
    [InlineData("date January 8, 2026 at 2:30 p.m. EST The ferry is back.", "January 8, 2026 at 2:30 p.m. EST")]
    [InlineData("date 08/01/2026 - The ferry is back.", "08/01/2026")]
    [InlineData("date 20260108 The ferry is back.", "20260108")]
    [InlineData("date 2026-13-45 The ferry is back.", "2026-13-45")]
    [InlineData("date\u00A02026-01-08\u00A0The ferry is back.", "2026-01-08")]
    public void Takes_the_date_off_the_text(string text, string date)
    {
        var (reader, draft) = Reading.Of(text);
        Assert.Equal("inline-header", reader);
        var field = Assert.Single(draft.Fields);
        Assert.Equal((text.Contains(':') && field.Key == "date" ? "date" : "header-date", date), (field.Key, field.Value));
        Assert.Equal("The ferry is back.", draft.Body);
    }

    [Theory]
    [InlineData("Date night is back in the old town.")]
    [InlineData("Date palms line the road to 2026-01-08 Street.")]
    [InlineData("Date 2026 was set as the end.")]
    [InlineData("Date: to be announced, the council said.")]
    [InlineData("Dated 2026-01-08, the letter says little.")]
    [InlineData("Date2026-01-08 is a password.")]
    [InlineData("date 2026-01-08abc is a code.")]
    [InlineData("Date 12 may never come, 2026 neither.")]
    [InlineData("The date 2026-01-08 was named.")]
    public void Leaves_the_word_date_to_the_text(string text)
    {
        var (reader, draft) = Reading.Of(text);
        Assert.Equal("plain-text", reader);
        Assert.Equal(text, draft.Body);
    }

    [Fact]
    public void Counts_the_lines_of_the_file()
    {
        var (_, draft) = Reading.Of("\r\n\r\n date 2026-01-08\r\n\r\nThe ferry is back.\r\n");
        Assert.Equal((3, 5), (draft.Fields[0].Line, draft.BodyLine));
        Assert.Equal("date 2026-01-08", draft.Fields[0].Excerpt);
        Assert.Equal(1, Reading.Of(" date 2026-01-08 The ferry.\nIs back.").Draft.BodyLine);
    }

    [Fact]
    public void Notes_a_header_without_text()
    {
        var (_, draft) = Reading.Of("date 2026-01-08\n");
        Assert.Equal("", draft.Body);
        Assert.Single(draft.Notes);
    }

    [Fact]
    public void Reads_HTML_below_a_header()
    {
        var (_, draft) = Reading.Of(" date 2026-01-08 <p>The ferry is back.</p>");
        Assert.Equal((Articles.BodyFormat.Html, "<p>The ferry is back.</p>"), (draft.BodyFormat, draft.Body));
    }

    [Fact]
    public void Reads_a_block_of_lines_with_keys()
    {
        var (reader, draft) = Reading.Of("Title: Ferry: back at last\nDate: 8 January 2026\nAuthor: Ana Ruiz\n  and Tom Marsh\nX-Number: 7\n\nThe ferry is back.\nNote: it is slow.");
        Assert.Equal("inline-header", reader);
        Assert.Equal(
            ["1 title=Ferry: back at last", "2 date=8 January 2026", "3 author=Ana Ruiz and Tom Marsh", "5 x-number=7"],
            draft.Fields.Select(f => $"{f.Line} {f.Key}={f.Value}"));
        Assert.Equal("The ferry is back.\nNote: it is slow.", draft.Body);
        Assert.Equal(7, draft.BodyLine);
    }

    [Fact]
    public void Reads_a_lone_title_line_that_a_blank_line_parts()
    {
        var (_, draft) = Reading.Of("Headline: Ferry back\n\nThe ferry is back.");
        Assert.Equal(("headline", "Ferry back"), (draft.Fields[0].Key, draft.Fields[0].Value));
        Assert.Equal("The ferry is back.", draft.Body);
    }

    [Theory]
    [InlineData("Source: officials who asked not to be named.\n\nMore follows.")]
    [InlineData("Ruiz: Where were you?\nMarsh: At home.\n\nThe hearing went on.")]
    [InlineData("Title: Ferry\nThe ferry is back.")]
    [InlineData("By: noon the rain had stopped.\nFrom the hill nothing was seen.")]
    public void Leaves_colons_of_the_text_alone(string text)
    {
        Assert.Equal("plain-text", Reading.Of(text).Reader);
    }
}
