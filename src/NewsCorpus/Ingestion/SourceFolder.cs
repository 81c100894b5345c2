using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>A file to be read.</summary>
/// <param name="Location">Absolute path.</param>
/// <param name="Path">Path to show, forward slashes: below the configured folder that it lies in, else below the folder that the run was pointed at.</param>
public sealed record SourceEntry(string Location, string Path);

/// <summary>Lists the files of a folder and all below, in an order that is the same on every machine. Follows no link, so nothing outside of the folder is read.</summary>
public static class SourceFolder
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = false,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <param name="from">Location at which to begin: that file, or the next in order where it is gone; null for all.</param>
    /// <exception cref="EnvironmentProblemException">The path does not exist or cannot be listed.</exception>
    public static IEnumerable<SourceEntry> Files(SourceRoot root, string? from = null)
    {
        if (File.Exists(root.Location))
            return [new SourceEntry(root.Location, root.Shown(root.Location))];
        if (!Directory.Exists(root.Location))
            throw new EnvironmentProblemException($"There is no folder or file {root.Location}. Check the path (--corpus, or the argument of ingest).");
        return Below(new DirectoryInfo(root.Location), root, from is null ? [] : System.IO.Path.GetRelativePath(root.Location, from).Split(System.IO.Path.DirectorySeparatorChar));
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

    private static IEnumerable<SourceEntry> Below(DirectoryInfo folder, SourceRoot root, string[] from)
    {
        foreach (var item in List(folder))
        {
            var order = from.Length == 0 ? 1 : string.CompareOrdinal(item.Name, from[0]);
            if (order < 0 || IsHidden(root, item.Name, item.FullName))
                continue;
            if (item is DirectoryInfo inner)
                foreach (var entry in Below(inner, root, order == 0 ? from[1..] : []))
                    yield return entry;
            else
                yield return new SourceEntry(item.FullName, root.Shown(item.FullName));
        }
    }

    /// <summary>Names that start with a dot are the system's and the editors' own.</summary>
    private static bool IsHidden(SourceRoot root, string name, string path) => name.StartsWith('.') || path == root.Hidden;

    private static FileSystemInfo[] List(DirectoryInfo folder)
    {
        try
        {
            var items = folder.GetFileSystemInfos("*", Options);
            Array.Sort(items, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return items;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new EnvironmentProblemException($"The folder {folder.FullName} cannot be listed: {e.Message} Make it readable for the user that runs NewsCorpus.", e);
        }
    }
}
