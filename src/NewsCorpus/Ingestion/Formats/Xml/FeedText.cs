using System.Net;
using System.Text;
using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>Text of a feed's element, read by what the element says of its form.</summary>
/// <param name="Base">Address that relative links in it are meant against, where the feed gives one.</param>
internal sealed record FeedText(string Text, BodyFormat Format, string? Base, int Line)
{
    /// <summary>Null where the element is empty, or has its content elsewhere or in a form that is no text.</summary>
    public static FeedText? Of(MarkupElement element)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        var mode = element.Attribute("mode");
        var (text, format) = type switch
        {
            _ when mode == "base64" || IsBinary(type) => FromBase64(element.Text),
            _ when element.Children.Any() => (element.InnerHtml, BodyFormat.Html),
            "html" or "text/html" or "xhtml" or "application/xhtml+xml" => (element.Text, BodyFormat.Html),
            "text" or "text/plain" when mode is null => (element.Text, BodyFormat.PlainText),
            _ => (element.Text, EmbeddedText.FormatOf(element.Text)),
        };
        // Escaped a second time, as some exports do.
        if (format == BodyFormat.Html && !EmbeddedText.HasTag(text) && text.Contains("&lt;", StringComparison.Ordinal) && WebUtility.HtmlDecode(text) is var decoded && EmbeddedText.HasTag(decoded))
            text = decoded;
        text = text.Trim();
        return text.Length == 0 ? null : new FeedText(text, format, BaseOf(element)?.AbsoluteUri, element.Line);
    }

    /// <summary>An address as the feed means it, absolute where the feed says against what.</summary>
    public static string Resolve(MarkupElement element, string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out _) && BaseOf(element) is { } against && Uri.TryCreate(against, address, out var absolute) ? absolute.AbsoluteUri : address;

    /// <summary>xml:base of the element and all above it, each relative to the one above (XML Base, 4).</summary>
    private static Uri? BaseOf(MarkupElement element)
    {
        Uri? against = null;
        var bases = new Stack<string>();
        for (var at = element; at is not null; at = at.Parent)
            if (at.Attribute("xml:base") is { Length: > 0 and < 2048 } value)
                bases.Push(value.Trim());
        foreach (var value in bases)
            if (Uri.TryCreate(against, value, out var resolved) && resolved.IsAbsoluteUri)
                against = resolved;
        return against?.Scheme is "http" or "https" ? against : null;
    }

    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal) && !type.EndsWith("json", StringComparison.Ordinal);

    private static (string Text, BodyFormat Format) FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return ("", BodyFormat.PlainText);
        try
        {
            var decoded = new UTF8Encoding(false, true).GetString(bytes, 0, length);
            return (decoded, EmbeddedText.FormatOf(decoded));
        }
        catch (DecoderFallbackException)
        {
            return ("", BodyFormat.PlainText);
        }
    }
}
