using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Json;
using NewsCorpus.Ingestion.Formats.News;
using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>ninjs 1, 2 and 3 (IPTC "News in JSON"): an item, or an array of items. Pictures, videos and events without a text are left out.</summary>
public sealed class NinjsReader : IArticleReader
{
    /// <summary>Names that are ninjs's own; "uri" alone is anybody's.</summary>
    private static readonly string[] Signs = ["\"versioncreated\"", "\"body_xhtml\"", "\"body_text\"", "\"representationtype\"", "\"pubstatus\"", "\"ninjs\"", "/ninjs"];

    public string Name => "ninjs";

    public int Version => 1;

    public bool CanRead(DecodedSource source)
    {
        if (!JsonText.StartsData(source.Text))
            return false;
        var head = source.Text.AsSpan(0, Math.Min(source.Text.Length, 64 * 1024));
        if (!head.Contains("\"uri\"", StringComparison.Ordinal))
            return false;
        foreach (var sign in Signs)
            if (head.Contains(sign, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        using var document = JsonObjects.Parse(source);
        var keys = new EntryKeys();
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object)
        {
            var draft = ReadItem(root, source, keys, source.Notes);
            yield return draft.Fault is { } fault ? throw new UnsupportedFileException(fault.Reason, fault.Remedy) : draft with { EntryKey = "" };
            yield break;
        }
        var notes = source.Notes;
        foreach (var item in root.EnumerateArray())
        {
            yield return ReadItem(item, source, keys, notes);
            notes = [];
        }
    }

    private static ArticleDraft ReadItem(JsonElement item, DecodedSource source, EntryKeys keys, IReadOnlyList<string> notes)
    {
        // The whole tree is parsed at once, which forgets lines.
        const int line = 1;
        var fields = new FieldList("ninjs");
        var title = Main(item, "headlines") ?? item.Text("headline") ?? item.Text("title");
        fields.Add("title", title is null ? null : EmbeddedText.Plain(title), line);
        var isFirst = item.Text("version") is null or "1";
        fields.Add("issued", Any(item, "firstcreated"), line);
        fields.Add(isFirst ? "issued" : "updated", Any(item, "versioncreated"), line);
        fields.Add("created", Any(item, "contentcreated"), line);
        fields.Add("author", item.Text("by"), line);
        fields.Add("language", item.Text("language"), line);
        fields.Add("copyright", Any(item, "copyrightholder"), line);
        fields.Add("provider", item.Text("provider") ?? Any(item, "copyrightholder"), line);
        fields.Add("slugline", item.Text("slugline"), line);
        fields.Add("located", item.Text("located"), line);
        fields.Add("link", item.Text("uri") is { } uri && uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? uri : null, line);
        foreach (var subject in item.Items("subject").Concat(item.Items("subjects")))
            fields.Add("subjects", subject.Text("name"), line);
        foreach (var keyword in item.Items("keywords"))
            fields.Add("keywords", keyword.AsText() ?? keyword.Text("name"), line);
        foreach (var organisation in item.Items("infosource").Concat(item.Items("infosources")).Concat(item.Items("infoSources")))
            fields.Add("source", organisation.Text("name"), line);
        var summary = item.Text("description_text") ?? Main(item, "descriptions");
        var key = keys.Next([item.Text("uri")], title, Any(item, "versioncreated"));
        var (body, format) = Body(item, source, fields);
        var type = item.Text("type");
        if (body.Length == 0 && (type is not (null or "text" or "composite") || (summary is null && title is null)))
            return ArticleDraft.Unreadable(key, $"The item has no text (its type is {type ?? "not stated"}).", "If it should have one, export it with its text.", line);
        if (body.Length == 0 && summary is not null)
            body = summary;
        else
            fields.Add("description", summary is null ? null : EmbeddedText.Plain(summary), line);
        return new ArticleDraft
        {
            EntryKey = key,
            BodyFormat = format,
            Body = CleanText.Normalize(body),
            Fields = fields.Fields,
            Notes = body.Length == 0 ? [.. notes, "The item has a headline and no text."] : notes,
        };
    }

    /// <summary>The richest body: HTML, then NITF, then text. Version 1 names it by key ("body_xhtml"), later ones list bodies with their types.</summary>
    private static (string Body, BodyFormat Format) Body(JsonElement item, DecodedSource source, FieldList fields)
    {
        if ((item.Text("body_xhtml") ?? item.Text("body_html") ?? item.Text("body_html5")) is { } html)
            return (html, BodyFormat.Html);
        string? nitf = null, text = item.Text("body_text");
        foreach (var body in item.Items("bodies"))
        {
            var type = (Any(body, "contenttype") ?? body.Text("role") ?? "").ToLowerInvariant();
            if (body.Text("value") is not { } value)
                continue;
            if (type.Contains("html", StringComparison.Ordinal))
                return (value, BodyFormat.Html);
            if (type.Contains("nitf", StringComparison.Ordinal))
                nitf ??= value;
            else if (!type.Contains("xml", StringComparison.Ordinal) && !type.Contains("json", StringComparison.Ordinal))
                text ??= value;
        }
        if (nitf is not null && MarkupProlog.Of(nitf) is ("nitf", var start))
        {
            var story = MarkupParser.Parse(nitf, start, source.Limits, []);
            NitfFields.Add(fields, story);
            if (NitfText.Html(story) is { Length: > 0 } body)
                return (body, BodyFormat.Html);
        }
        return (text ?? "", BodyFormat.PlainText);
    }

    /// <summary>Value of the entry with the role "main" of a list, or of its first.</summary>
    private static string? Main(JsonElement item, string list)
    {
        string? first = null;
        foreach (var entry in item.Items(list))
        {
            if (entry.Text("role") == "main")
                return entry.Text("value");
            first ??= entry.Text("value");
        }
        return first;
    }

    /// <summary>Names are in lower case up to version 2 and in camel case since.</summary>
    private static string? Any(JsonElement item, string name)
    {
        if (item.ValueKind == JsonValueKind.Object)
            foreach (var property in item.EnumerateObject())
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return property.Value.AsText();
        return null;
    }
}
