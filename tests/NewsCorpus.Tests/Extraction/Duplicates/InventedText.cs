using System.Text;
using NewsCorpus.Articles;

namespace NewsCorpus.Tests.Extraction.Duplicates;

/// <summary>Articles in an invented language: sentences of made-up words, the same for the same seed.</summary>
internal sealed class InventedText(int seed)
{
    private static readonly string[] Syllables = ["ba", "den", "for", "gil", "hal", "ko", "lum", "mer", "nor", "pes", "quo", "ran", "sol", "tir", "vek", "wim"];
    private readonly Random random = new(seed);

    public string Word()
    {
        var word = new StringBuilder();
        for (var i = random.Next(1, 4); i >= 0; i--)
            word.Append(Syllables[random.Next(Syllables.Length)]);
        return word.ToString();
    }

    public string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    public string Sentence()
    {
        var words = Words(random.Next(8, 20));
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }

    public string Paragraph(int sentences = 3) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence()));

    public string[] Paragraphs(int count) => [.. Enumerable.Range(0, count).Select(_ => Paragraph())];

    public static ArticleContent Content(params IEnumerable<string> paragraphs) => Content(paragraphs.Select(paragraph => (BlockKind.Paragraph, paragraph)));

    public static ArticleContent Content(IEnumerable<(BlockKind Kind, string Text)> parts)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        foreach (var (kind, part) in parts)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            blocks.Add(new Block(kind, text.Length, text.Length + part.Length));
            text.Append(part);
        }
        return new ArticleContent(text.ToString(), blocks, []);
    }
}
