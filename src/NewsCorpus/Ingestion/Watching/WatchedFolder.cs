using Microsoft.Extensions.Logging;

namespace NewsCorpus.Ingestion.Watching;

/// <summary>Listens to one configured folder or file. What the system does not tell, as on network drives or in a flood of changes, a scan finds.</summary>
internal sealed class WatchedFolder(SourceRoot root, SettlingFiles settling, ILogger logger, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    private FileSystemWatcher? _watcher;
    private long _failed;
    private bool _isGone;
    private volatile bool _isFlooded;
    private volatile bool _needsScan;

    public SourceRoot Root => root;

    /// <summary>Takes what says that the folder is to be gone through by a run as a whole: more changed than is followed one by one.</summary>
    public bool TakeFlood()
    {
        var was = _isFlooded;
        _isFlooded = false;
        return was;
    }

    /// <summary>Takes what says that the folder is to be scanned at once.</summary>
    public bool TakeScan()
    {
        var was = _needsScan;
        _needsScan = false;
        return was;
    }

    /// <summary>Follows a file, or the folder as a whole where there are too many.</summary>
    public void Notice(string path)
    {
        if (!settling.Notice(path))
            _isFlooded = true;
    }

    /// <summary>Begins to listen where that is possible now. Faults are told once, with the remedy, and tried again.</summary>
    public void Tend()
    {
        if (!Directory.Exists(root.Location) && !File.Exists(root.Location))
        {
            if (_isGone)
                return;
            _isGone = true;
            Close();
            logger.LogWarning("The watched folder {Folder} is not there. Put it back, or connect its drive; its articles stay, and it is looked for again and again.", root.Location);
            Notice(root.Location);
            return;
        }
        if (_isGone)
            logger.LogInformation("The watched folder {Folder} is there again.", root.Location);
        _isGone = false;
        if (_watcher is null && (_failed == 0 || time.GetElapsedTime(_failed) >= Retry))
            Open();
    }

    public void Dispose() => Close();

    private void Open()
    {
        var isFolder = Directory.Exists(root.Location);
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = isFolder ? new FileSystemWatcher(root.Location) : new FileSystemWatcher(Path.GetDirectoryName(root.Location)!, Path.GetFileName(root.Location));
            watcher.IncludeSubdirectories = isFolder;
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
            watcher.InternalBufferSize = 64 * 1024;
            watcher.Created += (_, e) => Notice(e.FullPath);
            watcher.Deleted += (_, e) => Notice(e.FullPath);
            watcher.Changed += (_, e) => Hear(e.FullPath);
            watcher.Renamed += (_, e) =>
            {
                Notice(e.OldFullPath);
                Notice(e.FullPath);
            };
            watcher.Error += (_, e) => Fail(e.GetException());
            watcher.EnableRaisingEvents = true;
            (_watcher, _failed) = (watcher, 0);
            // Something may have changed before anybody listened.
            _needsScan = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            Fail(e);
        }
    }

    /// <summary>A folder changes with each file in it, which is heard of by itself.</summary>
    private void Hear(string path)
    {
        if (!Directory.Exists(path))
            Notice(path);
    }

    private void Fail(Exception e)
    {
        _needsScan = true;
        if (e is InternalBufferOverflowException)
            return;
        Close();
        if (_failed == 0)
            logger.LogWarning(
                "The system does not tell what changes in {Folder}: {Reason} It is scanned from time to time instead (NewsCorpus:WatchRescanSeconds). On Linux, raising fs.inotify.max_user_watches and fs.inotify.max_user_instances with sysctl often helps; it is tried again every {Seconds} seconds.",
                root.Location, e.Message, Retry.TotalSeconds);
        _failed = time.GetTimestamp();
    }

    private void Close()
    {
        _watcher?.Dispose();
        _watcher = null;
    }
}
