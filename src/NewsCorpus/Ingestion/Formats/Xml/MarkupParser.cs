using System.Text;

namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>
/// Reads XML as it is found in the wild into a tree, in one pass: stray ampersands, entities of HTML, vocabularies that are not declared, control characters, end tags that
/// match nothing and files cut short are read over. Nothing is fetched, no entity grows, depth and number of elements are bounded.
/// </summary>
internal sealed class MarkupParser
{
    private readonly string text;
    private readonly IngestionLimits limits;
    private readonly List<string> notes;
    private readonly MarkupEntities entities = new();
    private readonly List<Open> open = [];
    private readonly StringBuilder words = new();
    private MarkupElement? root;
    private string main = "";
    private int at;
    private int elements;
    private int line = 1;
    private int counted;
    private bool isUneven;

    private MarkupParser(string text, int start, IngestionLimits limits, List<string> notes)
    {
        this.text = text;
        this.limits = limits;
        this.notes = notes;
        at = start;
    }

    /// <param name="start">Offset at which the XML starts, as <see cref="MarkupProlog.Of"/> gives it.</param>
    /// <param name="notes">Takes a remark where the file is not well-formed.</param>
    /// <returns>The root element.</returns>
    /// <exception cref="RejectedFileException">There is no element, or a limit is passed.</exception>
    public static MarkupElement Parse(string text, int start, IngestionLimits limits, List<string> notes) => new MarkupParser(text, start, limits, notes).Read();

