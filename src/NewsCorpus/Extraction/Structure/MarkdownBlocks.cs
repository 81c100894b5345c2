using System.Text;
using Markdig;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Markdown (CommonMark with tables, footnotes and bare links) by way of HTML, so that raw HTML inside of it meets the same rules.</summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseAutoLinks()
        .UseDefinitionLists()
        .Build();

    public static List<RawBlock> Read(string markdown, Uri? address)
    {
        string html;
        try
        {
            html = Markdown.ToHtml(WithoutTemplates(markdown), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit on nesting: no article is written so, but its words are not to be lost.
            return PlainTextBlocks.Read(markdown);
        }
        return HtmlBlocks.Read(html, address);
    }

    /// <summary>Calls of a site generator's templates, {{&lt; … &gt;}}, {{% … %}} and {% … %}, are no text.</summary>
    private static string WithoutTemplates(string markdown)
    {
        if (!markdown.Contains("{{<", StringComparison.Ordinal) && !markdown.Contains("{%", StringComparison.Ordinal))
            return markdown;
        var result = new StringBuilder(markdown.Length);
        var copied = 0;
        for (var at = markdown.IndexOf('{', StringComparison.Ordinal); at >= 0; at = markdown.IndexOf('{', at + 1))
        {
            var rest = markdown.AsSpan(at);
            var close = rest.StartsWith("{{<") ? ">}}" : rest.StartsWith("{{%") ? "%}}" : rest.StartsWith("{%") ? "%}" : null;
            var line = rest[..Math.Min(rest.Length, 2000)];
            var length = close is null ? -1 : line.IndexOf(close, StringComparison.Ordinal);
            if (length < 0)
                continue;
            result.Append(markdown, copied, at - copied);
            copied = at + length + close!.Length;
            at = copied - 1;
        }
        return result.Append(markdown, copied, markdown.Length - copied).ToString();
    }
}
