using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(OutletIdentity))]
[JsonSerializable(typeof(PersonSplit))]
[JsonSerializable(typeof(CorrectionLine))]
internal sealed partial class CorrectionJson : JsonSerializerContext
{
    /// <summary>One line a value, letters of any script as themselves, and no property that the format does not know.</summary>
    public static CorrectionJson Lines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new JsonStringEnumConverter<FactKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<CorrectionState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    });
}
