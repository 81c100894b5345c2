namespace NewsCorpus.Search.Index;

/// <summary>Matching documents of one segment that wait to be counted: one column after another over all of them takes a fraction of what all columns of each document take.</summary>
internal sealed class HitBlock
{
    private const int Size = 1024;

    private readonly int[] _docs = new int[Size];
    private readonly Passed[] _passed = new Passed[Size];
    private int _count;

    public bool IsFull => _count == Size;

    public void Add(int doc, Passed passed)
    {
        _docs[_count] = doc;
        _passed[_count++] = passed;
    }

    /// <summary>Counts what has been added, and is empty.</summary>
    public void CountInto(HitCounts counts, in HitColumns columns)
    {
        counts.Count(columns, _docs.AsSpan(0, _count), _passed.AsSpan(0, _count));
        _count = 0;
    }
}
