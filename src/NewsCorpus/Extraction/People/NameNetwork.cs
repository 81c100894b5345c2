using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// A small neural network that scores the labels of the tokens that may be in names. A lower layer sees the words around the token and around its run of
/// capitals; an upper one sees that of the token and of its neighbours, and the mean and the maximum over the places of the word in the document,
/// so that a surname that stands clear in one sentence helps in all others. Immutable, safe for many threads.
/// </summary>
internal sealed class NameNetwork
{
    private const int Width = NetworkWeights.Width;
    private const int Hidden = NetworkWeights.Hidden;
    private const int Upper = NetworkWeights.Upper;
    private const int Reach = NetworkWeights.Near / 2;

    private readonly NetworkWeights _weights;
    private readonly WordVectors _vectors;
    private readonly float[] _near;
    private readonly float[] _run;
    private readonly float[] _sides;
    private readonly float[] _elsewhere;

    public NameNetwork(NetworkWeights weights)
    {
        _weights = weights;
        _near = MatrixProduct.Pack(weights.NearLayer, NetworkWeights.Near * Width, Hidden);
        _run = MatrixProduct.Pack(weights.RunLayer, NetworkWeights.OfRun * Width, Hidden);
        _sides = MatrixProduct.Pack(weights.UpperLayer.AsSpan(0, 3 * Hidden * Upper), 3 * Hidden, Upper);
        _elsewhere = MatrixProduct.Pack(weights.UpperLayer.AsSpan(3 * Hidden * Upper), 2 * Hidden, Upper);
        _vectors = new WordVectors(weights);
    }

    /// <summary>Adds sixteen scores, in nats, to those of each token of the layout.</summary>
    public void Score(TokenisedText document, NetworkLayout layout, float[] scores)
    {
        // A row of nought before, between and after the stretches stands for the neighbour that is not there.
        var rows = new int[layout.Tokens.Count];
        var row = 1;
        foreach (var (from, to) in layout.Stretches)
        {
            for (var n = from; n < to; n++)
                rows[n] = row++;
            row++;
        }
        var hidden = Rent(row * Hidden);
        Lower(document, layout, rows, hidden.AsSpan(0, row * Hidden));
        Above(layout, rows, hidden, scores);
        ArrayPool<float>.Shared.Return(hidden);
    }

    private void Lower(TokenisedText document, NetworkLayout layout, int[] rows, Span<float> hidden)
    {
        const int RunWidth = NetworkWeights.OfRun * Width;
        var near = ArrayPool<float>.Shared.Rent((layout.Tokens.Count + (layout.Stretches.Count * 2 * Reach)) * Width);
        var runs = ArrayPool<float>.Shared.Rent(layout.Tokens.Count * RunWidth);
        var nearAt = new int[layout.Tokens.Count];
        var runOf = new int[layout.Tokens.Count];
        var runCount = 0;
        var vector = 0;
        var runStart = -1;
        Span<int> around = stackalloc int[NetworkWeights.OfRun];
        foreach (var (from, to) in layout.Stretches)
        {
            var place = layout.Tokens[from];
            for (var i = -Reach; i < to - from + Reach; i++)
                _vectors.Of(document, NetworkLayout.Inside(place.Token + i, place)).CopyTo(near.AsSpan((vector + Reach + i) * Width, Width));
            for (var n = from; n < to; n++)
            {
                nearAt[n] = (vector + n - from) * Width;
                ref readonly var token = ref document.Tokens[layout.Tokens[n].Token];
                if (token.RunStart != runStart)
                {
                    runStart = token.RunStart;
                    NetworkLayout.AroundRun(token, place, around);
                    for (var k = 0; k < around.Length; k++)
                        _vectors.Of(document, around[k]).CopyTo(runs.AsSpan((runCount * RunWidth) + (k * Width), Width));
                    runCount++;
                }
                runOf[n] = runCount - 1;
            }
            vector += to - from + (2 * Reach);
        }
        var ofRuns = Rent(runCount * Hidden);
        MatrixProduct.AddTo(ofRuns, Steps(runCount, 1), runs, Steps(runCount, RunWidth), _run, RunWidth, Hidden);
        for (var n = 0; n < rows.Length; n++)
        {
            ref readonly var token = ref document.Tokens[layout.Tokens[n].Token];
            var target = hidden.Slice(rows[n] * Hidden, Hidden);
            ofRuns.AsSpan(runOf[n] * Hidden, Hidden).CopyTo(target);
            Add(target, _weights.Places.AsSpan(NetworkLayout.RunPlace(token, layout.Tokens[n].Token) * Hidden, Hidden));
            Add(target, _weights.Places.AsSpan((NetworkWeights.RunPlaces + layout.Marks[n]) * Hidden, Hidden));
        }
        MatrixProduct.AddTo(hidden, rows, near, nearAt, _near, NetworkWeights.Near * Width, Hidden);
        Rectify(hidden);
        ArrayPool<float>.Shared.Return(ofRuns);
        ArrayPool<float>.Shared.Return(near);
        ArrayPool<float>.Shared.Return(runs);
    }