    /// <summary>Offset just past a "&lt;!…&gt;" with what it has in square brackets; -1 where it does not end.</summary>
    internal static int EndOfDoctype(string text, int at)
    {
        var inside = 0;
        for (var i = at + 2; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\'')
            {
                i = text.IndexOf(c, i + 1);
                if (i < 0)
                    return -1;
            }
            else if (c == '[')
                inside++;
            else if (c == ']')
                inside--;
            else if (c == '>' && inside <= 0)
                return i + 1;
        }
        return -1;
    }

    private MarkupElement Read()
    {
        while (at < text.Length && (root is null || open.Count > 0))
        {
            var next = text.IndexOf('<', at);
            next = next < 0 ? text.Length : next;
            if (open.Count > 0)
                entities.AppendDecoded(words, text.AsSpan(at, next - at));
            at = next;
            if (at < text.Length)
                ReadMarkup();
        }
        if (root is null)
            throw new RejectedFileException("The file begins as XML but has no element.", "Export it again.", LineHere());
        if (open.Count > 0)
        {
            notes.Add($"The file ends inside <{open[^1].Written}>, which opens on line {open[^1].Element.Line}: it was cut short, and its last entry may be too.");
            FlushWords();
        }
        else if (isUneven)
        {
            notes.Add("Some tags of the XML do not match; it was read as well as it can be.");
        }
        return root;
    }

    private void ReadMarkup()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            Skip("-->");
        }
        else if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            var end = text.IndexOf("]]>", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (open.Count > 0)
                words.Append(text, at + 9, Math.Max(0, end - at - 9));
            at = Math.Min(text.Length, end + 3);
        }
        else if (rest.StartsWith("<!", StringComparison.Ordinal))
        {
            var end = EndOfDoctype(text, at);
            end = end < 0 ? text.Length : end;
            entities.Declare(text.AsSpan(at, end - at), LineHere());
            at = end;
        }
        else if (rest.StartsWith("<?", StringComparison.Ordinal))
        {
            Skip("?>");
        }
        else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
        {
            ReadEndTag();
        }
        else if (rest.Length > 1 && IsNameStart(rest[1]))
        {
            ReadStartTag();
        }
        else
        {
            // A bare "less than" is meant as one.
            if (open.Count > 0)
                words.Append('<');
            at++;
        }
    }

    private void ReadStartTag()
    {
        var elementLine = LineHere();
        at++;
        var written = ReadName();
        var attributes = ReadAttributes();
        var isEmpty = at < text.Length && text[at] == '/';
        var end = text.IndexOf('>', at);
        at = end < 0 ? text.Length : end + 1;
        if (++elements > limits.MaxMarkupElements)
            throw new RejectedFileException($"The XML has more than {limits.MaxMarkupElements:N0} elements.", "Split the file, or raise NewsCorpus:Limits:MaxMarkupElements.", elementLine);
        if (open.Count >= limits.MaxMarkupDepth)
            throw new RejectedFileException($"The XML is nested more than {limits.MaxMarkupDepth} levels deep on line {elementLine}.", "If that is right, raise NewsCorpus:Limits:MaxMarkupDepth.", elementLine);
        FlushWords();
        var vocabularies = Vocabularies(attributes);
        var element = Element(written, attributes, elementLine, vocabularies);
        if (open.Count > 0)
            open[^1].Element.Nodes.Add(element);
        root ??= element;
        if (!isEmpty)
            open.Add(new Open(written, element, vocabularies));
    }

    private MarkupElement Element(string written, List<(string Name, string Value)> attributes, int elementLine, Vocabulary? vocabularies)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : written[..colon];
        var local = written[(colon + 1)..];
        var vocabulary = Resolve(vocabularies, prefix) ?? prefix.ToLowerInvariant();
        if (root is null)
            main = vocabulary == "rdf" ? "rss" : vocabulary;
        var name = vocabulary.Length == 0 || (vocabulary == main && MarkupNames.IsMain(vocabulary)) ? local : $"{vocabulary}:{local}";
        return new MarkupElement(name, local, elementLine, attributes) { Parent = open.Count > 0 ? open[^1].Element : null };
    }

    private Vocabulary? Vocabularies(List<(string Name, string Value)> attributes)
    {
        var known = open.Count > 0 ? open[^1].Vocabularies : null;
        foreach (var (name, value) in attributes)
            if (name == "xmlns")
                known = new Vocabulary("", MarkupNames.ShortOf(value) ?? "", known);
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
                known = new Vocabulary(name[6..], MarkupNames.ShortOf(value) ?? name[6..].ToLowerInvariant(), known);
        return known;
    }

    private static string? Resolve(Vocabulary? known, string prefix)
    {
        for (var scanned = 0; known is not null && scanned < 200; known = known.Outer, scanned++)
            if (known.Prefix == prefix)
                return known.Short;
        return null;
    }

    private List<(string Name, string Value)> ReadAttributes()
    {
        var attributes = new List<(string, string)>();
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || (text[at] == '/' && at + 1 < text.Length && text[at + 1] != '>')))
                at++;
            if (at >= text.Length || text[at] is '>' or '/' or '<')
                return attributes;
            var start = at;
            var name = ReadName();
            SkipSpaces();
            var value = "";
            if (at < text.Length && text[at] == '=')
            {
                at++;
                SkipSpaces();
                value = ReadValue();
            }
            else if (at == start)
            {
                at++;
                continue;
            }
            if (attributes.Count < 200)
                attributes.Add((name, value));
        }
    }

    private string ReadValue()
    {
        if (at >= text.Length)
            return "";
        int start, end;
        if (text[at] is '"' or '\'')
        {
            start = at + 1;
            end = text.IndexOf(text[at], start);
            end = end < 0 ? text.Length : end;
            at = Math.Min(text.Length, end + 1);
        }
        else
        {
            start = end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '>')
                end++;
            at = end;
        }
        var value = new StringBuilder();
        entities.AppendDecoded(value, text.AsSpan(start, end - start));
        return value.ToString();
    }

    /// <summary>Closes the nearest open element of that name with all in it; an end tag that matches none is passed over.</summary>
    private void ReadEndTag()
    {
        at += 2;
        var written = ReadName();
        var end = text.IndexOf('>', at);
        at = end < 0 ? text.Length : end + 1;
        FlushWords();
        for (var i = open.Count - 1; i >= 0; i--)
            if (open[i].Written.Equals(written, StringComparison.OrdinalIgnoreCase))
            {
                isUneven |= i < open.Count - 1;
                open.RemoveRange(i, open.Count - i);
                return;
            }
        isUneven = true;
    }

    private void FlushWords()
    {
        if (words.Length > 0 && open.Count > 0)
            open[^1].Element.Nodes.Add(words.ToString());
        words.Clear();
    }

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is ':' or '-' or '_' or '.'))
            at++;
        return at - start > 200 ? text[start..(start + 200)] : text[start..at];
    }

    private void Skip(string sign)
    {
        var end = text.IndexOf(sign, at, StringComparison.Ordinal);
        at = end < 0 ? text.Length : end + sign.Length;
    }

    private void SkipSpaces()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private int LineHere()
    {
        line += text.AsSpan(counted, at - counted).Count('\n');
        counted = at;
        return line;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    /// <param name="Written">Name as it is written, by which the end tag is matched.</param>
    private readonly record struct Open(string Written, MarkupElement Element, Vocabulary? Vocabularies);

    private sealed record Vocabulary(string Prefix, string Short, Vocabulary? Outer);
}
