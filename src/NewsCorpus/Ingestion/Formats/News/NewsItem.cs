using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats.News;

/// <summary>One news item of NewsML-G2 (IPTC), with content that stands inside it: NITF, XHTML or plain text.</summary>
internal static class NewsItem
{
    private const string Elsewhere = "The item's text is not in the file: it only points to content that stands elsewhere.";

    public static ArticleDraft Read(MarkupElement item, MarkupElement root, EntryKeys keys, bool isOnly, IReadOnlyList<string> notes)
    {
        var guid = item.Attribute("guid");
        var key = keys.Next([guid, item.Attribute("residref")], item.Text);
        var remarks = new List<string>(notes);
        var fields = new FieldList("NewsML-G2");
        AddMeta(fields, item, root, remarks);
        AddPlain(fields, item);
        if (Content(item, fields) is not var (body, format, line))
            return ArticleDraft.Unreadable(key, Kind(item) is { } kind and not "text" ? $"The item is a {kind} without a text." : Elsewhere, "If it should have one, export it with the content inline.", item.Line);
        return new ArticleDraft
        {
            EntryKey = isOnly ? "" : key,
            BodyLine = line,
            BodyFormat = format,
            Body = body,
            Fields = fields.Fields,
            Notes = remarks,
        };
    }

    private static string? Kind(MarkupElement item) =>
        item.Find("itemClass")?.Attribute("qcode") is { } code ? code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;

    private static void AddMeta(FieldList fields, MarkupElement item, MarkupElement root, List<string> notes)
    {
        var item1 = item.First("itemMeta");
        var content = item.First("contentMeta");
        foreach (var headline in (content?.All("headline") ?? []).Concat(item1?.All("title") ?? []))
            fields.Add("title", Line(headline), headline.Line);
        // The first version of an item is its publication; a later one is an update of it.
        var isFirst = item.Attribute("version") is null or "1";
        AddText(fields, "issued", item1?.First("firstCreated"));
        AddText(fields, isFirst ? "issued" : "updated", item1?.First("versionCreated"));
        AddText(fields, "created", content?.First("contentCreated"));
        AddText(fields, "modified", content?.First("contentModified"));
        AddText(fields, "embargoed", item1?.First("embargoed"));
        AddName(fields, "publisher", item1?.First("provider"));
        AddName(fields, "source", content?.First("infoSource"));
        AddText(fields, "author", content?.First("by"));
        foreach (var creator in content?.All("creator") ?? [])
            AddName(fields, "author", creator);
        foreach (var subject in content?.All("subject") ?? [])
            if (subject.Attribute("type") is not "cpnat:person" && subject.First("name") is { } name)
                fields.Add("subjects", Line(name), name.Line);
        foreach (var keyword in content?.All("keyword") ?? [])
            AddText(fields, "keywords", keyword);
        AddText(fields, "slugline", content?.First("slugline"));
        AddText(fields, "description", content?.First("description"));
        AddName(fields, "copyright", item.First("rightsInfo")?.First("copyrightHolder"));
        fields.Add("language", content?.First("language")?.Attribute("tag") ?? item.Inherited("xml:lang") ?? root.Attribute("xml:lang"), item.Line);
        if (item1?.First("pubStatus")?.Attribute("qcode") is { } status && !status.EndsWith("usable", StringComparison.OrdinalIgnoreCase))
            notes.Add($"Line {item.Line}: the item's status is {status}.");
        if (content?.First("dateline") is { } dateline)
            fields.Add("dateline", Line(dateline), dateline.Line);
    }

    /// <summary>The plain news items of the 1990s' Reuters corpora: everything stands directly in the item.</summary>
    private static void AddPlain(FieldList fields, MarkupElement item)
    {
        fields.Add("date", item.Attribute("date"), item.Line);
        if (!fields.Has("title"))
            AddText(fields, "title", item.First("headline") ?? item.First("title"));
        AddText(fields, "author", item.First("byline"));
        AddText(fields, "dateline", item.First("dateline"));
        AddText(fields, "copyright", item.First("copyright"));
    }

    /// <summary>The richest content that stands in the item.</summary>
    private static (string Body, BodyFormat Format, int Line)? Content(MarkupElement item, FieldList fields)
    {
        (string, BodyFormat, int)? plain = item.First("text") is { } own && !string.IsNullOrWhiteSpace(own.Text) ? (own.InnerHtml, BodyFormat.Html, own.Line) : null;
        foreach (var part in item.First("contentSet")?.Children ?? [])
        {
            if (part.LocalName is "inlineXML" && part.Find("nitf") is { } nitf && NitfText.Html(nitf) is { Length: > 0 } story)
            {
                if (!fields.Has("title"))
                    NitfFields.Add(fields, nitf);
                return (story, BodyFormat.Html, nitf.Line);
            }
            if (part.LocalName is "inlineXML" && (part.Find("html") ?? part.Find("body") ?? part.Find("div")) is { } html && !string.IsNullOrWhiteSpace(html.Text))
                return ((html.Find("body") ?? html).InnerHtml, BodyFormat.Html, html.Line);
            if (part.LocalName is "inlineXML" or "inlineData" && part.Attribute("contenttype")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) != true && FeedText.Of(part) is { } text)
                plain ??= (text.Text, part.LocalName == "inlineXML" ? BodyFormat.Html : text.Format, part.Line);
        }
        return plain;
    }

    private static void AddText(FieldList fields, string key, MarkupElement? element)
    {
        if (element is not null)
            fields.Add(key, Line(element), element.Line);
    }

    /// <summary>A name, or failing that the code of a controlled list without its scheme ("nprov:REUTERS").</summary>
    private static void AddName(FieldList fields, string key, MarkupElement? element)
    {
        if (element is null)
            return;
        var code = element.Attribute("literal") ?? element.Attribute("qcode");
        fields.Add(key, element.First("name") is { } name ? Line(name) : code?[(code.IndexOf(':', StringComparison.Ordinal) + 1)..], element.Line);
    }

    private static string Line(MarkupElement element) => string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
