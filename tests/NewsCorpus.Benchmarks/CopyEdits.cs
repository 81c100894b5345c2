using NewsCorpus.Articles;

namespace NewsCorpus.Benchmarks;

/// <summary>An article of the data: id and paragraphs.</summary>
internal sealed record RealArticle(int Number, string Id, string Title, string[] Paragraphs)
{
    public int Words { get; } = Paragraphs.Sum(paragraph => paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    public ArticleContent Content() => CopyEdits.Content(Paragraphs);
}

/// <summary>Makes copies as outlets make them, from a seed.</summary>
internal static class CopyEdits
{
    public static readonly string[] Kinds =
        ["changed headline", "cut end", "new lead", "added boilerplate", "typos 3 %", "30 % of sentences dropped", "all of these, milder", "lead only, 60 to 120 words", "quarter from the midst"];

    private static readonly string[] Boilerplate =
    [
        "Thank you for reading. Our newsroom is paid for by its readers and by nobody else, and every gift, however small, keeps a reporter on the road for another day.",
        "Follow us wherever you like to read, and never miss a story: the morning letter arrives at six, the evening letter at five, and at weekends there is a long read with pictures.",
        "All rights reserved. This material may be printed, sung or broadcast anywhere, provided that the name of our paper stands above it and nothing in it has been changed.",
        "Have you seen something that we should know about? Write to the desk by any means you trust; we read everything and we never give away who sent it to us.",
    ];

    public static ArticleContent Content(IEnumerable<string> paragraphs)
    {
        var text = new System.Text.StringBuilder();
        var blocks = new List<Block>();
        foreach (var paragraph in paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)))
        {
            if (text.Length > 0)
                text.Append("\n\n");
            var start = text.Length;
            text.Append(paragraph.Trim());
            blocks.Add(new Block(BlockKind.Paragraph, start, text.Length));
        }
        return new ArticleContent(text.ToString(), blocks, []);
    }

    public static string[] Edit(string kind, RealArticle article, RealArticle other, Random random) => kind switch
    {
        "changed headline" => article.Paragraphs,
        "cut end" => Prefix(article.Paragraphs, random.Next(35, 80) * article.Words / 100),
        "new lead" => NewLead(article, other),
        "added boilerplate" => [.. article.Paragraphs, .. Boilerplate.OrderBy(_ => random.Next()).Take(3)],
        "typos 3 %" => [.. article.Paragraphs.Select(paragraph => Typos(paragraph, 0.03, random))],
        "30 % of sentences dropped" => Dropped(article.Paragraphs, 0.3, random),
        "all of these, milder" => [.. Dropped(Prefix(article.Paragraphs, 85 * article.Words / 100), 0.15, random).Select(paragraph => Typos(paragraph, 0.01, random)), Boilerplate[random.Next(4)]],
        "lead only, 60 to 120 words" => Prefix(article.Paragraphs, random.Next(60, 120)),
        "quarter from the midst" => Midst(article.Paragraphs, article.Words),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an edit"),
    };

    public static string[] Words(IEnumerable<string> paragraphs) => [.. paragraphs.SelectMany(paragraph => paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Whole paragraphs up to some words, the last one cut at a word.</summary>
    public static string[] Prefix(string[] paragraphs, int words)
    {
        var result = new List<string>();
        foreach (var paragraph in paragraphs)
        {
            if (words <= 0)
                break;
            var parts = paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            result.Add(string.Join(' ', parts.Take(words)));
            words -= parts.Length;
        }
        return [.. result];
    }

    private static string[] NewLead(RealArticle article, RealArticle other)
    {
        // About the first fifty words, in whole sentences, give way to those of another article.
        var old = Sentences(article.Paragraphs);
        var skipped = 0;
        var from = 0;
        while (from < old.Count - 1 && skipped < 50)
            skipped += old[from++].Split(' ').Length;
        return [.. Prefix(other.Paragraphs, 50), .. old.Skip(from)];
    }

    private static string[] Dropped(string[] paragraphs, double share, Random random) =>
        [.. paragraphs.Select(paragraph => string.Join(' ', Sentences([paragraph]).Where(_ => random.NextDouble() >= share)))];

    private static string[] Midst(string[] paragraphs, int words)
    {
        var all = Words(paragraphs);
        return [string.Join(' ', all.Skip(words / 2).Take(Math.Max(60, words / 4)))];
    }

    private static List<string> Sentences(IEnumerable<string> paragraphs)
    {
        var result = new List<string>();
        foreach (var paragraph in paragraphs)
        {
            var start = 0;
            for (var i = 0; i + 1 < paragraph.Length; i++)
            {
                if (paragraph[i + 1] == ' ' && (paragraph[i] is '.' or '!' or '?' || (i > 0 && paragraph[i] is '"' or '”' && paragraph[i - 1] == '.')))
                {
                    result.Add(paragraph[start..(i + 1)]);
                    start = i + 2;
                }
            }
            if (start < paragraph.Length)
                result.Add(paragraph[start..]);
        }
        return result;
    }

    private static string Typos(string paragraph, double rate, Random random) =>
        string.Join(' ', paragraph.Split(' ').Select(word =>
        {
            if (word.Length < 3 || random.NextDouble() >= rate)
                return word;
            var at = random.Next(word.Length - 1);
            return random.Next(3) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, ((char)('a' + random.Next(26))).ToString()),
                _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            };
        }));
}
