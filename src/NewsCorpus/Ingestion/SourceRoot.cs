namespace NewsCorpus.Ingestion;

/// <summary>A folder or file that a run is pointed at.</summary>
/// <param name="Location">Absolute path, without a separator at its end.</param>
/// <param name="Base">The folder below which paths are shown: the configured corpus folder that it lies in, else itself.</param>
/// <param name="Hidden">A folder that is never listed: the data folder, with the database and the keys.</param>
public sealed record SourceRoot(string Location, string Base, string? Hidden = null)
{
    private static readonly StringComparison Comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The paths of a run in their order, those left out that lie in another: no file is seen twice.</summary>
    /// <param name="corpus">The configured folders and files.</param>
    /// <param name="data">The data folder.</param>
    public static IReadOnlyList<SourceRoot> Of(IEnumerable<string> paths, IEnumerable<string> corpus, string data)
    {
        var all = paths.Select(Clean).Distinct(StringComparer.Ordinal).ToList();
        var folders = corpus.Select(Clean).OrderBy(f => f.Length).ToList();
        return all
            .Where(path => !all.Exists(other => other != path && Contains(other, path)))
            .Select(path => new SourceRoot(path, folders.Find(f => f != path && Contains(f, path)) ?? (File.Exists(path) ? Path.GetDirectoryName(path)! : path), Clean(data)))
            .ToList();
    }

    /// <summary>Whether a path is the folder or lies in it.</summary>
    public static bool Contains(string folder, string path) =>
        path.StartsWith(folder, Comparison) && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    /// <summary>The path to show of a file, on one line: control characters in names as their pictures.</summary>
    public string Shown(string location)
    {
        var path = Path.GetRelativePath(Base, location).Replace(Path.DirectorySeparatorChar, '/');
        return path.Any(char.IsControl) ? string.Concat(path.Select(c => c < ' ' ? (char)(c + '\u2400') : char.IsControl(c) ? '\uFFFD' : c)) : path;
    }

    private static string Clean(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
