using System.Collections.Frozen;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Text;

/// <summary>The addresses under which a draft says its article stands.</summary>
public static class ArticleLinks
{
    private static readonly FrozenSet<string> _keys = new[]
    {
        "link", "url", "canonical", "canonical_url", "canonicalurl", "canonical-url", "permalink", "og:url", "twitter:url", "original_url", "originalurl", "original-url", "original_link",
        "article_url", "external_url", "externalurl", "web_url", "weburl", "href", "address",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stated addresses, absolute http or https, in file order.</summary>
    public static IEnumerable<(StatedField Field, Uri Address)> Of(ArticleDraft draft)
    {
        foreach (var field in draft.Fields)
            if (_keys.Contains(field.Key) && TryRead(field.Value, out var address))
                yield return (field, address);
    }

    /// <summary>True for an absolute http or https address, also without its scheme ("//host/path").</summary>
    public static bool TryRead(string value, out Uri address)
    {
        address = null!;
        value = value.Trim().Trim('"', '\'', '<', '>');
        if (value.Length > 2048)
            return false;
        if (value.StartsWith("//", StringComparison.Ordinal))
            value = "https:" + value;
        if (!value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return false;
        address = uri;
        return true;
    }
}
