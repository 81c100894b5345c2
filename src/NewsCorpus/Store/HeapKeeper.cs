using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsCorpus.Store;

/// <summary>
/// Keeps the memory of a long run from growing with the corpus. On a machine with memory to spare the collector leaves what has died in the oldest generation where it is, until that is several times
/// what lives; a run that goes on for an hour promotes a little of every batch. So while anything works in batches a thread looks every <see cref="Beat"/>, and the heap is collected whole, a fraction of a second,
/// when the process has come to <see cref="Budget"/> and what lasts has grown: what database and search engine take beside the heap counts too, and the more that is, the less the heap gets. The C library, which keeps what SQLite has
/// freed, is told to give it back.
/// </summary>
internal static partial class HeapKeeper
{
    /// <summary>Time between two looks. What the process takes between them comes on top of the budget.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    /// <summary>Resident bytes that the process may come to before anything is collected for their sake.</summary>
    private const long Budget = 736L * 1024 * 1024;

    /// <summary>Bytes by which that which lasts must have grown since the last collection to make another worth its time.</summary>
    private const long LeastRoom = 24L * 1024 * 1024;

    /// <summary>Bytes by which it may grow whatever the process has come to.</summary>
    private const long MostRoom = 256L * 1024 * 1024;

    /// <summary>Collecting takes a tenth of the time at most, however little it gives: a process that serves a large corpus is above the budget all the while.</summary>
    private const int RestPerCollection = 10;

    private static readonly Lock Counting = new();

    /// <summary>One watcher may begin while the one before it still collects.</summary>
    private static readonly Lock Collecting = new();

    /// <summary><see cref="Lasting"/> after the last collection; until then as if nothing lived.</summary>
    private static long _live;

    /// <summary>By <see cref="Stopwatch.GetTimestamp"/>.</summary>
    private static long _notBefore;

    /// <summary>How many watch at the moment.</summary>
    private static int _watched;

    private static ManualResetEventSlim _ended = new();

    /// <summary>Looks after the heap until the result is disposed of. Those who ask at the same time share one thread.</summary>
    public static IDisposable Watch()
    {
        lock (Counting)
        {
            if (_watched++ == 0)
            {
                var ended = _ended = new ManualResetEventSlim();
                new Thread(() => Look(ended)) { IsBackground = true, Name = nameof(HeapKeeper) }.Start();
            }
        }
        return new Watched();
    }

    private sealed class Watched : IDisposable
    {
        private int _isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
                return;
            lock (Counting)
            {
                if (--_watched == 0)
                    _ended.Set();
            }
        }
    }

    private static void Look(ManualResetEventSlim ended)
    {
        while (!ended.Wait(Beat))
        {
            lock (Collecting)
                LookOnce();
        }
    }

    private static void LookOnce()
    {
        var begun = Stopwatch.GetTimestamp();
        if (begun < _notBefore || !IsTime(Lasting() - _live, Environment.WorkingSet))
            return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
            GiveBack();
        _live = Lasting();
        var done = Stopwatch.GetTimestamp();
        _notBefore = done + RestPerCollection * (done - begun);
    }

    /// <summary>
    /// Bytes that the oldest generation and the large objects had after the newest collection of any kind, living and dead. Only these wait for a whole collection: what the process has allocated since, some hundred
    /// megabytes that come and go several times a second, would say nothing.
    /// </summary>
    private static long Lasting()
    {
        var generations = GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo;
        return generations[2].SizeAfterBytes + generations[3].SizeAfterBytes;
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

    /// <param name="grown">Bytes by which <see cref="Lasting"/> has grown since the last collection.</param>
    /// <param name="resident">Bytes that the process has resident.</param>
    internal static bool IsTime(long grown, long resident) => grown >= (resident >= Budget ? LeastRoom : MostRoom);
}
