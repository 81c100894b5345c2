using NewsCorpus.Articles;
using Tomlyn;
using Tomlyn.Parsing;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The fields of TOML front matter, from the parser's events: dates and numbers stay as written, an array gives one field an item, tables join their keys by dots.
/// What Hugo and Zola keep in <c>[params]</c>, <c>[extra]</c> and <c>[taxonomies]</c> is the article's own: those names are left out of the key.
/// </summary>
internal static class FrontMatterToml
{
    /// <exception cref="RejectedFileException">It is no TOML, gives a key twice or is nested too deeply.</exception>
    public static IReadOnlyList<StatedField> Read(string toml, int firstLine, IngestionLimits limits)
    {
        var fields = new FieldList("front matter");
        var lines = toml.Split('\n');
        // Where a key continues a path, its name; an array adds nothing to the path.
        var path = new Stack<string>();
        var tables = new Stack<HashSet<string>>();
        string? key = null;
        try
        {
            var parser = TomlParser.Create(toml, new TomlSerializerOptions { MaxDepth = Math.Min(limits.MaxDataDepth, 64) });
            while (parser.MoveNext())
            {
                var at = parser.Current;
                switch (at.Kind)
                {
                    case TomlParseEventKind.PropertyName:
                        key = parser.GetPropertyName().Trim().ToLowerInvariant();
                        if (!tables.Peek().Add(key))
                            throw new RejectedFileException($"Line {LineOf(at, firstLine)} of the front matter gives \"{key}\" a second time.", "Keep one of the two.", LineOf(at, firstLine));
                        break;
                    case TomlParseEventKind.StartTable or TomlParseEventKind.StartArray:
                        path.Push(key is null ? PathOf(path) : PathOf(path, key));
                        tables.Push(new HashSet<string>(StringComparer.Ordinal));
                        key = null;
                        break;
                    case TomlParseEventKind.EndTable or TomlParseEventKind.EndArray:
                        path.Pop();
                        tables.Pop();
                        key = null;
                        break;
                    case TomlParseEventKind.String or TomlParseEventKind.Integer or TomlParseEventKind.Float or TomlParseEventKind.Boolean or TomlParseEventKind.DateTime:
                        var name = key is null ? PathOf(path) : PathOf(path, key);
                        var line = at.Line;
                        fields.Add(FrontMatterKeys.Own(name), Value(parser, at, toml), firstLine + line - 1, lines[Math.Clamp(line - 1, 0, lines.Length - 1)].Trim());
                        key = null;
                        break;
                }
            }
            return fields.Fields;
        }
        catch (TomlException e)
        {
            var line = firstLine + Math.Max(1, e.Line ?? 1) - 1;
            throw new RejectedFileException($"Line {line} of the front matter cannot be read as TOML: {Reason(e)}.", "Write it as key = \"value\".", line, null, e);
        }
    }

    private static string PathOf(Stack<string> path, string? key = null)
    {
        var above = path.Count == 0 ? "" : path.Peek();
        return key is null ? above : above.Length == 0 ? key : $"{above}.{key}";
    }

    private static string Value(TomlParser parser, TomlParseEvent at, string toml)
    {
        if (at.Kind == TomlParseEventKind.String)
            return parser.GetString() ?? "";
        return at.Span is { } span ? toml[span.Start.Offset..Math.Min(toml.Length, span.End.Offset + 1)] : parser.GetString() ?? "";
    }

    private static int LineOf(TomlParseEvent at, int firstLine) => firstLine + at.Line - 1;

    private static string Reason(TomlException e)
    {
        var words = e.Message;
        var start = words.IndexOf("error : ", StringComparison.Ordinal);
        return (start < 0 ? words : words[(start + 8)..]).TrimEnd('.', ' ');
    }
}
