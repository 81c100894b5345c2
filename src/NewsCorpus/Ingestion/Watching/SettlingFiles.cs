using System.Collections.Concurrent;

namespace NewsCorpus.Ingestion.Watching;

/// <summary>Files of which something was heard, until they are complete: their size and time have stood still for a while, and they can be opened. May be told of files from any thread.</summary>
internal sealed class SettlingFiles(TimeProvider time)
{
    /// <summary>How long a file stands still before it is taken.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>So many are followed one by one; of more, only the folder is remembered.</summary>
    private const int Most = 5000;

    private readonly ConcurrentDictionary<string, Seen> _files = new(StringComparer.Ordinal);

    public bool IsEmpty => _files.IsEmpty;

    /// <summary>Whether there is room for one more.</summary>
    public bool Notice(string path)
    {
        if (_files.Count >= Most && !_files.ContainsKey(path))
            return false;
        _files.TryAdd(path, new Seen(-1, default, time.GetTimestamp()));
        return true;
    }

    /// <summary>Takes out those that are complete or gone.</summary>
    public (IReadOnlyList<string> Complete, IReadOnlyList<string> Gone) Take()
    {
        var (complete, gone) = (new List<string>(), new List<string>());
        foreach (var (path, seen) in _files)
        {
            var file = new FileInfo(path);
            var now = file.Exists ? seen with { Size = file.Length, Modified = file.LastWriteTimeUtc } : seen with { Size = -2 };
            if (now != seen)
                _files[path] = now with { Since = time.GetTimestamp() };
            else if (time.GetElapsedTime(seen.Since) >= Rest && (!file.Exists || file.Length == 0 || CanOpen(path)) && _files.TryRemove(path, out _))
                (file.Exists ? complete : gone).Add(path);
        }
        complete.Sort(StringComparer.Ordinal);
        gone.Sort(StringComparer.Ordinal);
        return (complete, gone);
    }

    /// <summary>
    /// A file that another program holds to write is not complete; one that may not be read at all is for the run to tell. Never asked of a file of no length:
    /// that may be a pipe, and opening one waits for ever (<see cref="StableFile.Open"/>).
    /// </summary>
    private static bool CanOpen(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <param name="Size">Bytes; -1 before the first look, -2 where there is no file.</param>
    /// <param name="Since">Since when it is so, as a timestamp.</param>
    private sealed record Seen(long Size, DateTime Modified, long Since);
}
