namespace NewsCorpus.Ingestion.Containers;

/// <summary>What one archive, with those inside it, may still take. One for each file on disk; not for several threads.</summary>
internal sealed class ExpansionBudget(IngestionLimits limits, long maxFileBytes)
{
    private long expanded;
    private int entries;

    public IngestionLimits Limits => limits;

    /// <summary>Bytes that one file in the archive may have.</summary>
    public long MaxFileBytes => maxFileBytes;

    /// <summary>A view for what lies in a stream whose bytes are charged already: entries count, bytes do not.</summary>
    public ExpansionBudget Unmetered() => new(limits with { MaxExpandedBytes = long.MaxValue }, maxFileBytes) { entries = entries };

    /// <exception cref="RejectedFileException">The archive has more entries than it may.</exception>
    public void CountEntry()
    {
        if (++entries > limits.MaxEntries)
            throw new RejectedFileException($"The archive has more than {limits.MaxEntries:N0} entries; the rest is not read.", "Split it, or raise NewsCorpus:Limits:MaxEntries.");
    }

    /// <param name="own">Bytes that came out of this stream so far.</param>
    /// <param name="packed">Bytes that went into it; null where it is not packed.</param>
    /// <exception cref="RejectedFileException">The whole is larger than it may be, or unpacks suspiciously well.</exception>
    public void Charge(int count, long own, long? packed)
    {
        expanded += count;
        if (expanded > limits.MaxExpandedBytes)
            throw new RejectedFileException($"The archive unpacks to more than {limits.MaxExpandedBytes:N0} bytes; the rest is not read.", "Split it, or raise NewsCorpus:Limits:MaxExpandedBytes.");
        if (packed is { } from)
            CheckRatio(own, from);
    }

    /// <exception cref="RejectedFileException">So few bytes do not become so many in a file of text.</exception>
    public void CheckRatio(long own, long packed)
    {
        if (own > limits.RatioFreeBytes && own / Math.Max(1, packed) >= limits.MaxExpansionRatio)
            throw new RejectedFileException($"The archive unpacks to more than {limits.MaxExpansionRatio} times its size, as archives do that are made to fill a disk.", "If it is right, raise NewsCorpus:Limits:MaxExpansionRatio.");
    }
}
