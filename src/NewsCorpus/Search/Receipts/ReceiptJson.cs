using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsCorpus.Search.Receipts;

/// <summary>How receipts are written. The fingerprint is of these very bytes: what is written must be the same whenever it is written.</summary>
internal static class ReceiptJson
{
    public static JsonSerializerOptions Line { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static JsonSerializerOptions Indented { get; } = new(Line) { WriteIndented = true };

    /// <summary>The head of a stored receipt.</summary>
    public static ReceiptHead Head(string json) => JsonSerializer.Deserialize<ReceiptHead>(json, Line)!;
}
