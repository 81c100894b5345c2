using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class ChainDecoderTests
{
    private static byte[] Decode(float[] transitions, float[] scores)
    {
        var labels = new byte[scores.Length / Labels.Count];
        new ChainDecoder(transitions).Decode(scores, labels, new byte[scores.Length]);
        return labels;
    }

    [Fact]
    public void The_best_sequence_obeys_the_order_of_labels()
    {
        // The scores alone would ask for an inside without a begin.
        var scores = new float[2 * Labels.Count];
        scores[Labels.PersonInside] = 5f;
        scores[Labels.PersonBegin] = 4f;
        scores[Labels.Count + Labels.PersonEnd] = 6f;
        Assert.Equal([Labels.PersonBegin, Labels.PersonEnd], Decode(new float[Labels.Count * Labels.Count], scores));
    }

    [Fact]
    public void Closes_a_name_when_the_stretch_ends()
    {
        var scores = new float[Labels.Count];
        scores[Labels.PersonBegin] = 9f;
        scores[Labels.PersonSingle] = 1f;
        Assert.Equal([Labels.PersonSingle], Decode(new float[Labels.Count * Labels.Count], scores));
    }

    [Fact]
    public void Weighs_what_follows_what()
    {
        var transitions = new float[Labels.Count * Labels.Count];
        transitions[(Labels.PersonSingle * Labels.Count) + Labels.PersonSingle] = -3f;
        var scores = new float[2 * Labels.Count];
        scores[Labels.PersonSingle] = scores[Labels.Count + Labels.PersonSingle] = 1f;
        Assert.Single(Decode(transitions, scores), label => label == Labels.PersonSingle);
        Assert.Equal([Labels.PersonSingle, Labels.PersonSingle], Decode(new float[transitions.Length], scores));
    }
}
