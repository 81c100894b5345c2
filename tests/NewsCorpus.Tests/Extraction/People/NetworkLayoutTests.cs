using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class NetworkLayoutTests
{
    private static (TokenisedText Text, NetworkLayout Layout) LayOut(params ReadOnlySpan<string> blocks)
    {
        var places = new List<(int, int)>();
        var text = "";
        foreach (var block in blocks)
        {
            places.Add((text.Length, text.Length + block.Length));
            text += block + "\n";
        }
        var document = new TokenisedText(text, places);
        return (document, new NetworkLayout(document));
    }

    private static string[] Words((TokenisedText Text, NetworkLayout Layout) laidOut) =>
        [.. laidOut.Layout.Tokens.Select(t => laidOut.Text.Word(t.Token).ToString())];

    [Fact]
    public void Holds_the_words_that_may_be_in_names() =>
        Assert.Equal(["Ada", "van", "Wren", "Halder"], Words(LayOut("and Ada van Wren went to Halder", "nothing here")));

    [Fact]
    public void Counts_a_word_over_all_blocks()
    {
        var (_, layout) = LayOut("and Ada Wren went", "but Wren, said WREN, stayed");
        var wren = layout.Groups[1];
        Assert.Equal(3, layout.Sizes[wren]);
        Assert.Equal([0, 2, 2, 2], Enumerable.Range(0, 4).Select(layout.Repeats));
    }

    [Fact]
    public void Knows_where_a_stretch_opens()
    {
        var (_, layout) = LayOut("so Ada Wren met Colin", "Aldous left");
        Assert.Equal([true, false, true, true], layout.Opens);
        Assert.Equal([(0, 2), (2, 3), (3, 4)], layout.Stretches);
    }

    [Fact]
    public void Marks_a_word_that_stands_in_small_letters_too()
    {
        var (_, layout) = LayOut("he met Rice", "they ate rice");
        var (_, other) = LayOut("he met Rice", "they ate bread");
        Assert.NotEqual(other.Marks[0], layout.Marks[0]);
    }

    [Fact]
    public void Does_not_look_past_the_block()
    {
        var (text, layout) = LayOut("end.", "Ada Wren", "then");
        Span<int> around = stackalloc int[NetworkWeights.OfRun];
        var place = layout.Tokens[0];
        NetworkLayout.AroundRun(text.Tokens[place.Token], place, around);
        Assert.Equal([-1, -1, -2, -2, place.Token, place.Token + 1], around.ToArray());
    }
}
