using NewsCorpus.Extraction.Duplicates;

namespace NewsCorpus.Ingestion.Containers;

/// <summary>
/// Tells the files of an archive apart that have one name: TAR archives to which a file was added again have it several times, and each may be another article. The second "b/c.txt" is "b/c (2).txt", by the
/// order of the archive, so that it is the same file in the next run. Keeps eight bytes a name.
/// </summary>
internal sealed class EntryNames
{
    private readonly HashSet<ulong> _names = [];

    public string Of(string path)
    {
        if (path.Length == 0 || _names.Add(HashOf(path)))
            return path;
        var end = path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') + 1 ? dot : path.Length;
        for (var number = 2; ; number++)
            if ($"{path[..end]} ({number}){path[end..]}" is var name && _names.Add(HashOf(name)))
                return name;
    }

    private static ulong HashOf(string path)
    {
        var hash = Hash64.Start;
        foreach (var c in path)
            hash = Hash64.Add(hash, c);
        return Hash64.Finish(hash);
    }
}
