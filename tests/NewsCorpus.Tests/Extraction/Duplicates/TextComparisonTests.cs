using NewsCorpus.Extraction.Duplicates;
using Xunit;

namespace NewsCorpus.Tests.Extraction.Duplicates;

public sealed class TextComparisonTests
{
    private static string Shown(IEnumerable<ChangeRun> runs, string left, string right) => string.Join('|', runs.Select(run => run.Kind switch
    {
        ChangeKind.Kept => "=" + right[run.RightStart..run.RightEnd].Trim(),
        ChangeKind.Cut => "-" + left[run.LeftStart..run.LeftEnd].Trim(),
        ChangeKind.Added => "+" + right[run.RightStart..run.RightEnd].Trim(),
        _ => "~" + left[run.LeftStart..run.LeftEnd].Trim() + ">" + right[run.RightStart..run.RightEnd].Trim(),
    }));

    private static string Compared(string left, string right) => Shown(TextComparison.Of("", left, "", right).Body, left, right);

    [Theory]
    [InlineData("The heron was seen on Tuesday.", "The heron was seen on Tuesday.", "=The heron was seen on Tuesday.")]
    [InlineData("The heron was seen on Tuesday.", "The grey heron was seen.", "=The|+grey|=heron was|~seen on Tuesday.>seen.")]
    [InlineData("“No,” he said – twice.", "\"No,\" he said — twice.", "=\"No,\" he said — twice.")]
    [InlineData("One two three.\n\nFour five six.", "One two three. Four five six.", "=One two three. Four five six.")]
    [InlineData("", "Some words.", "+Some words.")]
    [InlineData("Some words.", "", "-Some words.")]
    [InlineData(" \n ", "", "")]
    public void Shows_what_was_kept_cut_added_and_changed(string left, string right, string expected) => Assert.Equal(expected, Compared(left, right));

    [Fact]
    public void Compares_titles_apart_from_bodies()
    {
        var comparison = TextComparison.Of("Heron seen", "A body.", "Heron seen again", "A body.");
        Assert.Equal("=Heron seen|+again", Shown(comparison.Title, "Heron seen", "Heron seen again"));
        Assert.Equal((2, 0, 0), (comparison.KeptWords, comparison.CutWords, comparison.AddedWords));
    }

    [Fact]
    public void Covers_both_texts_and_keeps_only_what_both_have()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var invented = new InventedText(seed);
            // A small vocabulary makes for many false matches.
            var vocabulary = Enumerable.Range(0, random.Next(2, 200)).Select(_ => invented.Word()).ToArray();
            var left = string.Concat(Enumerable.Range(0, random.Next(0, 150)).Select(_ => vocabulary[random.Next(vocabulary.Length)] + (random.Next(12) == 0 ? "\n\n" : " ")));
            var words = left.Split(' ').ToList();
            for (var edit = random.Next(30); edit > 0 && words.Count > 1; edit--)
            {
                if (random.Next(2) == 0)
                    words.RemoveAt(random.Next(words.Count));
                else
                    words.Insert(random.Next(words.Count), vocabulary[random.Next(vocabulary.Length)]);
            }
            var right = string.Join(' ', words);
            var comparison = TextComparison.Of("", left, "", right);
            Check(left, right, comparison);
        }
    }

    [Fact]
    public void Finds_no_more_edits_than_were_made_to_an_article()
    {
        var text = new InventedText(3);
        var left = text.Paragraphs(12);
        string[] right = [text.Paragraph(), .. left[1..5], .. left[6..]];
        var comparison = TextComparison.Of("", string.Join("\n\n", left), "", string.Join("\n\n", right));
        Assert.Equal([ChangeKind.Changed, ChangeKind.Kept, ChangeKind.Cut, ChangeKind.Kept], comparison.Body.Select(run => run.Kind));
        Assert.Equal(left[0].Split(' ').Length + left[5].Split(' ').Length, comparison.CutWords);
        Assert.Equal(right[0].Split(' ').Length, comparison.AddedWords);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Is_not_held_up_by_hostile_texts(int kind)
    {
        const int Words = 100_000;
        var random = new Random(kind);
        string Make(int side) => string.Join(' ', Enumerable.Range(0, Words).Select(i => kind switch
        {
            0 => "a",
            1 => random.Next(2) == 0 ? "a" : "b",
            2 => side == 0 ? $"w{i}" : $"w{Words - i}",
            3 => $"w{random.Next(300)}",
            _ => $"w{(i % 7 < 4 ? i : -i - side)}",
        }));
        var (left, right) = (Make(0), Make(1) + " end");
        Check(left, right, TextComparison.Of("", left, "", right));
    }

    private static void Check(string left, string right, TextComparison comparison)
    {
        int leftAt = 0, rightAt = 0;
        var previous = (ChangeKind?)null;
        foreach (var run in comparison.Body)
        {
            Assert.Equal((leftAt, rightAt), (run.LeftStart, run.RightStart));
            Assert.NotEqual(previous, run.Kind);
            (leftAt, rightAt, previous) = (run.LeftEnd, run.RightEnd, run.Kind);
            Assert.Equal(run.Kind == ChangeKind.Added, run.LeftStart == run.LeftEnd);
            Assert.Equal(run.Kind == ChangeKind.Cut, run.RightStart == run.RightEnd);
            if (run.Kind == ChangeKind.Kept)
                Assert.Equal(Words(left[run.LeftStart..run.LeftEnd]), Words(right[run.RightStart..run.RightEnd]));
        }
        Assert.Equal((Words(left).Length == 0 ? 0 : left.Length, Words(right).Length == 0 ? 0 : right.Length), (leftAt, rightAt));
        Assert.Equal((Words(left).Length, Words(right).Length), (comparison.KeptWords + comparison.CutWords, comparison.KeptWords + comparison.AddedWords));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
