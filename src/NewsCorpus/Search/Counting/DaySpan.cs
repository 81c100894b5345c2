namespace NewsCorpus.Search.Counting;

/// <summary>The days from the first to the last article that has a date.</summary>
internal sealed class DaySpan
{
    public int First { get; private set; } = int.MaxValue;

    public int Last { get; private set; } = -1;

    public bool IsEmpty => Last < 0;

    public void Add(DatedHit hit)
    {
        if (hit.FirstDay < 0)
            return;
        First = Math.Min(First, hit.FirstDay);
        Last = Math.Max(Last, hit.LastDay);
    }
}
