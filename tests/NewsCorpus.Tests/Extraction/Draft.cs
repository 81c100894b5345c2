using NewsCorpus.Articles;

namespace NewsCorpus.Tests.Extraction;

/// <summary>Short spellings for drafts and contents of tests.</summary>
internal static class Draft
{
    /// <summary>Fields as "key=value", of front matter and on lines from 2.</summary>
    public static ArticleDraft With(params string[] fields) => From("front matter", fields);

    public static ArticleDraft From(string origin, params string[] fields) => new()
    {
        BodyFormat = BodyFormat.PlainText,
        Body = "",
        Fields = [.. fields.Select((field, i) => new StatedField(field.Split('=', 2)[0], field.Split('=', 2)[1], origin, i + 2, field.Replace("=", ": ", StringComparison.Ordinal)))],
    };

    public static ArticleContent Paragraphs(params string[] texts) => Blocks([.. texts.Select(text => (BlockKind.Paragraph, text))]);

    public static ArticleContent Blocks(params (BlockKind Kind, string Text)[] blocks)
    {
        var text = string.Join("\n\n", blocks.Select(block => block.Text));
        var at = 0;
        var placed = new List<Block>();
        foreach (var (kind, words) in blocks)
        {
            placed.Add(new Block(kind, at, at + words.Length));
            at += words.Length + 2;
        }
        return new ArticleContent(text, placed, []);
    }
}
