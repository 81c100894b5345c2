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

    /// <summary>Tokens that go through a layer at once, unless a stretch alone has more.</summary>
    private const int AtOnce = 256;

    private readonly WordVectors _vectors;
    private readonly float[] _near;
    private readonly float[] _run;
    private readonly float[] _sides;
    private readonly float[] _elsewhere;
    private readonly float[] _places;
    private readonly float[] _repeatBias;
    private readonly float[] _output;
    private readonly float[] _outputBias;

    public NameNetwork(NetworkWeights weights)
    {
        (_places, _repeatBias, _output, _outputBias) = (weights.Places, weights.RepeatBias, weights.Output, weights.OutputBias);
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
        foreach (var (from, to) in Parts(layout))
            Lower(document, layout, from, to, rows, hidden.AsSpan(0, row * Hidden));
        var pool = Rent(layout.Sizes.Count * 2 * Hidden);
        for (var n = 0; n < rows.Length; n++)
            if (layout.Groups[n] is var group and >= 0)
                Gather(hidden.AsSpan(rows[n] * Hidden, Hidden), pool.AsSpan(group * 2 * Hidden, 2 * Hidden));
        foreach (var (from, to) in Parts(layout))
            Above(layout, layout.Stretches[from].From, layout.Stretches[to - 1].To, rows, hidden, pool, scores);
        ArrayPool<float>.Shared.Return(pool);
        ArrayPool<float>.Shared.Return(hidden);
    }

    /// <summary>Cuts the stretches into parts that go through a layer at once, so that a long document needs no more work space than a short one.</summary>
    private static IEnumerable<(int From, int To)> Parts(NetworkLayout layout)
    {
        for (var from = 0; from < layout.Stretches.Count;)
        {
            var to = from + 1;
            while (to < layout.Stretches.Count && layout.Stretches[to].To - layout.Stretches[from].From <= AtOnce)
                to++;
            yield return (from, to);
            from = to;
        }
    }

    private void Lower(TokenisedText document, NetworkLayout layout, int fromStretch, int toStretch, int[] rows, Span<float> hidden)
    {
        const int RunWidth = NetworkWeights.OfRun * Width;
        var first = layout.Stretches[fromStretch].From;
        var count = layout.Stretches[toStretch - 1].To - first;
        var near = ArrayPool<float>.Shared.Rent((count + ((toStretch - fromStretch) * 2 * Reach)) * Width);
        var runs = ArrayPool<float>.Shared.Rent(count * RunWidth);
        var nearAt = new int[count];
        var runOf = new int[count];
        var runCount = 0;
        var vector = 0;
        var runStart = -1;
        Span<int> around = stackalloc int[NetworkWeights.OfRun];
        for (var s = fromStretch; s < toStretch; s++)
        {
            var (from, to) = layout.Stretches[s];
            var place = layout.Tokens[from];
            for (var i = -Reach; i < to - from + Reach; i++)
                _vectors.Of(document, NetworkLayout.Inside(place.Token + i, place)).CopyTo(near.AsSpan((vector + Reach + i) * Width, Width));
            for (var n = from; n < to; n++)
            {
                nearAt[n - first] = (vector + n - from) * Width;
                ref readonly var token = ref document.Tokens[layout.Tokens[n].Token];
                if (token.RunStart != runStart)
                {
                    runStart = token.RunStart;
                    NetworkLayout.AroundRun(token, place, around);
                    for (var k = 0; k < around.Length; k++)
                        _vectors.Of(document, around[k]).CopyTo(runs.AsSpan((runCount * RunWidth) + (k * Width), Width));
                    runCount++;
                }
                runOf[n - first] = runCount - 1;
            }
            vector += to - from + (2 * Reach);
        }
        var ofRuns = Rent(runCount * Hidden);
        MatrixProduct.AddTo(ofRuns, Steps(runCount, 1), runs, Steps(runCount, RunWidth), _run, RunWidth, Hidden);
        for (var n = first; n < first + count; n++)
        {
            ref readonly var token = ref document.Tokens[layout.Tokens[n].Token];
            var target = hidden.Slice(rows[n] * Hidden, Hidden);
            ofRuns.AsSpan(runOf[n - first] * Hidden, Hidden).CopyTo(target);
            Add(target, _places.AsSpan(NetworkLayout.RunPlace(token, layout.Tokens[n].Token) * Hidden, Hidden));
            Add(target, _places.AsSpan((NetworkWeights.RunPlaces + layout.Marks[n]) * Hidden, Hidden));
        }
        MatrixProduct.AddTo(hidden, rows.AsSpan(first, count), near, nearAt, _near, NetworkWeights.Near * Width, Hidden);
        Rectify(hidden.Slice(rows[first] * Hidden, (rows[first + count - 1] - rows[first] + 1) * Hidden));
        ArrayPool<float>.Shared.Return(ofRuns);
        ArrayPool<float>.Shared.Return(near);
        ArrayPool<float>.Shared.Return(runs);
    }

    private void Above(NetworkLayout layout, int first, int end, int[] rows, float[] hidden, float[] pool, float[] scores)
    {
        var count = end - first;
        var upper = Rent(count * Upper);
        var elsewhere = Rent(count * 2 * Hidden);
        var sides = new int[count];
        for (var n = first; n < end; n++)
        {
            sides[n - first] = (rows[n] - 1) * Hidden;
            _repeatBias.AsSpan(layout.Repeats(n) * Upper, Upper).CopyTo(upper.AsSpan((n - first) * Upper));
            if (layout.Groups[n] is var group and >= 0)
                Elsewhere(hidden.AsSpan(rows[n] * Hidden, Hidden), pool.AsSpan(group * 2 * Hidden, 2 * Hidden), layout.Sizes[group] - 1, elsewhere.AsSpan((n - first) * 2 * Hidden, 2 * Hidden));
            Add(scores.AsSpan(n * Labels.Count), _outputBias);
        }
        var each = Steps(count, 1);
        MatrixProduct.AddTo(upper, each, hidden, sides, _sides, 3 * Hidden, Upper);
        MatrixProduct.AddTo(upper, each, elsewhere, Steps(count, 2 * Hidden), _elsewhere, 2 * Hidden, Upper);
        Rectify(upper.AsSpan(0, count * Upper));
        MatrixProduct.AddTo(scores.AsSpan(first * Labels.Count, count * Labels.Count), upper, Upper, 1, _output, count, Upper, Labels.Count);
        ArrayPool<float>.Shared.Return(elsewhere);
        ArrayPool<float>.Shared.Return(upper);
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
