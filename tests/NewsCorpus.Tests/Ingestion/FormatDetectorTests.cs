using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Formats;
using NewsCorpus.Tests.Ingestion.Formats;
using Xunit;

namespace NewsCorpus.Tests.Ingestion;

public sealed class FormatDetectorTests
{
    [Theory]
    [InlineData("---\ntitle: A\n---\nText.", "a.txt", "front-matter")]
    [InlineData("---\ntitle: A\n---\nText.", "a.html", "front-matter")]
    [InlineData("<html><p>Text.</p></html>", "a.txt", "html")]
    [InlineData(" date 2026-01-08 Text.", "a", "inline-header")]
    [InlineData("Text.", "a.html", "plain-text")]
    [InlineData("# Text", "notes/a.md", "plain-text")]
    public void Looks_at_the_content_first(string text, string path, string reader)
    {
        Assert.Equal(reader, Reading.Of(text, path).Reader);
    }

    [Theory]
    [InlineData("{\"title\": \"A\"}", "a.txt")]
    [InlineData("[{\"title\": \"A\"}]", "a")]
    [InlineData("<?xml version=\"1.0\"?><rss></rss>", "a.txt")]
    [InlineData("name,score\nA,2026", "a.csv")]
    [InlineData("body { color: red }", "style.css")]
    public void Skips_what_no_reader_takes(string text, string path)
    {
        Assert.Throws<UnsupportedFileException>(() => Reading.Of(text, path));
    }

    [Theory]
    [InlineData("[Update] The bridge is open.")]
    [InlineData("{Laughter} The bridge is open.")]
    public void Takes_brackets_at_the_start_of_a_text(string text)
    {
        Assert.Equal("plain-text", Reading.Of(text).Reader);
    }

    [Fact]
    public void Readers_have_names_of_their_own_and_a_version()
    {
        Assert.Distinct(ArticleReaders.InOrder.Select(r => r.Name));
        Assert.All(ArticleReaders.InOrder, r => Assert.True(r.Version >= 1));
    }
}
