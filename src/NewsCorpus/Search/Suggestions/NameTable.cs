namespace NewsCorpus.Search.Suggestions;

/// <summary>A name that can be suggested.</summary>
/// <param name="Key">Folded words with one space before each, so that " lin" finds the beginning of a word.</param>
internal sealed record NameEntry(int Id, string Name, string Slug, string Key, int Articles);

/// <summary>Names of one kind, the most frequent first. Immutable. Going through fifty thousand takes some two milliseconds.</summary>
internal sealed class NameTable(IReadOnlyList<NameEntry> entries)
{
    public static NameTable Empty { get; } = new([]);

    /// <summary>Names of which each typed word begins a word; those that begin with the first one come first.</summary>
    /// <param name="words">Folded.</param>
    public IReadOnlyList<NameEntry> Find(IReadOnlyList<string> words, int most)
    {
        var prefixes = words.Select(w => " " + w).ToList();
        var first = new List<NameEntry>();
        var others = new List<NameEntry>();
        foreach (var entry in entries)
        {
            if (!prefixes.TrueForAll(p => entry.Key.Contains(p, StringComparison.Ordinal)))
                continue;
            (entry.Key.StartsWith(prefixes[0], StringComparison.Ordinal) || EndsWith(entry, prefixes[0]) ? first : others).Add(entry);
            if (first.Count >= most)
                break;
        }
        return [.. first.Concat(others).Take(most)];
    }

    /// <summary>The surname is as good a beginning as the first name.</summary>
    private static bool EndsWith(NameEntry entry, string prefix) => entry.Key.LastIndexOf(' ') == entry.Key.LastIndexOf(prefix, StringComparison.Ordinal);
}
