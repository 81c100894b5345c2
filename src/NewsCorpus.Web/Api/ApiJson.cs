using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>How the API writes JSON; the command line's <c>--json</c> writes the same.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });

    /// <summary>The same on one line a value, for JSON Lines.</summary>
    public static JsonSerializerOptions Lines { get; } = new(Options) { WriteIndented = false };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(PageEncoder.Settings);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Encoder = JavaScriptEncoder.Create(PageEncoder.Settings);
        // Numbers are numbers: the default for the web would also describe every one of them as "or a string".
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }
}
