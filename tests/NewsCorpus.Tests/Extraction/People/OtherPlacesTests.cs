using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class OtherPlacesTests
{
    private const int L = Labels.Count;

    private static NetworkLayout Layout(string text) => new(new TokenisedText(text, [(0, text.Length)]));

    /// <summary>Scores after the second look, from one label for certain at each place.</summary>
    private static float[] Weigh(NetworkLayout layout, params int[] labels)
    {
        var marginals = new float[labels.Length * L];
        for (var i = 0; i < labels.Length; i++)
            marginals[(i * L) + labels[i]] = 1f;
        var scores = new float[marginals.Length];
        OtherPlaces.Weigh(layout, marginals, scores);
        return scores;
    }

    [Fact]
    public void A_word_is_likelier_what_it_is_elsewhere()
    {
        var scores = Weigh(Layout("then Wren left and so did Wren after which it was Wren again"), Labels.PersonSingle, Labels.PersonSingle, Labels.Outside);
        Assert.True(scores[(2 * L) + Labels.PersonSingle] > scores[(2 * L) + Labels.Outside] + 1f);
        Assert.True(scores[(2 * L) + Labels.PersonEnd] == scores[(2 * L) + Labels.PersonSingle]);
    }

    [Fact]
    public void Its_own_place_is_no_evidence()
    {
        var scores = Weigh(Layout("then Wren left and so did Wren after which it rained"), Labels.PersonSingle, Labels.Outside);
        Assert.True(scores[Labels.Outside] > scores[Labels.PersonSingle]);
        Assert.True(scores[L + Labels.PersonSingle] > scores[L + Labels.Outside]);
    }

    [Fact]
    public void A_word_met_once_stays_as_it_was() =>
        Assert.All(Weigh(Layout("then Wren left and so did Aldous after which it rained"), Labels.PersonSingle, Labels.Outside), score => Assert.Equal(0f, score));
}
