using Lucene.Net.Index;

namespace NewsCorpus.Search.Index;

/// <summary>Which places of a document a query asks for: words, and conditions on where they stand. Immutable; opened for each segment.</summary>
internal abstract class PositionExpression
{
    public abstract PositionReader Open(AtomicReader reader);
}

/// <summary>The places in one document at a time, ordered by their beginning. Documents are asked for in ascending order.</summary>
internal abstract class PositionReader
{
    private int[] _starts = new int[16];
    private int[] _ends = new int[16];

    public int Count { get; private set; }

    /// <summary>First positions.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Last positions, inclusive.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>Reads the places of a document; false where there is none.</summary>
    public bool Load(int doc)
    {
        Count = 0;
        Fill(doc);
        return Count > 0;
    }

    protected abstract void Fill(int doc);

    protected void Add(int start, int end)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }
        _starts[Count] = start;
        _ends[Count++] = end;
    }

    /// <summary>Puts places into order and drops repeated ones.</summary>
    protected void Order()
    {
        if (Count < 2)
            return;
        Array.Sort(_starts, _ends, 0, Count);
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

/// <summary>Where any of some words stands.</summary>
internal sealed class AnyWord(IReadOnlyList<Term> terms) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) =>
        new Reader([.. terms.Select(reader.GetTermPositionsEnum).Where(e => e is not null)]);

    private sealed class Reader(DocsAndPositionsEnum[] lists) : PositionReader
    {
        protected override void Fill(int doc)
        {
            foreach (var list in lists)
            {
                if (list.DocID < doc)
                    list.Advance(doc);
                if (list.DocID != doc)
                    continue;
                var last = -1;
                for (var left = list.Freq; left > 0; left--)
                {
                    // A word of weight 3 stands three times at its position.
                    var position = list.NextPosition();
                    if (position != last)
                        Add(position, position);
                    last = position;
                }
            }
            if (lists.Length > 1)
                Order();
        }
    }
}

/// <summary>Where the parts stand one right after the other.</summary>
internal sealed class Adjacent(IReadOnlyList<PositionExpression> parts) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader([.. parts.Select(p => p.Open(reader))]);

    private sealed class Reader(PositionReader[] parts) : PositionReader
    {
        protected override void Fill(int doc)
        {
            foreach (var part in parts)
            {
                if (!part.Load(doc))
                    return;
            }
            for (var i = 0; i < parts[0].Count; i++)
            {
                var end = parts[0].Ends[i];
                var next = 1;
                while (next < parts.Length && parts[next].Starts.BinarySearch(end + 1) is >= 0 and var at)
                {
                    end = parts[next].Ends[at];
                    next++;
                }
                if (next == parts.Length)
                    Add(parts[0].Starts[i], end);
            }
        }
    }
}

/// <summary>The places of another expression that are in the text: not in the title, captions or names.</summary>
internal sealed class InText(PositionExpression part) : PositionExpression
{
    public override PositionReader Open(AtomicReader reader) => new Reader(part.Open(reader), SegmentColumns.Of(reader).TextPositions);

    private sealed class Reader(PositionReader part, int[] textPositions) : PositionReader
    {
        protected override void Fill(int doc)
        {
            part.Load(doc);
            for (var i = 0; i < part.Count; i++)
            {
                if (part.Ends[i] < textPositions[doc])
                    Add(part.Starts[i], part.Ends[i]);
            }
        }
    }
}