    private void Above(NetworkLayout layout, int[] rows, float[] hidden, float[] scores)
    {
        var count = layout.Tokens.Count;
        var pool = Rent(layout.Sizes.Count * 2 * Hidden);
        for (var n = 0; n < count; n++)
            if (layout.Groups[n] is var group and >= 0)
                Gather(hidden.AsSpan(rows[n] * Hidden, Hidden), pool.AsSpan(group * 2 * Hidden, 2 * Hidden));
        var upper = Rent(count * Upper);
        var elsewhere = Rent(count * 2 * Hidden);
        var sides = new int[count];
        for (var n = 0; n < count; n++)
        {
            sides[n] = (rows[n] - 1) * Hidden;
            _weights.RepeatBias.AsSpan(layout.Repeats(n) * Upper, Upper).CopyTo(upper.AsSpan(n * Upper));
            if (layout.Groups[n] is var group and >= 0)
                Elsewhere(hidden.AsSpan(rows[n] * Hidden, Hidden), pool.AsSpan(group * 2 * Hidden, 2 * Hidden), layout.Sizes[group] - 1, elsewhere.AsSpan(n * 2 * Hidden, 2 * Hidden));
        }
        var each = Steps(count, 1);
        MatrixProduct.AddTo(upper, each, hidden, sides, _sides, 3 * Hidden, Upper);
        MatrixProduct.AddTo(upper, each, elsewhere, Steps(count, 2 * Hidden), _elsewhere, 2 * Hidden, Upper);
        Rectify(upper.AsSpan(0, count * Upper));
        for (var n = 0; n < count; n++)
            Add(scores.AsSpan(n * Labels.Count), _weights.OutputBias);
        MatrixProduct.AddTo(scores, upper, Upper, 1, _weights.Output, count, Upper, Labels.Count);
        ArrayPool<float>.Shared.Return(elsewhere);
        ArrayPool<float>.Shared.Return(upper);
        ArrayPool<float>.Shared.Return(pool);
    }

    /// <summary>Adds a place of a word to the sum and the maximum over all its places.</summary>
    private static void Gather(ReadOnlySpan<float> hidden, Span<float> pool)
    {
        ref var h = ref MemoryMarshal.GetReference(hidden);
        ref var sum = ref MemoryMarshal.GetReference(pool);
        ref var top = ref pool[Hidden];
        for (nuint k = 0; k < Hidden; k += 8)
        {
            var value = Vector256.LoadUnsafe(ref h, k);
            (Vector256.LoadUnsafe(ref sum, k) + value).StoreUnsafe(ref sum, k);
            Vector256.Max(Vector256.LoadUnsafe(ref top, k), value).StoreUnsafe(ref top, k);
        }
    }

    /// <summary>The mean over the other places of the word, and the maximum over all.</summary>
    private static void Elsewhere(ReadOnlySpan<float> hidden, Span<float> pool, int others, Span<float> target)
    {
        pool.CopyTo(target);
        ref var h = ref MemoryMarshal.GetReference(hidden);
        ref var mean = ref MemoryMarshal.GetReference(target);
        var share = Vector256.Create(others > 0 ? 1f / others : 0f);
        for (nuint k = 0; k < Hidden; k += 8)
            ((Vector256.LoadUnsafe(ref mean, k) - Vector256.LoadUnsafe(ref h, k)) * share).StoreUnsafe(ref mean, k);
    }

    private static int[] Steps(int count, int step)
    {
        var steps = new int[count];
        for (var n = 0; n < count; n++)
            steps[n] = n * step;
        return steps;
    }

    private static float[] Rent(int length)
    {
        var values = ArrayPool<float>.Shared.Rent(length);
        values.AsSpan(0, length).Clear();
        return values;
    }

    private static void Add(Span<float> target, ReadOnlySpan<float> row)
    {
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var r = ref MemoryMarshal.GetReference(row);
        for (nuint k = 0; k < (nuint)row.Length; k += 8)
            (Vector256.LoadUnsafe(ref t, k) + Vector256.LoadUnsafe(ref r, k)).StoreUnsafe(ref t, k);
    }

    private static void Rectify(Span<float> values)
    {
        ref var v = ref MemoryMarshal.GetReference(values);
        for (nuint k = 0; k < (nuint)values.Length; k += 8)
            Vector256.Max(Vector256.LoadUnsafe(ref v, k), Vector256<float>.Zero).StoreUnsafe(ref v, k);
    }
}
