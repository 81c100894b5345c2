using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;

namespace NewsCorpus.Extraction.Titles;

/// <summary>Takes the site's name off the title of a page: "Ferry sinks | Harbour Post".</summary>
internal static class SiteSuffix
{
    private static readonly string[] _separators = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » "];

    /// <summary>Cuts at the last separator, and only where the site's stated name or a well-known outlet follows it.</summary>
    public static string Cut(string title, string? site)
    {
        var at = -1;
        var length = 0;
        foreach (var separator in _separators)
            if (title.LastIndexOf(separator, StringComparison.Ordinal) is var found && found > at)
                (at, length) = (found, separator.Length);
        if (at < 1)
            return title;
        var suffix = title[(at + length)..];
        var isSite = (site is not null && NameKey.Of(site) == NameKey.Of(suffix)) || WellKnownOutlets.ByName(suffix) is not null;
        return isSite ? title[..at].TrimEnd() : title;
    }
}
