using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The features and right labels of one stretch of tokens.</summary>
internal sealed record Sequence(int[][] Features, byte[] Labels);

internal sealed record TrainingOptions(int Epochs = 20, float Rate = 0.15f, float Decay = 2e-6f, float Dropout = 0.6f, int Seed = 7, float Keep = 0.06f, int Cut = 2, int Folds = 4);

/// <summary>
/// Trains a <see cref="ChainModel"/>: conditional likelihood by stochastic gradient with per-weight rates (AdaGrad, Duchi, Hazan and Singer 2011),
/// features dropped at random against leaning on words that other outlets never print. One thread, fixed order of random numbers: the same data give the same weights.
/// </summary>
internal sealed class ChainTrainer(int rowCount, TrainingOptions options)
{
    private const int L = Labels.Count;

    /// <summary>The weights are the mean of those after each of the last epochs.</summary>
    private const int Averaged = 4;

    private readonly float[] _weights = new float[rowCount * L];
    private readonly float[] _squares = new float[rowCount * L];
    private readonly float[] _transitions = new float[L * L];
    private readonly float[] _transitionSquares = new float[L * L];
    private readonly bool[] _possible = [.. Enumerable.Range(0, L * L).Select(k => Labels.CanFollow(k / L, k % L))];
    private readonly float[] _factors = new float[L * L];
    private readonly float[] _sums = new float[rowCount * L];

    public void Train(IReadOnlyList<Sequence> sequences, Action<int, double>? report = null)
    {
        var random = new Random(options.Seed);
        var order = Enumerable.Range(0, sequences.Count).ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = options.Rate * (epoch < options.Epochs / 2 ? 1f : 0.5f);
            var loss = 0.0;
            foreach (var index in order)
                loss += Step(sequences[index], rate, random);
            if (epoch >= options.Epochs - Averaged)
            {
                for (var i = 0; i < _weights.Length; i++)
                    _sums[i] += _weights[i];
            }
            report?.Invoke(epoch, loss / sequences.Count);
        }
        for (var i = 0; i < _weights.Length; i++)
            _weights[i] = _sums[i] / Math.Min(Averaged, options.Epochs);
    }

    /// <summary>The trained weights rounded to 8 bits; rows whose largest weight is below the threshold are left out.</summary>
    public ChainModel Quantise(uint[] keys)
    {
        var top = 6f;
        var scale = 127f / top;
        var kept = new List<int>();
        for (var row = 0; row < keys.Length; row++)
        {
            var largest = 0f;
            for (var label = 0; label < L - 1; label++)
                largest = Math.Max(largest, Math.Abs(_weights[(row * L) + label]));
            if (largest >= options.Keep)
                kept.Add(row);
        }
        kept.Sort((a, b) => keys[a].CompareTo(keys[b]));
        var rows = new sbyte[kept.Count * L];
        for (var i = 0; i < kept.Count; i++)
            for (var label = 0; label < L - 1; label++)
                rows[(i * L) + label] = (sbyte)Math.Clamp(MathF.Round(_weights[(kept[i] * L) + label] * scale), -127, 127);
        return new ChainModel([.. kept.Select(row => keys[row])], rows, [.. _transitions.Select(w => (short)Math.Clamp(MathF.Round(w * scale), -9999, 9999))]);
    }

    private double Step(Sequence sequence, float rate, Random random)
    {
        var length = sequence.Labels.Length;
        var scores = new float[length * L];
        var used = new int[length][];
        var boost = Vector512.Create(1f / (1f - options.Dropout));
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        for (var i = 0; i < length; i++)
        {
            var features = sequence.Features[i];
            var kept = new int[features.Length];
            var count = 0;
            var sum = Vector512<float>.Zero;
            foreach (var row in features)
            {
                if (random.NextSingle() < options.Dropout)
                    continue;
                kept[count++] = row;
                sum += Vector512.LoadUnsafe(ref weights, (nuint)(row * L));
            }
            (sum * boost).StoreUnsafe(ref scores[i * L]);
            used[i] = kept[..count];
        }
        var marginals = new float[length * L];
        var pairs = new float[L * L];
        var loss = Marginals(scores, sequence.Labels, marginals, pairs);
        var decay = Vector512.Create(options.Decay);
        var rates = Vector512.Create(rate);
        var floor = Vector512.Create(1e-3f);
        for (var i = 0; i < length; i++)
        {
            marginals[(i * L) + sequence.Labels[i]] -= 1f;
            var gradient = Vector512.LoadUnsafe(ref marginals[i * L]);
            if (Vector512.LessThanAll(Vector512.Abs(gradient), Vector512.Create(1e-4f)))
                continue;
            foreach (var row in used[i])
            {
                var at = (nuint)(row * L);
                var weight = Vector512.LoadUnsafe(ref weights, at);
                var slope = gradient + (decay * weight);
                var square = Vector512.LoadUnsafe(ref squares, at) + (slope * slope);
                square.StoreUnsafe(ref squares, at);
                (weight - (rates * slope / (floor + Vector512.Sqrt(square)))).StoreUnsafe(ref weights, at);
            }
        }
        for (var k = 0; k < pairs.Length; k++)
        {
            if (pairs[k] is < 1e-5f and > -1e-5f)
                continue;
            var square = _transitionSquares[k] += pairs[k] * pairs[k];
            _transitions[k] -= rate * pairs[k] / (1e-3f + MathF.Sqrt(square));
        }
        return loss;
    }

    /// <summary>Forward and backward in probabilities, scaled a token at a time. Fills expected counts and, for pairs of labels, expected less observed.</summary>
    private double Marginals(float[] scores, byte[] gold, float[] marginals, float[] pairs)
    {
        var length = gold.Length;
        var factors = _factors;
        for (var k = 0; k < factors.Length; k++)
            factors[k] = _possible[k] ? MathF.Exp(_transitions[k]) : 0f;
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
            goldScore += scores[(i * L) + gold[i]] + _transitions[((i == 0 ? 0 : gold[i - 1]) * L) + gold[i]];
        }
        goldScore += _transitions[gold[^1] * L];
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
