using Microsoft.Extensions.Options;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>Reads the paths that somebody typed for a run, before it is queued, so that what is wrong is said at once.</summary>
public sealed class RunPaths(SourceFiles files, IOptions<NewsCorpusOptions> options)
{
    private const int Most = 200;

    /// <summary>The absolute path, or what is wrong with it and the remedy. A path that is not absolute is looked for below the configured folders.</summary>
    public async Task<(string? Path, string? Problem)> ReadAsync(string typed, CancellationToken cancellation)
    {
        var words = typed.Trim();
        if (words.Length == 0)
            return (null, "The path is empty.");
        if (words.AsSpan().ContainsAny('\n', '\r', '\0'))
            return (null, "The path has a line break. Give its folder instead.");
        var candidates = System.IO.Path.IsPathFullyQualified(words) ? [words] : options.Value.Corpus.Select(folder => System.IO.Path.Combine(folder, words)).ToList();
        foreach (var candidate in candidates)
        {
            var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(candidate));
            if (SourceRoot.Contains(options.Value.Data, path))
                return (null, $"{words} lies in the data folder, which holds the database and the keys. It is never ingested.");
            if (File.Exists(path) || Directory.Exists(path) || await files.AnyAsync(path, cancellation))
                return (path, null);
        }
        return (null, System.IO.Path.IsPathFullyQualified(words)
            ? $"There is no folder or file {words} on the server."
            : $"There is no folder or file {words} below a configured folder ({string.Join(", ", options.Value.Corpus)}). Give an absolute path for any other.");
    }

    /// <summary>All paths, or the problems of those that cannot be used.</summary>
    public async Task<(IReadOnlyList<string> Paths, IReadOnlyList<string> Problems)> ReadAsync(IReadOnlyList<string> typed, CancellationToken cancellation)
    {
        if (typed.Count > Most)
            return ([], [$"{typed.Count} paths are more than {Most}. Give the folders that they lie in."]);
        var (paths, problems) = (new List<string>(), new List<string>());
        foreach (var words in typed)
        {
            var (path, problem) = await ReadAsync(words, cancellation);
            if (path is not null)
                paths.Add(path);
            else
                problems.Add(problem!);
        }
        return (paths, problems);
    }
}
