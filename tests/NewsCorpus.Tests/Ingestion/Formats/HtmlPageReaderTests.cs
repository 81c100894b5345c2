using NewsCorpus.Articles;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

public sealed class HtmlPageReaderTests
{
    [Fact]
    public void Reads_what_a_page_states()
    {
        var (reader, draft) = Reading.Of(
            """
            <!DOCTYPE html>
            <html lang="en-GB"><head>
            <title>Ferry back | The Harbour Post</title>
            <meta property="og:site_name" content="The Harbour Post">
            <meta name="Author" content="Ana Ruiz"><meta itemprop="datePublished" content="2026-01-08">
            <link rel="canonical" href="https://harbourpost.example/ferry">
            <script type="application/ld+json">{"@context":"x","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Ferry
            back","datePublished":"2026-01-08T09:00:00Z","author":[{"@type":"Person","name":"Ana Ruiz"},{"name":"Tom Marsh"}],"publisher":{"name":"The Harbour Post"}}]}</script>
            </head><body><time datetime="2026-01-08T09:00">yesterday</time><p>Text.</p></body></html>
            """);
        Assert.Equal("html", reader);
        Assert.Equal(BodyFormat.Html, draft.BodyFormat);
        Assert.Equal(
            [
                "2 html lang: language=en-GB",
                "3 title element: title=Ferry back | The Harbour Post",
                "4 meta tag: og:site_name=The Harbour Post",
                "5 meta tag: author=Ana Ruiz",
                "5 meta tag: datepublished=2026-01-08",
                "6 canonical link: canonical=https://harbourpost.example/ferry",
                "7 JSON-LD: headline=Ferry back",
                "7 JSON-LD: datepublished=2026-01-08T09:00:00Z",
                "7 JSON-LD: author=Ana Ruiz",
                "7 JSON-LD: author=Tom Marsh",
                "7 JSON-LD: publisher=The Harbour Post",
                "9 time element: time=2026-01-08T09:00",
                "9 page element: page-date=2026-01-08T09:00",
            ],
            draft.Fields.Select(f => $"{f.Line} {f.Origin}: {f.Key}={f.Value}"));
    }

    [Theory]
    [InlineData("<p>One.</p>")]
    [InlineData("\n <DIV class=x>One.</DIV>")]
    [InlineData("<?xml version=\"1.0\"?><html><body>One.</body></html>")]
    [InlineData("<a href=/x>One</a> and two.<br>")]
    public void Takes_fragments_and_pages(string text)
    {
        Assert.Equal("html", Reading.Of(text).Reader);
    }

    [Theory]
    [InlineData("<Ana> One.")]
    [InlineData("< p > One.")]
    [InlineData("<3 is a heart.")]
    public void Leaves_other_angle_brackets_to_plain_text(string text)
    {
        Assert.Equal("plain-text", Reading.Of(text).Reader);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"a\\ud800\"}")]
    public void Notes_JSON_LD_that_cannot_be_read(string json)
    {
        var (_, draft) = Reading.Of($"<html><body>\n<script type='application/ld+json'>{json}</script><p>One.</p></body></html>");
        Assert.Empty(draft.Fields);
        Assert.Contains("Line 2", Assert.Single(draft.Notes), StringComparison.Ordinal);
    }
}
