using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>A file to be read.</summary>
/// <param name="Location">Absolute path.</param>
/// <param name="Path">Path to show, below the folder that the run was pointed at, forward slashes.</param>
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

    /// <param name="path">A folder, or one file, absolute.</param>
    /// <exception cref="EnvironmentProblemException">The path does not exist or cannot be listed.</exception>
    public static IEnumerable<SourceEntry> Files(string path)
    {
        if (File.Exists(path))
            return [new SourceEntry(path, System.IO.Path.GetFileName(path))];
        if (!Directory.Exists(path))
            throw new EnvironmentProblemException($"There is no folder or file {path}. Check the path (--corpus, or the argument of ingest).");
        return Below(new DirectoryInfo(path), "");
    }

    private static IEnumerable<SourceEntry> Below(DirectoryInfo folder, string prefix)
    {
        foreach (var item in List(folder))
        {
            // Names that start with a dot are the system's and the editors' own.
            if (item.Name.StartsWith('.'))
                continue;
            if (item is DirectoryInfo inner)
                foreach (var entry in Below(inner, prefix + inner.Name + "/"))
                    yield return entry;
            else
                yield return new SourceEntry(item.FullName, prefix + item.Name);
        }
    }

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
