using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsCorpus.Extraction.People;

/// <summary>
/// A linear-chain conditional random field over <see cref="Labels"/> (Lafferty, McCallum and Pereira, ICML 2001) with weights of 8 bits: a hashed feature
/// gives a row of sixteen, rows that training left near nought are not kept. Immutable, safe for many threads.
/// </summary>
internal sealed class ChainModel
{
    private const int Impossible = -1 << 24;

    private readonly uint[] _keys;
    private readonly int[] _rowOf;
    private readonly int _mask;
    private readonly sbyte[] _rows;
    private readonly int[] _transitions;

    /// <param name="keys">Feature hashes, each once, in ascending order.</param>
    /// <param name="rows">Sixteen weights a key.</param>
    /// <param name="transitions">Weight of label b after label a at [a * 16 + b], in the same unit as the rows.</param>
    public ChainModel(uint[] keys, sbyte[] rows, short[] transitions)
    {
        Keys = keys;
        Rows = rows;
        Transitions = transitions;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Length * 2, 16));
        _mask = size - 1;
        _keys = new uint[size];
        _rowOf = new int[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = (int)(keys[i] & (uint)_mask);
            while (_rowOf[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = keys[i];
            _rowOf[slot] = i + 1;
        }
        _rows = rows;
        _transitions = new int[Labels.Count * Labels.Count];
        for (var before = 0; before < Labels.Count; before++)
            for (var label = 0; label < Labels.Count; label++)
                _transitions[(label * Labels.Count) + before] = Labels.CanFollow(before, label) ? transitions[(before * Labels.Count) + label] : Impossible;
    }

    public uint[] Keys { get; }

    public sbyte[] Rows { get; }

    public short[] Transitions { get; }

    /// <summary>Adds the weights of the features to the sixteen scores of a token.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        var sum = Vector256Of(scores);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        foreach (var feature in features)
        {
            var slot = (int)(feature & (uint)_mask);
            int row;
            while ((row = _rowOf[slot]) != 0)
            {
                if (_keys[slot] == feature)
                {
                    sum += Vector256.WidenLower(Vector256.Create(
                        Vector128.LoadUnsafe(ref rows, (nuint)((row - 1) * Labels.Count)), default));
                    break;
                }
                slot = (slot + 1) & _mask;
            }
        }
        Vector256.StoreUnsafe(sum, ref MemoryMarshal.GetReference(scores));
    }

    /// <summary>The best sequence of labels for a stretch that has tokens outside of names on both sides (Viterbi).</summary>
    /// <param name="scores">Sixteen a token.</param>
    /// <param name="labels">One a token, to be filled.</param>
    /// <param name="back">Work space of sixteen a token.</param>
    public void Decode(ReadOnlySpan<short> scores, Span<byte> labels, Span<byte> back)
    {
        const int L = Labels.Count;
        Span<int> best = stackalloc int[L];
        Span<int> next = stackalloc int[L];
        var length = labels.Length;
        for (var label = 0; label < L; label++)
            best[label] = _transitions[label * L] + scores[label];
        for (var i = 1; i < length; i++)
        {
            for (var label = 0; label < L - 1; label++)
            {
                ref var row = ref _transitions[label * L];
                var top = int.MinValue;
                var from = 0;
                for (var before = 0; before < L - 1; before++)
                {
                    var score = best[before] + Unsafe.Add(ref row, before);
                    if (score > top)
                    {
                        top = score;
                        from = before;
                    }
                }
                next[label] = top + scores[(i * L) + label];
                back[(i * L) + label] = (byte)from;
            }
            next[L - 1] = Impossible * 2;
            next.CopyTo(best);
            for (var label = 0; label < L; label++)
                best[label] = Math.Max(best[label], Impossible * 4);
        }
        var last = 0;
        var winner = int.MinValue;
        for (var label = 0; label < L - 1; label++)
        {
            if (!Labels.CanEnd(label))
                continue;
            var score = best[label] + _transitions[label];
            if (score > winner)
            {
                winner = score;
                last = label;
            }
        }
        for (var i = length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * L) + last];
        }
    }

    private static Vector256<short> Vector256Of(Span<short> scores) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(scores));
}
