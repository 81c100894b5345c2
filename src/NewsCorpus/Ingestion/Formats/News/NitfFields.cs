using NewsCorpus.Ingestion.Formats.Xml;

namespace NewsCorpus.Ingestion.Formats.News;

/// <summary>What the head of an NITF story states.</summary>
internal static class NitfFields
{
    public static void Add(FieldList fields, MarkupElement nitf)
    {
        var headline = nitf.Find("hl1");
        AddText(fields, "title", headline ?? nitf.Find("hedline") ?? nitf.Find("title"));
        if (headline?.Parent is { } lines)
            AddText(fields, "subtitle", lines.First("hl2"));
        foreach (var element in nitf.Descendants())
            switch (element.LocalName.ToLowerInvariant())
            {
                case "date.issue":
                    fields.Add("issued", element.Attribute("norm") ?? element.Text, element.Line);
                    break;
                case "date.release":
                    fields.Add("releasedate", element.Attribute("norm"), element.Line);
                    break;
                case "story.date":
                    fields.Add("date", element.Attribute("norm") ?? element.Text, element.Line);
                    break;
                case "pubdata":
                    fields.Add("publication-date", element.Attribute("date.publication"), element.Line);
                    fields.Add("publisher", element.Attribute("name"), element.Line);
                    fields.Add("link", element.Attribute("ex-ref"), element.Line);
                    fields.Add("section", element.Attribute("position.section"), element.Line);
                    break;
                case "distributor":
                    AddText(fields, "provider", element);
                    break;
                case "doc.copyright":
                    fields.Add("copyright", element.Attribute("holder"), element.Line);
                    break;
                case "keyword":
                    fields.Add("keywords", element.Attribute("key") ?? element.Text, element.Line);
                    break;
                case "tobject.subject":
                    fields.Add("subjects", element.Attribute("tobject.subject.matter") ?? element.Attribute("tobject.subject.type"), element.Line);
                    break;
                case "urgency":
                    fields.Add("urgency", element.Attribute("ed-urg"), element.Line);
                    break;
                case "abstract":
                    AddText(fields, "abstract", element);
                    break;
                case "byline":
                    AddText(fields, "author", element.Find("person") ?? element);
                    break;
                case "body.content":
                    return;
            }
    }

    private static void AddText(FieldList fields, string key, MarkupElement? element)
    {
        if (element is not null)
            fields.Add(key, string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), element.Line);
    }
}
