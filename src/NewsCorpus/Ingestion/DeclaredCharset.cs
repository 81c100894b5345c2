using System.Buffers;
using System.Text;

namespace NewsCorpus.Ingestion;

/// <summary>The character set that a file itself names in its first bytes: an XML declaration or an HTML meta element.</summary>
internal static class DeclaredCharset
{
    private const int Window = 2048;

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"';/>?");

    /// <summary>The name as written, lower case; null where none is declared.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]).AsSpan();
        if (!head.TrimStart().StartsWith("<", StringComparison.Ordinal))
            return null;
        return After(head, "<?xml", "encoding") ?? After(head, "<meta", "charset");
    }

    private static string? After(ReadOnlySpan<char> head, string tag, string attribute)
    {
        for (var rest = head; ;)
        {
            var at = rest.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            rest = rest[(at + tag.Length)..];
            var end = rest.IndexOf('>');
            var inside = end < 0 ? rest : rest[..end];
            var name = inside.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
            if (name < 0)
                continue;
            var value = inside[(name + attribute.Length)..].TrimStart();
            if (!value.StartsWith("=", StringComparison.Ordinal))
                continue;
            value = value[1..].TrimStart(" \t\r\n\"'");
            var length = value.IndexOfAny(ValueEnds);
            return (length < 0 ? value : value[..length]).ToString().ToLowerInvariant();
        }
    }
}
