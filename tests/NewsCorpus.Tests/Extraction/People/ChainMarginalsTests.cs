using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class ChainMarginalsTests
{
    private const int L = Labels.Count;

    private static float[] Chance(int seed, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * 4f)];
    }

    private static (float[] Marginals, double LogNorm) Fill(float[] transitions, float[] scores)
    {
        var marginals = new float[scores.Length];
        var logNorm = new ChainMarginals(transitions).Fill(scores, marginals, new float[scores.Length], new float[scores.Length], new float[scores.Length]);
        return (marginals, logNorm);
    }

    /// <summary>Every sequence of the length, one by one.</summary>
    private static IEnumerable<int[]> Sequences(int length) =>
        length == 0 ? [[]] : Sequences(length - 1).SelectMany(s => Enumerable.Range(0, L - 1).Select(label => (int[])[.. s, label]));

    [Fact]
    public void Are_the_shares_of_all_possible_sequences()
    {
        var (transitions, scores) = (Chance(1, L * L), Chance(2, 3 * L));
        var expected = new double[scores.Length];
        var sum = 0.0;
        foreach (var sequence in Sequences(3))
        {
            var weight = 0.0;
            var before = Labels.Outside;
            foreach (var (i, label) in ((int[])[.. sequence, Labels.Outside]).Index())
            {
                weight += Labels.CanFollow(before, label) ? transitions[(before * L) + label] : double.NegativeInfinity;
                weight += i < 3 ? scores[(i * L) + label] : 0;
                before = label;
            }
            sum += Math.Exp(weight);
            for (var i = 0; i < 3; i++)
                expected[(i * L) + sequence[i]] += Math.Exp(weight);
        }
        var (marginals, logNorm) = Fill(transitions, scores);
        for (var k = 0; k < marginals.Length; k++)
            Assert.Equal(expected[k] / sum, marginals[k], 1e-5);
        Assert.Equal(Math.Log(sum), logNorm, 1e-4);
    }

    [Fact]
    public void Stay_probabilities_over_a_long_stretch_of_high_scores()
    {
        var scores = Chance(3, 512 * L);
        for (var k = 0; k < scores.Length; k++)
            scores[k] = (scores[k] * 10f) + 60f;
        var (marginals, _) = Fill(Chance(4, L * L), scores);
        Assert.All(marginals.Chunk(L), token => Assert.Equal(1f, token.Sum(), 1e-3f));
    }
}
