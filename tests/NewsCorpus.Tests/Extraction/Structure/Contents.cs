using NewsCorpus.Articles;
using NewsCorpus.Extraction.Structure;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Structure;

/// <summary>Bodies read into content, which is held to what every content must keep.</summary>
internal static class Contents
{
    public static ArticleContent Of(string body, BodyFormat format = BodyFormat.PlainText, string? link = null)
    {
        var content = ContentReader.Read(new ArticleDraft
        {
            Body = body,
            BodyFormat = format,
            Fields = link is null ? [] : [new StatedField("link", link, "front matter", 2, link)],
        });
        Hold(content);
        return content;
    }

    public static ArticleContent Html(string body, string? link = null) => Of(body, BodyFormat.Html, link);

    /// <summary>Blocks as "Kind: words", so that each one's offsets are checked by its words.</summary>
    public static string[] Lines(ArticleContent content) => [.. content.Blocks.Select(b => $"{b.Kind}: {content.Of(b)}")];

    private static void Hold(ArticleContent content)
    {
        var text = content.Text;
        Assert.True(text.IsNormalized());
        Assert.DoesNotContain('\r', text);
        var at = 0;
        foreach (var block in content.Blocks)
        {
            Assert.InRange(block.Start, at, block.End - 1);
            Assert.DoesNotContain(text[at..block.Start], char.IsLetterOrDigit);
            Assert.False(char.IsWhiteSpace(text[block.Start]) || char.IsWhiteSpace(text[block.End - 1]));
            at = block.End;
        }
        Assert.Equal(at, text.Length);
        Assert.All(content.Spans, s =>
        {
            Assert.InRange(s.Start, 0, s.End - 1);
            Assert.InRange(s.End, s.Start + 1, text.Length);
            Assert.DoesNotContain("\n\n", text[s.Start..s.End], StringComparison.Ordinal);
        });
    }
}
