using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>A file to be read, or a folder that cannot be listed.</summary>
/// <param name="Location">Absolute path.</param>
/// <param name="Path">Path to show, forward slashes: below the configured folder that it lies in, else below the folder that the run was pointed at.</param>
/// <param name="Fault">Why it cannot be read; null where it can be tried.</param>
public sealed record SourceEntry(string Location, string Path, SourceFileException? Fault = null);

/// <summary>Lists the files of a folder and all below, in an order that is the same on every machine. Follows no link, so nothing outside of the folder is read, and no loop is run through.</summary>
public static class SourceFolder
{
    /// <summary>Stands in a name for bytes that are no UTF-8. The true name is lost then, and the file cannot be opened by it.</summary>
    private const char Undecodable = '\uFFFD';

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = false,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <param name="from">Location at which to begin: that file, or the next in order where it is gone; null for all.</param>
    /// <exception cref="EnvironmentProblemException">The path does not exist or cannot be listed. A folder below it that cannot be listed is an entry with a fault.</exception>
    public static IEnumerable<SourceEntry> Files(SourceRoot root, string? from = null)
    {
        if (File.Exists(root.Location))
            return [new SourceEntry(root.Location, root.Shown(root.Location))];
        if (!Directory.Exists(root.Location))
            throw new EnvironmentProblemException($"There is no folder or file {root.Location}. Check the path (--corpus, or the argument of ingest).");
        var folder = new DirectoryInfo(root.Location);
        var (items, problem) = List(folder);
        if (problem is not null)
            throw new EnvironmentProblemException($"The folder {root.Location} cannot be listed: {problem.Message} Make it readable for the user that runs NewsCorpus.", problem);
        return Below(folder, items, root, from is null ? [] : System.IO.Path.GetRelativePath(root.Location, from).Split(System.IO.Path.DirectorySeparatorChar));
    }

    /// <summary>Whether a run over the root would list the file: neither it nor a folder on the way is hidden or a link.</summary>
    public static bool Lists(SourceRoot root, string location)
    {
        if (!SourceRoot.Contains(root.Location, location))
            return false;
        for (var path = location; path.Length > root.Location.Length; path = System.IO.Path.GetDirectoryName(path)!)
            if (IsHidden(root, System.IO.Path.GetFileName(path), path) || (File.Exists(path) || Directory.Exists(path)) && (File.GetAttributes(path) & Options.AttributesToSkip) != FileAttributes.None)
                return false;
        return true;
    }

    /// <summary>Why a name that was just listed does not lead to its file; null where the name is sound.</summary>
    public static SourceFileException? FaultOfName(string location) => location.Contains(Undecodable, StringComparison.Ordinal)
        ? new RejectedFileException("The name is not valid UTF-8, so that it cannot be opened by it (� stands for what cannot be read).", "Rename it.")
        : null;

    private static IEnumerable<SourceEntry> Below(DirectoryInfo folder, FileSystemInfo[] items, SourceRoot root, string[] from)
    {
        foreach (var item in items)
        {
            if (item.FullName.Length == 0)
            {
                // What .NET makes of a path that the system cannot take.
                yield return OfFolder(folder, root, new RejectedFileException(
                    $"A file or folder in it has a path that is longer than the system can open (this one has {folder.FullName.Length} characters).", "Give it shorter names."));
                continue;
            }
            var order = from.Length == 0 ? 1 : string.CompareOrdinal(item.Name, from[0]);
            if (order < 0 || IsHidden(root, item.Name, item.FullName))
                continue;
            if (item is not DirectoryInfo inner)
            {
                yield return new SourceEntry(item.FullName, root.Shown(item.FullName));
                continue;
            }
            var (below, problem) = List(inner);
            if (problem is not null)
                yield return OfFolder(inner, root, Unlisted(inner, problem));
            foreach (var entry in Below(inner, below, root, order == 0 ? from[1..] : []))
                yield return entry;
        }
    }

    /// <summary>Names that start with a dot are the system's and the editors' own.</summary>
    private static bool IsHidden(SourceRoot root, string name, string path) => name.StartsWith('.') || path == root.Hidden;

    private static (FileSystemInfo[] Items, Exception? Problem) List(DirectoryInfo folder)
    {
        try
        {
            var items = folder.GetFileSystemInfos("*", Options);
            Array.Sort(items, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return (items, null);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return ([], e);
        }
    }

    /// <summary>The separator at its end tells a folder from a file.</summary>
    private static SourceEntry OfFolder(DirectoryInfo folder, SourceRoot root, SourceFileException fault) =>
        new(folder.FullName + System.IO.Path.DirectorySeparatorChar, root.Shown(folder.FullName) + "/", fault);

    private static SourceFileException Unlisted(DirectoryInfo folder, Exception problem) => FaultOfName(folder.FullName)
        ?? (problem is DirectoryNotFoundException
            ? new RejectedFileException("The folder vanished while the run was under way.", "Run again if it is back.")
            : new RejectedFileException($"The folder cannot be listed: {problem.Message}", "Make it readable for the user that runs NewsCorpus.", null, null, problem));
}
