namespace NewsCorpus.Search.Index;

/// <param name="Key">Larger is better.</param>
/// <param name="Id">The article's id: breaks ties, smaller first.</param>
/// <param name="Leaf">Segment.</param>
/// <param name="Doc">Document of the segment.</param>
/// <param name="Story">The story that it shares with others, 0 for none.</param>
internal readonly record struct RankedHit(long Key, long Id, int Leaf, int Doc, int Story)
{
    public bool IsBefore(in RankedHit other) => Key != other.Key ? Key > other.Key : Id < other.Id;
}

/// <summary>The best hits of many: a heap with the worst of the kept ones on top. Memory grows with what is kept, not with what is offered.</summary>
internal sealed class TopHits(int capacity)
{
    private RankedHit[] _heap = new RankedHit[Math.Min(capacity, 64)];
    private int _count;

    /// <summary>Whether a hit with this key could still get in.</summary>
    public bool Admits(long key) => _count < capacity || key >= _heap[0].Key;

    public void Offer(in RankedHit hit)
    {
        if (_count < capacity)
        {
            if (_count == _heap.Length)
                Array.Resize(ref _heap, Math.Min(capacity, _count * 2));
            var at = _count++;
            while (at > 0 && _heap[(at - 1) / 2].IsBefore(hit))
            {
                _heap[at] = _heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            _heap[at] = hit;
        }
        else if (capacity > 0 && hit.IsBefore(_heap[0]))
        {
            SinkFromTop(hit);
        }
    }

    public IEnumerable<RankedHit> Kept => _heap.Take(_count);

    private void SinkFromTop(in RankedHit hit)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _heap[child].IsBefore(_heap[child + 1]))
                child++;
            if (!hit.IsBefore(_heap[child]))
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = hit;
    }
}
