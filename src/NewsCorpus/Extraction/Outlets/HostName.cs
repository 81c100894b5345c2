using System.Collections.Frozen;
using System.Globalization;
using NewsCorpus.Extraction.Text;

namespace NewsCorpus.Extraction.Outlets;

/// <summary>
/// Host names and the part of them under which a site is registered, by the rules of public suffixes (publicsuffix.org describes the method): "feeds.harbourpost.co.uk" gives "harbourpost.co.uk".
/// At hosting services the subdomain is the site: "vesper.substack.com" stays whole.
/// </summary>
public static class HostName
{
    private static readonly FrozenSet<string> _suffixes = EmbeddedLines.Read("Extraction.Outlets.public-suffixes.txt").Where(line => line[0] != '[').ToFrozenSet(StringComparer.Ordinal);

    private static readonly IdnMapping _idn = new();

    /// <summary>The host in lower case, Unicode, without a port or a final dot; null for IP addresses and for names of a single label, which are nobody's site.</summary>
    public static string? Normalize(string host)
    {
        host = host.Trim().TrimEnd('.').ToLowerInvariant();
        if (host.LastIndexOf(':') is > 0 and var colon && !host.AsSpan(colon + 1).ContainsAnyExceptInRange('0', '9'))
            host = host[..colon];
        if (host.Length is < 4 or > 253 || !host.Contains('.') || host.StartsWith('.') || host.Contains("..", StringComparison.Ordinal))
            return null;
        if (host.Contains("xn--", StringComparison.Ordinal))
        {
            try
            {
                host = _idn.GetUnicode(host);
            }
            catch (ArgumentException)
            {
                // Not valid punycode: the name is kept as it is written.
            }
        }
        foreach (var c in host)
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_') && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                return null;
        // A last label with a digit in it is a number of an IP address.
        var last = host.AsSpan(host.LastIndexOf('.') + 1);
        return last.Length < 2 || last.ContainsAnyInRange('0', '9') ? null : host;
    }

    /// <summary>The registrable domain of a host in the form of <see cref="Normalize"/>; null where the host is no more than a public suffix.</summary>
    public static string? Registrable(string host)
    {
        var labels = host.Split('.');
        var suffix = 1;
        for (var count = Math.Min(labels.Length, 3); count > 1; count--)
            if (_suffixes.Contains(string.Join('.', labels[^count..])))
            {
                suffix = count;
                break;
            }
        if (labels.Length <= suffix)
            return null;
        var domain = string.Join('.', labels[^(suffix + 1)..]);
        // "www.substack.com" is the service itself.
        return labels[^(suffix + 1)] == "www" && suffix > 1 ? string.Join('.', labels[^suffix..]) : domain;
    }

    /// <summary>True for "feeds.harbourpost.example" and for an address, false for a name or a word.</summary>
    public static bool IsHostOrAddress(string words) => OfText(words) is not null;

    /// <summary>The host that the words are or whose address they are; null for other words.</summary>
    public static string? OfText(string words)
    {
        words = words.Trim();
        if (ArticleLinks.TryRead(words, out var address))
            return Normalize(address.IdnHost);
        if (words.Contains(' ') || words.Contains('@') || words.Length < 4)
            return null;
        var slash = words.IndexOf('/');
        if (Normalize(slash < 0 ? words : words[..slash]) is not { } host)
            return null;
        // "Yahoo!", "A.B" and "St.Petersburg" are no hosts; names such as "Salon.com" are taken for one, and the table gives them their name.
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length <= 4 || host.Count(c => c == '.') > 1 || last is "news" or "press" or "online" or "media" or "today" or "world" or "example" or "london" or "africa" ? host : null;
    }
}
