namespace NewsCorpus.Search.Index;

/// <summary>
/// The best hits of many, for the first page and for the five-hundredth: hits are gathered, and when there are twice as many as are wanted the worse half goes. A step a hit, where a heap
/// of ten thousand takes a dozen. Memory grows with what is kept, not with what is offered.
/// </summary>
internal sealed class TopHits(int capacity)
{
    /// <summary>Hits gathered beyond those that are kept, at least.</summary>
    private const int Room = 1024;

    private readonly int _most = (int)Math.Min(Array.MaxLength, capacity + (long)Math.Max(Room, capacity));
    private RankedHit[] _hits = new RankedHit[Math.Min(capacity, Room)];
    private int _count;
    private RankedHit? _worst;

    /// <summary>Whether a hit with this key could still get in.</summary>
    public bool Admits(long key) => capacity > 0 && (_worst is not { } worst || key >= worst.Key);

    public void Offer(in RankedHit hit)
    {
        if (capacity == 0 || _worst is { } worst && !hit.IsBefore(worst))
            return;
        if (_count == _hits.Length)
            MakeRoom();
        _hits[_count++] = hit;
    }

    /// <summary>The best, in no order.</summary>
    public ReadOnlySpan<RankedHit> Kept
    {
        get
        {
            Trim();
            return _hits.AsSpan(0, _count);
        }
    }

    private void MakeRoom()
    {
        if (_hits.Length < _most)
            Array.Resize(ref _hits, (int)Math.Min(_most, _hits.Length * 2L));
        else
            Trim();
    }

    private void Trim()
    {
        if (_count <= capacity)
            return;
        RankedHit.Select(_hits.AsSpan(0, _count), capacity);
        _count = capacity;
        var last = _hits[0];
        for (var i = 1; i < _count; i++)
            if (last.IsBefore(_hits[i]))
                last = _hits[i];
        _worst = last;
    }
}
