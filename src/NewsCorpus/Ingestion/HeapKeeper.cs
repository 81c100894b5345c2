namespace NewsCorpus.Ingestion;

/// <summary>
/// Keeps the memory of a long run from growing with the corpus. On a machine with memory to spare the collector leaves what has died in the oldest generation where it is, until that is several times
/// what lives; a run that goes on for an hour promotes a little of every batch. So whoever works in batches asks between two of them, and the heap is collected whole whenever it has grown by
/// <see cref="Room"/> since that was last done: a fraction of a second, each ten thousand articles or so.
/// </summary>
internal static class HeapKeeper
{
    /// <summary>Bytes that the heap may grow by between two collections.</summary>
    private const long Room = 128L * 1024 * 1024;

    private static readonly Lock Collecting = new();

    /// <summary>Bytes of the heap after the last collection; until then as if nothing lived.</summary>
    private static long _live;

    /// <summary>Collects if it is time to. Does not wait for another thread that does.</summary>
    public static void LookAfter()
    {
        if (GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes < Volatile.Read(ref _live) + Room || !Collecting.TryEnter())
            return;
        try
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Volatile.Write(ref _live, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
        }
        finally
        {
            Collecting.Exit();
        }
    }
}
