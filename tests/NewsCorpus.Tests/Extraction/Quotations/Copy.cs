using NewsCorpus.Articles;
using NewsCorpus.Extraction.Quotations;

namespace NewsCorpus.Tests.Extraction.Quotations;

/// <summary>Invented copy: one paragraph a line, people found by the words given for them.</summary>
internal static class Copy
{
    public static ArticleContent Of(string text, BlockKind kind = BlockKind.Paragraph)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        var blocks = new List<Block>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
                blocks.Add(new Block(kind, start, start + line.Length));
            start += line.Length + 1;
        }
        return new ArticleContent(text, blocks, []);
    }

    /// <param name="people">Full name, then the forms the text uses, parted by bars: "Anna Rook|Rook|Ms Rook".</param>
    public static IReadOnlyList<QuotationReading> Read(string text, params string[] people) => ReadIn(null, text, people);

    /// <param name="language">ISO 639-1; null where not known.</param>
    public static IReadOnlyList<QuotationReading> ReadIn(string? language, string text, params string[] people)
    {
        var content = Of(text);
        var persons = people.Select(p => p.Split('|')[0]).Select(n => new PersonReading(n, n[(n.LastIndexOf(' ') + 1)..])).ToList();
        var mentions = new List<Mention>();
        for (var i = 0; i < people.Length; i++)
            foreach (var form in people[i].Split('|'))
                for (var at = content.Text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = content.Text.IndexOf(form, at + 1, StringComparison.Ordinal))
                    if (!mentions.Any(m => m.Start <= at && at < m.End))
                        mentions.Add(new Mention(i, form, at, at + form.Length, MentionRole.Mentioned, "test"));
        return QuotationReader.Read(content, persons, mentions, language);
    }

    public static IReadOnlyList<QuotationReading> Direct(string text, params string[] people) => [.. Read(text, people).Where(r => r.IsDirect)];

    public static IReadOnlyList<QuotationReading> Indirect(string text, params string[] people) => [.. Read(text, people).Where(r => !r.IsDirect)];
}
