using Lucene.Net.Index;

namespace NewsCorpus.Search.Index.Places;

/// <summary>Which places of a document a query asks for: words, and conditions on where they stand. Immutable; opened for each segment.</summary>
internal abstract class PositionExpression
{
    public abstract PositionReader Open(AtomicReader reader);
}

/// <summary>The places in one document at a time, ordered by their beginning. Documents are asked for in ascending order.</summary>
internal abstract class PositionReader
{
    /// <summary>Places of one document that are kept; further ones of a hostile text are not looked for.</summary>
    private const int MaxPlaces = 20_000;

    private int[] _starts = new int[16];
    private int[] _ends = new int[16];
    private int _limit = MaxPlaces;

    public int Count { get; private set; }

    /// <summary>First positions.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Last positions, inclusive.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>Tells that it only matters whether there is a place at all.</summary>
    public void StopAtFirst() => _limit = 1;

    /// <summary>Reads the places of a document; false where there is none.</summary>
    public bool Load(int doc)
    {
        Count = 0;
        Fill(doc);
        return Count > 0;
    }

    protected bool IsFull => Count >= _limit;

    protected abstract void Fill(int doc);

    protected void Add(int start, int end)
    {
        if (IsFull)
            return;
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }
        _starts[Count] = start;
        _ends[Count++] = end;
    }

    /// <summary>Puts places into order, those of the same beginning by their end, and drops repeated ones.</summary>
    protected void Order()
    {
        if (Count < 2)
            return;
        Array.Sort(_starts, _ends, 0, Count);
        for (int first = 0, next = 1; next <= Count; next++)
        {
            if (next < Count && _starts[next] == _starts[first])
                continue;
            if (next - first > 1)
                Array.Sort(_ends, first, next - first);
            first = next;
        }
        var kept = 1;
        for (var i = 1; i < Count; i++)
        {
            if (_starts[i] == _starts[kept - 1] && _ends[i] == _ends[kept - 1])
                continue;
            _starts[kept] = _starts[i];
            _ends[kept++] = _ends[i];
        }
        Count = kept;
    }
}
