using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class PersonRecogniserTests
{
    private static readonly PersonRecogniser _recogniser = new();

    private static ArticleContent Content(params ReadOnlySpan<(BlockKind Kind, string Text)> blocks)
    {
        var text = new System.Text.StringBuilder();
        var list = new List<Block>();
        foreach (var (kind, words) in blocks)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            list.Add(new Block(kind, text.Length, text.Length + words.Length));
            text.Append(words);
        }
        return new ArticleContent(text.ToString(), list, []);
    }

    private static ArticleContent Paragraphs(params ReadOnlySpan<string> paragraphs)
    {
        var blocks = new (BlockKind, string)[paragraphs.Length];
        for (var i = 0; i < blocks.Length; i++)
            blocks[i] = (BlockKind.Paragraph, paragraphs[i]);
        return Content(blocks);
    }

    [Fact]
    public void Names_nobody_when_the_text_is_empty() => Assert.Same(PeopleFinding.Nobody, _recogniser.Recognise(ArticleContent.Empty));

    [Fact]
    public void Reads_the_body_only()
    {
        var finding = _recogniser.Recognise(Content(
            (BlockKind.Byline, "By Martin Kessler"),
            (BlockKind.Paragraph, "Mayor Sarah Whitcombe said on Tuesday that the bridge would open."),
            (BlockKind.Caption, "The bridge. Photograph: Peter Langford/NWA"),
            (BlockKind.Credit, "Photograph: Peter Langford/NWA"),
            (BlockKind.Related, "ROBERT ASHDOWN CALLS THE BRIDGE A FOLLY"),
            (BlockKind.Contributor, "Alice Merton and David Crewe contributed to this report."),
            (BlockKind.Furniture, "This article originally appeared in The Harbour Post.")));
        Assert.Equal(["Sarah Whitcombe"], [.. finding.People.Select(p => p.Name)]);
    }

    [Fact]
    public void Gives_offsets_of_the_whole_text()
    {
        var content = Content((BlockKind.Caption, "A bridge."), (BlockKind.Paragraph, "“It is late,” Sarah Whitcombe’s deputy told reporters. Ms Whitcombe said nothing."));
        var finding = _recogniser.Recognise(content);
        Assert.Equal(["Sarah Whitcombe", "Whitcombe"], [.. finding.Mentions.Select(m => content.Text[m.Start..m.End])]);
        Assert.All(finding.Mentions, m => Assert.Equal(m.Text, content.Text[m.Start..m.End]));
    }

    [Fact]
    public void Answers_the_same_from_many_threads()
    {
        var content = Paragraphs("Governor Henry Aldous met Linda Marsh in Halder. Aldous said Marsh was right.");
        var answers = Enumerable.Range(0, 32).AsParallel().Select(_ => string.Join(';', _recogniser.Recognise(content).Mentions)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Single(answers);
    }

    [Fact]
    public void Survives_hostile_text()
    {
        var random = new Random(3);
        const string Alphabet = "AB abé. ,'’\"“”-–\u0000\uD83D\uDE00İß山Ω\t(";
        for (var round = 0; round < 200; round++)
        {
            var text = new string([.. Enumerable.Range(0, 300).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var finding = _recogniser.Recognise(new ArticleContent(text, [new Block(BlockKind.Paragraph, 0, text.Length)], []));
            Assert.All(finding.Mentions, m => Assert.InRange(m.Person, -1, finding.People.Count - 1));
        }
        var capitals = string.Concat(Enumerable.Repeat("Ada Wren ", 20_000));
        Assert.NotNull(_recogniser.Recognise(new ArticleContent(capitals, [new Block(BlockKind.Paragraph, 0, capitals.Length)], [])));
    }
}
