using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using FSDirectory = Lucene.Net.Store.FSDirectory;

namespace NewsCorpus.Search.Index;

/// <summary>On what a writer begins.</summary>
internal enum IndexOpening
{
    /// <summary>On the newest commit.</summary>
    Append,

    /// <summary>On nothing; what is there is searched until the first commit.</summary>
    New,

    /// <summary>On nothing, all files deleted first: they cannot be read, or are of another format.</summary>
    Scratch,
}

/// <summary>
/// The index on disk: hands out snapshots to search in, and the one writer. Several processes may use one folder: each reads, and the one that gets Lucene's write lock writes.
/// Readers follow commits, also those of other processes, by <see cref="Refresh"/>. One a process; safe for threads.
/// </summary>
public sealed class CorpusIndex : IDisposable
{
    /// <summary>Largest index, in bytes, whose checksums are all read when it is first opened; a larger one is checked once it gives cause.</summary>
    private const long CheckedAtOnce = 64L << 20;

    private readonly FSDirectory _directory;

    /// <summary>The same folder for the writer: what it merges is read once, from first to last, and would only fill the process's memory as mapped files.</summary>
    private readonly NIOFSDirectory _written;
    private readonly ILogger<CorpusIndex> _logger;
    private readonly System.Threading.Lock _refreshing = new();
    private IndexSnapshot? _current;
    private volatile bool _isBehind;
    private bool _disposed;

    public CorpusIndex(IOptions<NewsCorpusOptions> options, ILogger<CorpusIndex> logger)
    {
        _logger = logger;
        Folder = options.Value.IndexPath;
        System.IO.Directory.CreateDirectory(Folder);
        _directory = Environment.Is64BitProcess ? new MappedDirectory(Folder) : FSDirectory.Open(Folder);
        _written = new NIOFSDirectory(Folder);
    }

    internal string Folder { get; }

    /// <summary>Last revision of the database that searches see; null while there is no index.</summary>
    public long? Revision => Current()?.Format.Revision;

    /// <summary>Set when a search met something unreadable: the next catch-up looks at every checksum.</summary>
    internal bool IsSuspect { get; private set; }

    internal void Suspect(Exception cause)
    {
        IsSuspect = true;
        _logger.LogError(cause, "The search index could not be read: it will be checked.");
    }

    /// <summary>There is a new commit that nobody waits to search: whoever searches next opens it. A reader costs memory in proportion to the corpus.</summary>
    internal void RefreshLater() => _isBehind = true;

    /// <summary>Opens the newest commit, whoever wrote it. Returns whether searches see something new. The columns of new segments are loaded before the change shows.</summary>
    public bool Refresh()
    {
        lock (_refreshing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _isBehind = false;
            if (!DirectoryReader.IndexExists(_directory))
                return false;
            var old = _current;
            DirectoryReader? reader;
            // A build of the same file names is another build: nothing of an open reader may then be used again.
            if (old is not null && ReadFormat() is { } newest && newest.BuildId == old.Format.BuildId)
                reader = DirectoryReader.OpenIfChanged(old.Reader);
            else
                reader = DirectoryReader.Open(_directory);
            if (reader is null)
                return false;
            if (IndexFormat.Of(reader.IndexCommit.UserData) is not { } format)
            {
                reader.Dispose();
                return false;
            }
            try
            {
                Volatile.Write(ref _current, new IndexSnapshot(reader, format));
            }
            catch
            {
                reader.Dispose();
                throw;
            }
            old?.Reader.DecRef();
            return true;
        }
    }

    /// <summary>A snapshot to search in; null while there is no index. To be disposed.</summary>
    internal IndexLease? Acquire()
    {
        while (Current() is { } snapshot)
        {
            if (snapshot.Reader.TryIncRef())
                return new IndexLease(snapshot);
        }
        return null;
    }

    /// <summary>What the newest commit on disk says of itself; null where there is none, or of another format.</summary>
    internal IndexFormat? ReadFormat()
    {
        if (!DirectoryReader.IndexExists(_directory))
            return null;
        var infos = new SegmentInfos();
        infos.Read(_directory);
        return IndexFormat.Of(infos.UserData);
    }

    /// <summary>Reads what must be readable: always the commit and each segment's head, and every checksum where the index is small or under suspicion.</summary>
    /// <returns>Why the index cannot be used, or null.</returns>
    internal Exception? FindDamage(bool everything)
    {
        // A writer of another process may delete merged files while they are looked at: only what fails twice is damage.
        if (TryRead(everything) is not null && TryRead(everything) is { } damage)
            return damage;
        IsSuspect = false;
        return null;
    }

    private Exception? TryRead(bool everything)
    {
        try
        {
            if (!DirectoryReader.IndexExists(_directory))
                return null;
            everything |= IsSuspect || _directory.ListAll().Sum(_directory.FileLength) <= CheckedAtOnce;
            using var reader = DirectoryReader.Open(_directory);
            foreach (var leaf in reader.Leaves)
            {
                if (everything)
                    leaf.AtomicReader.CheckIntegrity();
            }
            return null;
        }
        catch (Exception damage) when (damage is not UnauthorizedAccessException)
        {
            // Anything may come of a garbled length, also an array that does not fit into memory.
            return damage;
        }
    }

    /// <summary>The writer, or null while another process (or another writer of this one) holds the lock.</summary>
    internal IndexWriter? OpenWriter(IndexOpening opening)
    {
        try
        {
            if (opening == IndexOpening.Scratch)
                DeleteAll();
            return new IndexWriter(_written, WriterSettings.Create(opening == IndexOpening.Append ? OpenMode.APPEND : OpenMode.CREATE, _logger));
        }
        catch (LockObtainFailedException)
        {
            return null;
        }
    }

    /// <summary>The largest article id in the newest commit, deleted ones included; 0 where there is none.</summary>
    internal long LargestId()
    {
        using var reader = DirectoryReader.Open(_directory);
        return reader.Leaves.Select(leaf => SegmentColumns.Of(leaf.AtomicReader).MaxId).DefaultIfEmpty().Max();
    }

    /// <summary>Whether somebody has the writer at this moment: what the index lacks is then being brought in.</summary>
    internal bool IsBeingWritten()
    {
        using var writeLock = _directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        return !writeLock.Obtain();
    }

    public void Dispose()
    {
        lock (_refreshing)
        {
            if (_disposed)
                return;
            _disposed = true;
            _current?.Reader.DecRef();
            _current = null;
            _written.Dispose();
            _directory.Dispose();
        }
    }

    private IndexSnapshot? Current()
    {
        if (_isBehind)
            Refresh();
        return Volatile.Read(ref _current);
    }

    /// <summary>By hand, because a writer told to begin anew still reads the commits that it finds, and these may be the damage.</summary>
    private void DeleteAll()
    {
        var writeLock = _directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writeLock.Obtain())
            throw new LockObtainFailedException("another process writes to the index");
        try
        {
            foreach (var file in _directory.ListAll())
            {
                if (file != IndexWriter.WRITE_LOCK_NAME)
                    _directory.DeleteFile(file);
            }
        }
        finally
        {
            writeLock.Dispose();
        }
    }
}
