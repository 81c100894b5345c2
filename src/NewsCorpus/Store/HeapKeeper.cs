using System.Runtime.InteropServices;

namespace NewsCorpus.Store;

/// <summary>
/// Keeps the memory of a long run from growing with the corpus. On a machine with memory to spare the collector leaves what has died in the oldest generation where it is, until that is several times
/// what lives; a run that goes on for an hour promotes a little of every batch. So whoever works in batches asks between two of them, and the heap is collected whole, a fraction of a second,
/// when the process has come to <see cref="Budget"/>: what database and search engine take beside the heap counts too, and the more that is, the less the heap gets. The C library, which keeps what SQLite has
/// freed, is told to give it back.
/// </summary>
internal static partial class HeapKeeper
{
    /// <summary>Resident bytes that the process may come to before anything is collected for their sake.</summary>
    private const long Budget = 736L * 1024 * 1024;

    /// <summary>Bytes that the heap must have grown by since the last collection to make another worth its time.</summary>
    private const long LeastRoom = 32L * 1024 * 1024;

    /// <summary>Bytes that the heap may grow by whatever the process has come to.</summary>
    private const long MostRoom = 256L * 1024 * 1024;

    private static readonly Lock Collecting = new();

    /// <summary>Bytes of the heap after the last collection; until then as if nothing lived.</summary>
    private static long _live;

    /// <summary>Collects if it is time to. Does not wait for another thread that does.</summary>
    public static void LookAfter()
    {
        if (!IsTime(GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes - Volatile.Read(ref _live), Environment.WorkingSet) || !Collecting.TryEnter())
            return;
        try
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            if (OperatingSystem.IsLinux())
                GiveBack();
            Volatile.Write(ref _live, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
        }
        finally
        {
            Collecting.Exit();
        }
    }

    private static void GiveBack()
    {
        try
        {
            // Whether there was anything to give back does not matter.
            _ = MallocTrim(0);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Only glibc knows it; others give back by themselves.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MallocTrim(nuint pad);

    /// <param name="grown">Bytes by which the heap has grown since the last collection.</param>
    /// <param name="resident">Bytes that the process has resident.</param>
    internal static bool IsTime(long grown, long resident) => grown >= (resident >= Budget ? LeastRoom : MostRoom);
}
