using System.Text.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>
/// The article that a page describes in JSON-LD (schema.org NewsArticle and its kin). Keys are schema.org's in lower case: "headline", "datepublished", "datemodified",
/// "author", "publisher", "description", "articlesection", "keywords", "inlanguage", "url"; "webpage.datepublished" and "webpage.datemodified" where only a page is described.
/// </summary>
internal static class JsonLd
{
    private static readonly string[] Properties =
        ["headline", "datePublished", "dateModified", "dateCreated", "author", "publisher", "description", "articleSection", "keywords", "inLanguage", "url"];

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<(string Key, string Value)> Read(string json, int line, List<string> notes)
    {
        var found = new List<(string, string)>();
        if (string.IsNullOrWhiteSpace(json))
            return found;
        try
        {
            using var document = JsonDocument.Parse(Clean(json), Options);
            if (Find(document.RootElement, IsArticle) is { } article)
                Add(article, Properties, "", found);
            else if (Find(document.RootElement, IsPage) is { } page)
                // A page that is described, but as no article, states its dates all the same.
                Add(page, ["datePublished", "uploadDate", "dateCreated", "dateModified"], "webpage.", found);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            notes.Add($"Line {line}: the page's JSON-LD cannot be read and was passed over.");
        }
        return found;
    }

    /// <summary>Real pages have raw line breaks and tabs inside strings, which JSON forbids, wrap all in a CDATA section or an HTML comment, and end it with a semicolon.</summary>
    private static string Clean(string json)
    {
        if (json.Contains("<![CDATA[", StringComparison.Ordinal))
            json = json.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        var start = json.AsSpan().IndexOfAny('{', '[');
        var end = json.AsSpan().LastIndexOfAny('}', ']');
        return start < 0 || end < start ? json : string.Create(end + 1 - start, (json, start), static (clean, from) =>
        {
            from.json.AsSpan(from.start, clean.Length).CopyTo(clean);
            foreach (ref var c in clean)
                if (char.IsControl(c))
                    c = ' ';
        });
    }

    private static void Add(JsonElement element, string[] properties, string prefix, List<(string, string)> found)
    {
        foreach (var property in properties)
            if (element.TryGetProperty(property, out var value))
                foreach (var text in Texts(value))
                    found.Add((prefix + property.ToLowerInvariant(), text));
    }

    private static JsonElement? Find(JsonElement element, Func<JsonElement, bool> isType)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                if (Find(item, isType) is { } inList)
                    return inList;
            return null;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (element.TryGetProperty("@type", out var type) && isType(type))
            return element;
        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            if (element.TryGetProperty(name, out var inner) && Find(inner, isType) is { } nested)
                return nested;
        return null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString()!.EndsWith("Article", StringComparison.Ordinal) || type.GetString() is "BlogPosting" or "LiveBlogPosting" or "SocialMediaPosting" or "DiscussionForumPosting" or "Report",
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    private static bool IsPage(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString()!.EndsWith("Page", StringComparison.Ordinal) || type.GetString()!.EndsWith("Episode", StringComparison.Ordinal)
            || type.GetString() is "CreativeWork" or "VideoObject" or "Review" or "Recipe" or "ImageGallery" or "MediaGallery" or "Photograph" or "HowTo",
        JsonValueKind.Array => type.EnumerateArray().Any(IsPage),
        _ => false,
    };

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Texts(name),
        JsonValueKind.Object when value.TryGetProperty("@value", out var typed) => Texts(typed),
        _ => [],
    };
}
