using NewsCorpus.Extraction.Titles;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Titles;

public sealed class SummaryReaderTests
{
    [Theory]
    [InlineData("description=A ferry sank.  Nobody was hurt.", "A ferry sank. Nobody was hurt.")]
    [InlineData("summary=Tide &amp; Times", "Tide & Times")]
    [InlineData("description=Ferry SINKS!", null)]
    [InlineData("description=It was calm when the…", null)]
    [InlineData("title=x", null)]
    public void Takes_a_stated_summary_that_says_something_new(string field, string? expected) =>
        Assert.Equal(expected, SummaryReader.Read(Draft.With(field), Draft.Paragraphs("It was calm when the ferry sank."), "Ferry sinks"));

    [Fact]
    public void Takes_the_summary_where_the_description_is_the_title() =>
        Assert.Equal("Nobody was hurt", SummaryReader.Read(Draft.With("description=Ferry sinks", "summary=Nobody was hurt"), Draft.Paragraphs("It was calm."), "Ferry sinks"));
}
