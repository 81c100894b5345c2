using System.Text.Json;

namespace NewsCorpus.Ingestion.Formats.Json;

/// <summary>A single value of a JSON object.</summary>
/// <param name="Path">Names from the top, joined by dots; an array adds none and gives one field an item.</param>
/// <param name="Value">As written; an escaped string unescaped.</param>
/// <param name="Line">Line of the file, from 1.</param>
internal readonly record struct JsonField(string Path, string Value, int Line);

/// <summary>Reads JSON objects into flat lists of fields. Comments and trailing commas are read over.</summary>
internal static class JsonFields
{
    /// <summary>Fields of one object that are kept.</summary>
    private const int MaxFields = 5000;

    private const int MaxName = 100;

    /// <param name="json">One object.</param>
    /// <param name="firstLine">Line of the file on which it starts.</param>
    /// <param name="what">What it is, for the message: "The front matter".</param>
    /// <exception cref="RejectedFileException">It is no JSON object, or nested too deeply.</exception>
    public static List<JsonField> Parse(string json, int firstLine, IngestionLimits limits, string what)
    {
        try
        {
            return Read(System.Text.Encoding.UTF8.GetBytes(json), firstLine, limits);
        }
        catch (JsonException e)
        {
            var line = firstLine + (int)(e.LineNumber ?? 0);
            throw new RejectedFileException($"{what} cannot be read as JSON, line {line}: {Reason(e)}.", "Check quotation marks, commas and brackets.", line, null, e);
        }
    }

    /// <summary>As <see cref="Parse"/>, of bytes.</summary>
    /// <exception cref="JsonException">It is no JSON object, or nested too deeply. Its line counts from 0 at the start of the bytes.</exception>
    public static List<JsonField> Read(ReadOnlySpan<byte> json, int firstLine, IngestionLimits limits)
    {
        var fields = new List<JsonField>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.MaxDataDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var lines = new LineCounter(firstLine);
        // The path up to an open object or array; names are put behind it.
        var paths = new Stack<string>();
        var name = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = Joined(paths.Peek(), Text(reader));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    paths.Push(name);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    paths.Pop();
                    name = paths.Count > 0 ? paths.Peek() : "";
                    break;
                case JsonTokenType.Null:
                    break;
                default:
                    if (paths.Count == 0)
                        throw new JsonException("it is a single value and no object", null, 0, 0);
                    if (fields.Count < MaxFields)
                        fields.Add(new JsonField(name, Text(reader), lines.At(json, (int)reader.TokenStartIndex)));
                    break;
            }
        }
        return fields;
    }

    public static string Reason(JsonException e)
    {
        var words = e.Message;
        var end = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        words = (end < 0 ? words : words[..end]).TrimEnd('.', ' ');
        return words.Length == 0 ? "its form is not JSON's" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>Names are bounded, so that a few long ones high up do not grow with every name below them.</summary>
    private static string Joined(string above, string name)
    {
        name = name.Length > MaxName ? name[..MaxName] : name;
        return above.Length == 0 ? name : above.Length > 4 * MaxName ? above : $"{above}.{name}";
    }

    /// <summary>The current name or value as text.</summary>
    internal static string Text(in Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // An escape names half of a character: all else of the string is kept.
            return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>Counts the lines of offsets that only grow.</summary>
    private struct LineCounter(int line)
    {
        private int line = line;
        private int counted;

        public int At(ReadOnlySpan<byte> bytes, int offset)
        {
            line += bytes[counted..offset].Count((byte)'\n');
            counted = offset;
            return line;
        }
    }
}
