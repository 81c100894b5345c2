using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Adam over all values of an array.</summary>
internal sealed class DenseAdam(float[] values)
{
    private readonly float[] _first = new float[values.Length];
    private readonly float[] _second = new float[values.Length];
    private int _steps;

    public float[] Gradient { get; } = new float[values.Length];

    /// <summary>One step down the gradient, which is cleared.</summary>
    public void Step(float rate, float decay)
    {
        _steps++;
        var corrected = rate * MathF.Sqrt(1f - MathF.Pow(AdamStep.Beta2, _steps)) / (1f - MathF.Pow(AdamStep.Beta1, _steps));
        AdamStep.Take(values, Gradient, _first, _second, corrected, decay * rate);
        Array.Clear(Gradient);
    }
}

/// <summary>Adam over those rows of a table that a step touched.</summary>
internal sealed class RowAdam(float[] values, int width)
{
    private readonly float[] _first = new float[values.Length];
    private readonly float[] _second = new float[values.Length];
    private readonly Dictionary<int, float[]> _gradients = [];
    private readonly Stack<float[]> _spare = [];

    public void Add(int row, ReadOnlySpan<float> gradient)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_gradients, row, out _);
        if (sum is null)
        {
            sum = _spare.TryPop(out var spare) ? spare : new float[width];
            Array.Clear(sum);
        }
        for (var k = 0; k < width; k++)
            sum[k] += gradient[k];
    }

    public void Step(float rate)
    {
        foreach (var (row, gradient) in _gradients)
        {
            AdamStep.Take(values.AsSpan(row * width, width), gradient, _first.AsSpan(row * width, width), _second.AsSpan(row * width, width), rate, 0);
            _spare.Push(gradient);
        }
        _gradients.Clear();
    }
}

internal static class AdamStep
{
    public const float Beta1 = 0.9f;
    public const float Beta2 = 0.99f;

    public static void Take(Span<float> values, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second, float rate, float decay)
    {
        ref var v = ref MemoryMarshal.GetReference(values);
        ref var g = ref MemoryMarshal.GetReference(gradient);
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        for (nuint k = 0; k < (nuint)values.Length; k += 8)
        {
            var slope = Vector256.LoadUnsafe(ref g, k);
            var mean = (Vector256.LoadUnsafe(ref a, k) * Beta1) + (slope * (1f - Beta1));
            var square = (Vector256.LoadUnsafe(ref b, k) * Beta2) + (slope * slope * (1f - Beta2));
            mean.StoreUnsafe(ref a, k);
            square.StoreUnsafe(ref b, k);
            var value = Vector256.LoadUnsafe(ref v, k) * (1f - decay);
            (value - (mean * rate / (Vector256.Sqrt(square) + Vector256.Create(1e-6f)))).StoreUnsafe(ref v, k);
        }
    }
}
