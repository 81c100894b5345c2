using System.Globalization;
using System.Net;
using System.Text;

namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>
/// Character and entity references of XML. Those that HTML names are known without a declaration; a file's own declarations are honoured where they are short and plain,
/// so that no file can grow (the "billion laughs") or reach out of itself.
/// </summary>
internal sealed class MarkupEntities
{
    private const int MaxDeclared = 500;
    private const int MaxReplacement = 32;
    private const int MaxName = 32;

    private readonly Dictionary<string, string> declared = new(StringComparer.Ordinal);

    /// <summary>Takes the entity declarations out of a document type declaration.</summary>
    /// <exception cref="RejectedFileException">An entity is made of other entities, is long, or stands in another file.</exception>
    public void Declare(ReadOnlySpan<char> doctype, int line)
    {
        const string sign = "<!ENTITY";
        for (var at = doctype.IndexOf(sign, StringComparison.Ordinal); at >= 0;)
        {
            var rest = doctype[(at + sign.Length)..].TrimStart();
            var end = rest.IndexOf('>');
            var words = end < 0 ? rest : rest[..end];
            // Lists of entities that a parser would fetch (HTMLlat1) are not: their names are HTML's.
            if (words is not ['%', ..])
                Add(words, line);
            var next = rest.IndexOf(sign, StringComparison.Ordinal);
            at = next < 0 ? -1 : doctype.Length - rest.Length + next;
        }
    }

    public void AppendDecoded(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var at = text.IndexOf('&');
            if (at < 0)
                break;
            AppendAllowed(target, text[..at]);
            text = text[at..];
            var length = text[..Math.Min(text.Length, MaxName + 2)].IndexOf(';');
            if (length > 1 && Replacement(text[1..length]) is { } replacement)
            {
                target.Append(replacement);
                text = text[(length + 1)..];
            }
            else
            {
                // A stray ampersand is meant as one.
                target.Append('&');
                text = text[1..];
            }
        }
        AppendAllowed(target, text);
    }

    private void Add(ReadOnlySpan<char> declaration, int line)
    {
        var length = declaration.IndexOfAny(" \t\n");
        var value = length < 0 ? default : declaration[length..].Trim();
        if (value is not ['"' or '\'', ..])
            throw Refused(line, "takes an entity from another file");
        var name = declaration[..length].ToString();
        value = value[1..].TrimEnd(value[0]);
        var text = new StringBuilder();
        new MarkupEntities().AppendDecoded(text, value);
        if (text.ToString().AsSpan().IndexOfAny('&', '<', '%') is >= 0 && text.ToString() is not ("&" or "<" or "%"))
            throw Refused(line, $"makes the entity \"{name}\" of other entities or of markup");
        if (text.Length > MaxReplacement || declared.Count == MaxDeclared)
            throw Refused(line, $"declares too many or too long entities (\"{name}\")");
        declared.TryAdd(name, text.ToString());
    }

    private static RejectedFileException Refused(int line, string what) =>
        new($"The document type declaration on line {line} {what}, which is not read: it can be used to make a small file huge or to read other files.", "Write the words out and remove the declaration.", line);

    private string? Replacement(ReadOnlySpan<char> name)
    {
        if (name[0] == '#')
            return Character(name[1..]);
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return null;
        if (declared.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var own))
            return own;
        if (name is "apos")
            return "'";
        var reference = $"&{name};";
        var decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? null : decoded;
    }

    private static string? Character(ReadOnlySpan<char> number)
    {
        var isHex = number.Length > 1 && number[0] is 'x' or 'X';
        if (!int.TryParse(isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return null;
        // Numbers that mean a C1 control are of Windows-1252, as HTML (13.2.5.80) reads them.
        if (code is >= 0x80 and <= 0x9F)
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)code]);
        if (!Rune.IsValid(code))
            return "\uFFFD";
        return code is >= 0x20 or '\n' or '\t' or '\r' ? new Rune(code).ToString() : "";
    }

    /// <summary>Control characters are forbidden in XML and mean nothing in text.</summary>
    private static void AppendAllowed(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var control = 0;
            while (control < text.Length && (text[control] >= ' ' || text[control] is '\n' or '\t'))
                control++;
            target.Append(text[..control]);
            text = text[Math.Min(text.Length, control + 1)..];
        }
    }
}
