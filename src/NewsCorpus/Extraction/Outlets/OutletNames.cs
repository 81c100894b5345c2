using System.Net;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>Turns the words of a field or a line into an outlet's name and domain.</summary>
internal static class OutletNames
{
    private const int MaxLength = 80;

    private static readonly string[] _separators = [" - ", " – ", " — ", " | ", ": ", " (", ", ", " » ", " / "];

    /// <summary>Name and domain from the table; else the name alone, as it stands; a host gives its domain. Null where the words are no name.</summary>
    public static (string? Name, string? Domain, bool IsKnown)? Read(string words)
    {
        words = Tidy(words);
        if (words.Length is < 2 or > MaxLength || !words.AsSpan().ContainsLetterOrDigit())
            return null;
        if (WellKnownOutlets.ByName(words) is { } known)
            return (known.Name, known.Domain, true);
        if (HostName.OfText(words) is { } host)
            return OfHost(host);
        // "Harbour Post - Politics": a section of a well-known outlet is that outlet.
        foreach (var separator in _separators)
            if (words.IndexOf(separator, StringComparison.Ordinal) is > 1 and var at && WellKnownOutlets.ByName(words[..at]) is { } section)
                return (section.Name, section.Domain, true);
        return IsName(words) ? (words, null, false) : null;
    }

    /// <summary>The outlet at a host; null where the host belongs to a feed service, a network or an archive, or is no site.</summary>
    public static (string? Name, string? Domain, bool IsKnown)? OfHost(string host)
    {
        if (PassThroughHosts.IsCarrier(host))
            return null;
        if (WellKnownOutlets.ByHost(host) is { } known)
            return (known.Name, known.Domain, true);
        return HostName.Registrable(host) is { } domain ? (null, domain, false) : null;
    }

    /// <summary>True where the domain is the name written as one: "The Harbour Post" at harbourpost.example, "Tide Times" at tide-times.example.</summary>
    public static bool IsSpelledBy(string name, string domain)
    {
        var label = domain.Split('.')[0].Replace("-", "", StringComparison.Ordinal);
        var letters = NameKey.Of(name).Replace(" ", "", StringComparison.Ordinal);
        return letters == label || (letters.StartsWith("the", StringComparison.Ordinal) && letters.AsSpan(3).SequenceEqual(label));
    }

    private static string Tidy(string words)
    {
        words = words.Contains('&') ? WebUtility.HtmlDecode(words) : words;
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '"', '\'', '“', '”', '*', '_', ',', ';', '@', '–', '—', '-');
    }

    private static bool IsName(string words)
    {
        if (words.Contains("://", StringComparison.Ordinal) || words.Contains('<') || words.Contains('{'))
            return false;
        foreach (var c in words)
            if (char.IsLetter(c))
                return true;
        return false;
    }
}
