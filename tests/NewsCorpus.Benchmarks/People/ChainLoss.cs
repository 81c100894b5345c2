using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The likelihood of right labels under a linear chain, and its gradient.</summary>
internal static class ChainLoss
{
    private const int L = Labels.Count;

    /// <summary>The negative logarithm of the likelihood of one stretch. Fills the gradient of its scores, and adds to that of each pair of labels.</summary>
    public static double Add(ChainMarginals chain, ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, ReadOnlySpan<byte> gold, Span<float> gradient, Span<float> pairs)
    {
        float[] potentials = new float[scores.Length], forward = new float[scores.Length], backward = new float[scores.Length];
        var loss = chain.Fill(scores, gradient, potentials, forward, backward);
        var last = scores.Length - L;
        for (var label = 0; label < L - 1; label++)
        {
            pairs[label] += gradient[label];
            pairs[label * L] += gradient[last + label];
        }
        Span<float> shares = stackalloc float[L * L];
        for (var i = L; i <= last; i += L)
        {
            var total = 0f;
            for (var a = 0; a < L - 1; a++)
                for (var b = 0; b < L - 1; b++)
                    total += shares[(a * L) + b] = forward[i - L + a] * chain.Factors[(a * L) + b] * potentials[i + b] * backward[i + b];
            for (var k = 0; k < (L - 1) * L; k++)
                pairs[k] += shares[k] / total;
        }
        var before = Labels.Outside;
        for (var i = 0; i < gold.Length; i++)
        {
            loss -= scores[(i * L) + gold[i]] + transitions[(before * L) + gold[i]];
            gradient[(i * L) + gold[i]] -= 1f;
            pairs[(before * L) + gold[i]] -= 1f;
            before = gold[i];
        }
        pairs[before * L] -= 1f;
        return loss - transitions[before * L];
    }
}
