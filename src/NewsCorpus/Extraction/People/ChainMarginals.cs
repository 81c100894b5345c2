using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsCorpus.Extraction.People;

/// <summary>How likely each of <see cref="Labels"/> is for each token of a stretch, over all sequences that its scores allow (forward and backward). Immutable, safe for many threads.</summary>
internal sealed class ChainMarginals
{
    private const int L = Labels.Count;

    private readonly float[] _factors = new float[L * L];
    private readonly float[] _turned = new float[L * L];

    /// <param name="transitions">Score of label b after label a at [a * 16 + b]; what comes before and after a stretch is outside of names.</param>
    public ChainMarginals(ReadOnlySpan<float> transitions)
    {
        for (var before = 0; before < L; before++)
            for (var label = 0; label < L; label++)
                if (Labels.CanFollow(before, label))
                    _turned[(label * L) + before] = _factors[(before * L) + label] = MathF.Exp(transitions[(before * L) + label]);
    }

    /// <summary>The exponentials of the transitions, 0 for those that cannot be.</summary>
    public ReadOnlySpan<float> Factors => _factors;

    /// <summary>Fills the probabilities of one stretch, sixteen a token, and the work space they are made in, each of the same length: all are scaled a token at a time.</summary>
    /// <param name="scores">Sixteen a token, in nats.</param>
    /// <param name="potentials">Exponentials of the scores.</param>
    /// <param name="forward">Likelihood of all that leads to the label of the token.</param>
    /// <param name="backward">Likelihood of all that can follow it.</param>
    /// <returns>Logarithm of the sum over all sequences.</returns>
    public double Fill(ReadOnlySpan<float> scores, Span<float> marginals, Span<float> potentials, Span<float> forward, Span<float> backward)
    {
        var logNorm = 0.0;
        for (var i = 0; i < scores.Length; i += L)
        {
            var (low, high) = Load(scores, i);
            var top = Highest(Vector256.Max(low, high));
            Store(potentials, i, Vector256.Exp(low - Vector256.Create(top)), Vector256.Exp(high - Vector256.Create(top)));
            (low, high) = i == 0 ? Load(_factors, 0) : Product(forward.Slice(i - L, L), _factors);
            var (lowPotential, highPotential) = Load(potentials, i);
            (low, high) = (low * lowPotential, high * highPotential);
            logNorm += top + Math.Log(StoreScaled(forward, i, low, high));
        }
        var last = scores.Length - L;
        var (lowEnd, highEnd) = Load(_turned, 0);
        Store(backward, last, lowEnd, highEnd);
        Span<float> next = stackalloc float[L];
        for (var i = last; i >= 0; i -= L)
        {
            var (lowBackward, highBackward) = Load(backward, i);
            var (lowForward, highForward) = Load(forward, i);
            var total = StoreScaled(marginals, i, lowForward * lowBackward, highForward * highBackward);
            if (i == last)
                logNorm += Math.Log(total);
            if (i == 0)
                break;
            var (lowPotential, highPotential) = Load(potentials, i);
            Store(next, 0, lowBackward * lowPotential, highBackward * highPotential);
            var (low, high) = Product(next, _turned);
            StoreScaled(backward, i - L, low, high);
        }
        return logNorm;
    }

    /// <summary>The sum of the rows of a table, each as often as the vector says.</summary>
    private static (Vector256<float> Low, Vector256<float> High) Product(ReadOnlySpan<float> vector, float[] rows)
    {
        var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (var k = 0; k < L; k++)
        {
            var factor = Vector256.Create(vector[k]);
            var (lowRow, highRow) = Load(rows, k * L);
            low = Vector256.MultiplyAddEstimate(factor, lowRow, low);
            high = Vector256.MultiplyAddEstimate(factor, highRow, high);
        }
        return (low, high);
    }

    private static float Highest(Vector256<float> values)
    {
        var four = Vector128.Max(values.GetLower(), values.GetUpper());
        return Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
    }

    /// <summary>Stores values that add up to one, and returns what they added up to.</summary>
    private static float StoreScaled(Span<float> target, int at, Vector256<float> low, Vector256<float> high)
    {
        var total = Vector256.Sum(low + high);
        Store(target, at, low / Vector256.Create(total), high / Vector256.Create(total));
        return total;
    }

    private static (Vector256<float> Low, Vector256<float> High) Load(ReadOnlySpan<float> values, int at)
    {
        ref var first = ref MemoryMarshal.GetReference(values.Slice(at, L));
        return (Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 8));
    }

    private static void Store(Span<float> target, int at, Vector256<float> low, Vector256<float> high)
    {
        ref var first = ref MemoryMarshal.GetReference(target.Slice(at, L));
        low.StoreUnsafe(ref first);
        high.StoreUnsafe(ref first, 8);
    }
}
