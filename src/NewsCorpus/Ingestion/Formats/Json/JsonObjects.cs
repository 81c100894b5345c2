using System.Text.Json;

namespace NewsCorpus.Ingestion.Formats.Json;

/// <summary>Ways to ask a JSON tree that nobody vouches for: what is missing or of another kind is null or empty.</summary>
internal static class JsonObjects
{
    /// <exception cref="RejectedFileException">The text is no JSON, or nested too deeply.</exception>
    public static JsonDocument Parse(DecodedSource source)
    {
        try
        {
            return JsonDocument.Parse(source.Text, new JsonDocumentOptions { MaxDepth = source.Limits.MaxDataDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            var line = 1 + (int)(e.LineNumber ?? 0);
            throw new RejectedFileException($"Line {line} cannot be read as JSON: {JsonFields.Reason(e)}.", "Export the file again.", line, null, e);
        }
    }

    /// <summary>A text or a number as text; null for anything else and for blanks.</summary>
    public static string? AsText(this JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Number)
            return element.GetRawText();
        if (element.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            var text = element.GetString();
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (InvalidOperationException)
        {
            // An escape names half of a character; the rest is kept as it stands.
            return element.GetRawText().Trim('"');
        }
    }

    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.AsText() : null;

    /// <summary>The items of an array; none where it is missing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
