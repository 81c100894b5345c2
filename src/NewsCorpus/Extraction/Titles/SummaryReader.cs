using System.Net;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Titles;

/// <summary>The summary that a file states.</summary>
public static class SummaryReader
{
    private const int MaxLength = 2000;

    /// <summary>The first of description, summary and their kin that is neither the title nor the beginning of the text; null where there is none.</summary>
    public static string? Read(ArticleDraft draft, ArticleContent content, string title)
    {
        foreach (var key in (ReadOnlySpan<string>)["description", "summary", "og:description", "twitter:description", "excerpt", "abstract", "dek", "standfirst", "subtitle", "teaser", "lede"])
        {
            if (draft.Field(key) is not { } field)
                continue;
            var value = TitleReader.Collapse(WebUtility.HtmlDecode(field.Value.Length > MaxLength ? field.Value[..MaxLength] : field.Value));
            if (value.Length > 0 && NameKey.Of(value) is var folded && folded != NameKey.Of(title) && !OpensText(folded, content))
                return value;
        }
        return null;
    }

    private static bool OpensText(string folded, ArticleContent content)
    {
        foreach (var block in content.Blocks)
            if (block.IsBody && block.Kind is not (BlockKind.Headline or BlockKind.Heading or BlockKind.Byline or BlockKind.Dateline))
                return NameKey.Of(content.Text.Substring(block.Start, Math.Min(content.Text.Length - block.Start, folded.Length * 2 + 100))).StartsWith(folded, StringComparison.Ordinal);
        return false;
    }
}
