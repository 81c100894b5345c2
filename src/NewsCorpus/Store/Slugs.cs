namespace NewsCorpus.Store;

internal static class Slugs
{
    /// <summary>The slug, or with "-2", "-3", … behind it the first that is not taken; it is from then on.</summary>
    public static string Unused(string slug, HashSet<string> taken)
    {
        var candidate = slug;
        for (var n = 2; !taken.Add(candidate); n++)
            candidate = $"{slug}-{n}";
        return candidate;
    }
}
