using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class PersonTaggerTests
{
    /// <summary>Weights by chance: what they find means nothing, how they are added up does.</summary>
    private static NetworkWeights Chance(int seed)
    {
        var random = new Random(seed);
        uint[] words = [NetworkWeights.UnknownWord, NetworkWeights.UnknownSpelling, NetworkFeatures.Before, NetworkFeatures.After];
        var weights = new NetworkWeights { WordKeys = words, Words = new float[words.Length * NetworkWeights.RowWidth], FormKeys = [9], Forms = new float[NetworkWeights.RowWidth] };
        foreach (var layer in (float[][])[weights.Words, weights.Forms, .. weights.Layers])
            for (var i = 0; i < layer.Length; i++)
                layer[i] = (random.NextSingle() - 0.5f) * 0.3f;
        return weights;
    }

    private static TokenisedText Text(string text) => new(text, [(0, text.Length)]);

    private static float[] Score(NetworkWeights weights, string text)
    {
        var document = Text(text);
        var layout = new NetworkLayout(document);
        var scores = new float[layout.Tokens.Count * Labels.Count];
        new NameNetwork(weights).Score(document, layout, scores);
        return scores;
    }

    [Fact]
    public void Labels_every_token_by_a_possible_sequence()
    {
        var labels = new PersonTagger([Chance(1), Chance(2)]).Label(Text("Ada Wren met Colin Aldous in Halder, and Wren said: Go to Skarrow Bridge."));
        byte[] framed = [Labels.Outside, .. labels, Labels.Outside];
        Assert.All(framed.Zip(framed.Skip(1)), pair => Assert.True(Labels.CanFollow(pair.First, pair.Second)));
    }

    [Fact]
    public void Labels_nothing_when_no_word_has_a_capital() => Assert.All(new PersonTagger([Chance(1)]).Label(Text("nobody was here")), label => Assert.Equal(Labels.Outside, label));

    [Fact]
    public void A_name_is_read_in_the_light_of_its_other_places()
    {
        var weights = Chance(3);
        var alone = Score(weights, "yesterday Wren left and then it rained and rained until Adams left");
        var again = Score(weights, "yesterday Wren left and then it rained and rained until Wren left");
        Assert.NotEqual(alone[..Labels.Count], again[..Labels.Count]);
    }

    [Fact]
    public void Words_far_off_that_are_not_repeated_change_nothing()
    {
        var weights = Chance(4);
        var one = Score(weights, "yesterday Wren left and then it rained and rained until Adams left");
        var other = Score(weights, "yesterday Wren left and then it rained and rained until Colin left");
        for (var k = 0; k < Labels.Count; k++)
            Assert.Equal(one[k], other[k], 1e-4f);
    }
}
