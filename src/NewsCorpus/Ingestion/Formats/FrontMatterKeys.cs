namespace NewsCorpus.Ingestion.Formats;

/// <summary>Names that site generators put around an article's own fields.</summary>
internal static class FrontMatterKeys
{
    private static readonly string[] Wrappers = ["params.", "extra.", "taxonomies."];

    /// <summary>The key without the wrapper: "extra.author" is "author".</summary>
    public static string Own(string key)
    {
        foreach (var wrapper in Wrappers)
            if (key.StartsWith(wrapper, StringComparison.Ordinal) && key.Length > wrapper.Length)
                return key[wrapper.Length..];
        return key;
    }
}
