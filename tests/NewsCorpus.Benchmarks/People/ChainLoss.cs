using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The likelihood of right labels under a linear chain, and what it is made of, for training. Not safe for several threads.</summary>
internal sealed class ChainLoss
{
    private const int L = Labels.Count;

    private readonly bool[] _possible = [.. Enumerable.Range(0, L * L).Select(k => Labels.CanFollow(k / L, k % L))];
    private readonly float[] _factors = new float[L * L];

    /// <summary>
    /// Forward and backward in probabilities, scaled a token at a time: the negative logarithm of the likelihood. Fills the probability of each label of each token,
    /// and adds to each pair of labels its expected less its observed count.
    /// </summary>
    public double Marginals(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, ReadOnlySpan<byte> gold, Span<float> marginals, Span<float> pairs)
    {
        var length = gold.Length;
        var factors = _factors;
        for (var k = 0; k < factors.Length; k++)
            factors[k] = _possible[k] ? MathF.Exp(transitions[k]) : 0f;
        var potentials = new float[length * L];
        var goldScore = 0.0;
        var logNorm = 0.0;
        for (var i = 0; i < length; i++)
        {
            var top = float.MinValue;
            for (var label = 0; label < L - 1; label++)
                top = Math.Max(top, scores[(i * L) + label]);
            for (var label = 0; label < L - 1; label++)
                potentials[(i * L) + label] = MathF.Exp(scores[(i * L) + label] - top);
            logNorm += top;
            goldScore += scores[(i * L) + gold[i]] + transitions[((i == 0 ? 0 : gold[i - 1]) * L) + gold[i]];
        }
        goldScore += transitions[gold[^1] * L];
        var forward = new float[length * L];
        for (var i = 0; i < length; i++)
        {
            var total = 0f;
            for (var label = 0; label < L - 1; label++)
            {
                var sum = 0f;
                if (i == 0)
                    sum = factors[label];
                else
                    for (var before = 0; before < L - 1; before++)
                        sum += forward[((i - 1) * L) + before] * factors[(before * L) + label];
                total += forward[(i * L) + label] = sum * potentials[(i * L) + label];
            }
            for (var label = 0; label < L - 1; label++)
                forward[(i * L) + label] /= total;
            logNorm += Math.Log(total);
        }
        var backward = new float[length * L];
        var endTotal = 0f;
        for (var label = 0; label < L - 1; label++)
        {
            backward[((length - 1) * L) + label] = factors[label * L];
            endTotal += forward[((length - 1) * L) + label] * factors[label * L];
        }
        logNorm += Math.Log(endTotal);
        for (var i = length - 2; i >= 0; i--)
        {
            var total = 0f;
            for (var label = 0; label < L - 1; label++)
            {
                var sum = 0f;
                for (var next = 0; next < L - 1; next++)
                    sum += factors[(label * L) + next] * potentials[((i + 1) * L) + next] * backward[((i + 1) * L) + next];
                total += backward[(i * L) + label] = sum;
            }
            for (var label = 0; label < L - 1; label++)
                backward[(i * L) + label] /= total;
        }
        for (var i = 0; i < length; i++)
        {
            var total = 0f;
            for (var label = 0; label < L - 1; label++)
                total += marginals[(i * L) + label] = forward[(i * L) + label] * backward[(i * L) + label];
            for (var label = 0; label < L - 1; label++)
                marginals[(i * L) + label] /= total;
        }
        for (var label = 0; label < L - 1; label++)
        {
            pairs[label] += marginals[label];
            pairs[label * L] += marginals[((length - 1) * L) + label];
        }
        pairs[gold[0]] -= 1f;
        pairs[gold[^1] * L] -= 1f;
        for (var i = 1; i < length; i++)
        {
            var total = 0f;
            for (var a = 0; a < L - 1; a++)
                for (var b = 0; b < L - 1; b++)
                    total += forward[((i - 1) * L) + a] * factors[(a * L) + b] * potentials[(i * L) + b] * backward[(i * L) + b];
            for (var a = 0; a < L - 1; a++)
                for (var b = 0; b < L - 1; b++)
                    pairs[(a * L) + b] += forward[((i - 1) * L) + a] * factors[(a * L) + b] * potentials[(i * L) + b] * backward[(i * L) + b] / total;
            pairs[(gold[i - 1] * L) + gold[i]] -= 1f;
        }
        return logNorm - goldScore;
    }
}
