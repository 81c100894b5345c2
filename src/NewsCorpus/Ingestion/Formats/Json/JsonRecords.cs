using System.Text.Json;

namespace NewsCorpus.Ingestion.Formats.Json;

/// <summary>One record of a JSON file.</summary>
/// <param name="Line">Line of the file on which it starts, from 1.</param>
internal readonly record struct JsonRecord(IReadOnlyList<JsonField> Values, int Line);

/// <summary>Finds the records of a JSON file: the items of its outermost array of objects that hold what is looked for, or else the object that it is.</summary>
internal sealed class JsonRecords(byte[] json, IngestionLimits limits)
{
    /// <summary>Items of an array that are looked at to know what it holds.</summary>
    private const int Probe = 5;

    /// <param name="isRecord">Whether an object with these fields is a record.</param>
    /// <param name="isText">Whether a field of that name is a record's text.</param>
    /// <exception cref="RejectedFileException">It is no JSON. What was read before the fault has been given already.</exception>
    public IEnumerable<JsonRecord> Records(Func<IReadOnlyList<JsonField>, bool> isRecord, Func<string, bool> isText)
    {
        if (HasText(isText) || FindArray(isRecord) is not { } at)
        {
            yield return new JsonRecord(Fields(0, json.Length, 1), 1);
            yield break;
        }
        var line = 1 + json.AsSpan(0, at).Count((byte)'\n');
        while (Next(ref at, ref line) is var (start, end))
        {
            if (json[start] == '{')
                yield return new JsonRecord(Fields(start, end, line), line);
            line += json.AsSpan(start, end - start).Count((byte)'\n');
        }
    }

    /// <summary>True for an object with a text of its own: the lists in it then are parts of it.</summary>
    private bool HasText(Func<string, bool> isText)
    {
        var reader = new Utf8JsonReader(json, Options());
        try
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var name = JsonFields.Text(reader);
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length > 0 && isText(name))
                    return true;
                reader.Skip();
            }
            return false;
        }
        catch (JsonException e)
        {
            throw Fault(e, 1);
        }
    }

    private List<JsonField> Fields(int start, int end, int line)
    {
        try
        {
            return JsonFields.Read(json.AsSpan(start, end - start), line, limits);
        }
        catch (JsonException e)
        {
            throw Fault(e, line);
        }
    }

    /// <summary>Offset just inside the array; null where there is none.</summary>
    private int? FindArray(Func<IReadOnlyList<JsonField>, bool> isRecord)
    {
        var reader = new Utf8JsonReader(json, Options());
        int? any = null;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.StartArray)
                    continue;
                var inside = (int)reader.TokenStartIndex + 1;
                if (Holds(inside, isRecord))
                    return inside;
                if (reader.CurrentDepth == 0)
                    any = inside;
            }
        }
        catch (JsonException e)
        {
            throw Fault(e, 1);
        }
        return any;
    }

    private bool Holds(int at, Func<IReadOnlyList<JsonField>, bool> isRecord)
    {
        var line = 1;
        for (var i = 0; i < Probe && Next(ref at, ref line, quiet: true) is var (start, end); i++)
        {
            if (json[start] != '{')
                return false;
            try
            {
                if (isRecord(JsonFields.Read(json.AsSpan(start, end - start), 1, limits)))
                    return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>The next item from an offset inside an array on; null at its end.</summary>
    private (int Start, int End)? Next(ref int at, ref int line, bool quiet = false)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',')
            line += json[at++] == '\n' ? 1 : 0;
        if (at < json.Length && json[at] == ']')
            return null;
        if (at >= json.Length)
            return quiet ? null : throw new RejectedFileException($"The file ends on line {line} inside a list: it was cut short.", "Export it again.", line);
        try
        {
            var reader = new Utf8JsonReader(json.AsSpan(at), Options());
            reader.Read();
            reader.Skip();
            var start = at + (int)reader.TokenStartIndex;
            var end = at + (int)reader.BytesConsumed;
            start = json[at] is (byte)'{' or (byte)'[' ? at : start;
            at = end;
            return (start, end);
        }
        catch (JsonException e)
        {
            return quiet ? null : throw Fault(e, line);
        }
    }

    private JsonReaderOptions Options() => new() { MaxDepth = limits.MaxDataDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static RejectedFileException Fault(JsonException e, int line)
    {
        line += (int)(e.LineNumber ?? 0);
        return new RejectedFileException($"Line {line} cannot be read as JSON: {JsonFields.Reason(e)}.", "Export the file again.", line, null, e);
    }
}
