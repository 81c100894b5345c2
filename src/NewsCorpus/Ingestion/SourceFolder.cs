using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>A file to be read, or a folder that cannot be listed.</summary>
/// <param name="Location">Absolute path.</param>
/// <param name="Path">Path to show, below the folder that the run was pointed at, forward slashes; without line breaks and the like.</param>
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

    /// <param name="path">A folder, or one file, absolute.</param>
    /// <exception cref="EnvironmentProblemException">The path does not exist or cannot be listed. A folder below it that cannot be listed is an entry with a fault.</exception>
    public static IEnumerable<SourceEntry> Files(string path)
    {
        if (File.Exists(path))
            return [new SourceEntry(path, Shown(System.IO.Path.GetFileName(path)))];
        if (!Directory.Exists(path))
            throw new EnvironmentProblemException($"There is no folder or file {path}. Check the path (--corpus, or the argument of ingest).");
        var root = new DirectoryInfo(path);
        var (items, problem) = List(root);
        return problem is null
            ? Below(root, items, "")
            : throw new EnvironmentProblemException($"The folder {path} cannot be listed: {problem.Message} Make it readable for the user that runs NewsCorpus.", problem);
    }

    /// <summary>Why a name that was just listed does not lead to its file; null where the name is sound.</summary>
    public static SourceFileException? FaultOfName(string location) => location.Contains(Undecodable, StringComparison.Ordinal)
        ? new RejectedFileException("The name is not valid UTF-8, so that it cannot be opened by it (� stands for what cannot be read). Rename it.")
        : null;

    private static IEnumerable<SourceEntry> Below(DirectoryInfo parent, FileSystemInfo[] items, string prefix)
    {
        foreach (var item in items)
        {
            if (item.FullName.Length == 0)
            {
                // What .NET makes of a path that the system cannot take.
                yield return new SourceEntry(parent.FullName + System.IO.Path.DirectorySeparatorChar, prefix, TooLong(parent.FullName));
                continue;
            }
            // Names that start with a dot are the system's and the editors' own.
            if (item.Name.StartsWith('.'))
                continue;
            var path = prefix + Shown(item.Name);
            if (item is not DirectoryInfo folder)
            {
                yield return new SourceEntry(item.FullName, path);
                continue;
            }
            var (inner, problem) = List(folder);
            if (problem is not null)
                yield return Unlisted(folder, path + "/", problem);
            foreach (var entry in Below(folder, inner, path + "/"))
                yield return entry;
        }
    }

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

    private static SourceEntry Unlisted(DirectoryInfo folder, string path, Exception problem) => new(
        folder.FullName + System.IO.Path.DirectorySeparatorChar,
        path,
        FaultOfName(folder.FullName) ?? (problem is DirectoryNotFoundException
            ? new RejectedFileException("The folder vanished while the run was under way. Run again if it is back.")
            : new RejectedFileException($"The folder cannot be listed: {problem.Message} Make it readable for the user that runs NewsCorpus.", null, null, problem)));

    private static RejectedFileException TooLong(string parent) =>
        new($"A file or folder in it has a path that is longer than the system can open (this one has {parent.Length} characters). Give it shorter names.");

    /// <summary>A name on one line: control characters as their pictures.</summary>
    private static string Shown(string name) => name.Any(char.IsControl)
        ? string.Concat(name.Select(c => c < ' ' ? (char)(c + 0x2400) : char.IsControl(c) ? Undecodable : c))
        : name;
}
