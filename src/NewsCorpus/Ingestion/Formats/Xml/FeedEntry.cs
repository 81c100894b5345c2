using System.Text;
using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Formats.Xml;

/// <summary>One entry of a feed of any kind: each thing is looked for under all names that feeds give it, the most particular first.</summary>
internal static class FeedEntry
{
    private static readonly string[] Titles = ["title", "atom:title", "dc:title", "media:title"];
    private static readonly string[] Published = ["published", "atom:published", "pubDate", "issued", "dcterms:issued", "dc:date", "date", "created", "dcterms:created"];
    private static readonly string[] Updated = ["updated", "atom:updated", "modified", "dcterms:modified"];
    private static readonly string[] Contents = ["content:encoded", "encoded", "content", "atom:content", "xhtml:body", "xhtml:div", "body", "fulltext"];
    private static readonly string[] Summaries = ["summary", "atom:summary", "description", "dc:description", "itunes:summary", "media:description"];
    private static readonly string[] Authors = ["author", "atom:author", "dc:creator", "dc:author", "itunes:author"];
    private static readonly string[] Categories = ["category", "atom:category", "dc:subject", "media:category"];

    public static ArticleDraft Read(MarkupElement entry, FeedSource feed, EntryKeys keys, IReadOnlyList<string> notes)
    {
        var fields = new FieldList("feed entry");
        var title = Value(entry, Titles, out var titleAt);
        var link = Link(entry);
        var published = Value(entry, Published, out var publishedAt);
        var (content, summary) = Texts(entry);
        var id = entry.First("guid")?.Text ?? entry.First("id")?.Text;
        var key = keys.Next([id, entry.Attribute("rdf:about"), link.Value], title, published, content?.Text ?? summary?.Text);
        fields.Add("title", title is null ? null : EmbeddedText.Plain(title), titleAt);
        fields.Add("link", link.Value, link.Line);
        fields.Add("published", published, publishedAt);
        fields.Add("updated", Value(entry, Updated, out var updatedAt), updatedAt);
        AddPublisher(fields, entry, feed);
        AddAuthors(fields, entry, feed);
        foreach (var category in entry.Children.Where(c => Categories.Contains(c.Name, StringComparer.OrdinalIgnoreCase)))
            fields.Add("tags", EmbeddedText.Plain(category.Attribute("label") ?? category.Attribute("term") ?? category.Text), category.Line);
        fields.Add("keywords", (entry.First("itunes:keywords") ?? entry.First("media:keywords"))?.Text, entry.Line);
        foreach (var credit in entry.Descendants().Where(e => e.Name == "media:credit"))
            fields.Add("credit", credit.Text, credit.Line);
        fields.Add("language", entry.First("dc:language")?.Text ?? entry.Inherited("xml:lang") ?? feed.Language?.Text, entry.Line);
        fields.Add("copyright", (entry.First("rights") ?? entry.First("dc:rights") ?? entry.First("copyright"))?.Text, entry.Line);
        var body = content ?? summary;
        if (body is { Base: { } address })
            fields.Add("base", address, body.Line);
        if (content is not null && summary is not null)
            fields.Add("description", EmbeddedText.Plain(summary.Text), summary.Line);
        if (body is null && title is null)
            return ArticleDraft.Unreadable(key, "The entry has neither a title nor a text.", "Have the feed made with titles or texts.", entry.Line);
        return new ArticleDraft
        {
            EntryKey = key,
            BodyLine = body?.Line ?? entry.Line,
            BodyFormat = body?.Format ?? BodyFormat.PlainText,
            Body = body?.Text ?? "",
            Fields = fields.Fields,
            Notes = notes,
        };
    }

    private static string? Value(MarkupElement entry, string[] names, out int line)
    {
        foreach (var name in names)
            if (entry.First(name) is { } element && FeedText.Of(element) is { } text)
            {
                line = element.Line;
                return text.Text;
            }
        line = entry.Line;
        return null;
    }

    /// <summary>The text itself, and the summary of it that the entry also has.</summary>
    private static (FeedText? Content, FeedText? Summary) Texts(MarkupElement entry)
    {
        FeedText? content = null, summary = null;
        foreach (var name in Contents)
            content ??= entry.First(name) is { } element ? FeedText.Of(element) : null;
        foreach (var name in Summaries)
            summary ??= entry.First(name) is { } element ? FeedText.Of(element) : null;
        // Some feeds put the text into the description and a teaser elsewhere.
        if (content is not null && summary is not null && summary.Text.Length > 2 * content.Text.Length && content.Text.Length < 400)
            (content, summary) = (summary, content);
        return (content, summary);
    }

    /// <summary>The article's address, absolute.</summary>
    private static (string? Value, int Line) Link(MarkupElement entry)
    {
        if (entry.First("feedburner:origLink") is { } original)
            return (original.Text.Trim(), original.Line);
        foreach (var link in entry.Children.Where(c => c.Name is "link" or "atom:link"))
        {
            var rel = link.Attribute("rel");
            var value = link.Attribute("href") ?? link.Text;
            if ((rel is null || rel.Equals("alternate", StringComparison.OrdinalIgnoreCase)) && !string.IsNullOrWhiteSpace(value))
                return (FeedText.Resolve(link, value.Trim()), link.Line);
        }
        if (entry.First("guid") is { } guid && guid.Attribute("isPermaLink") is null or "true" && guid.Text.Trim() is { } address && IsAddress(address))
            return (address, guid.Line);
        var about = entry.Attribute("rdf:about") ?? entry.First("id")?.Text.Trim();
        return (about is not null && IsAddress(about) ? about : null, entry.Line);
    }

    private static bool IsAddress(string value) => value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The feed's title names its publisher, unless the entry was taken over from another feed.</summary>
    private static void AddPublisher(FieldList fields, MarkupElement entry, FeedSource feed)
    {
        var source = entry.First("source");
        var own = entry.First("dc:publisher") ?? source?.First("title") ?? (source is { Nodes: [string] } ? source : null) ?? feed.Title;
        if (own is not null && FeedText.Of(own) is { } name)
            fields.Add("publisher", EmbeddedText.Plain(name.Text), own.Line);
        fields.Add("source_url", source?.Attribute("url"), source?.Line ?? entry.Line);
    }

    private static void AddAuthors(FieldList fields, MarkupElement entry, FeedSource feed)
    {
        var own = entry.Children.Where(c => Authors.Contains(c.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var author in own.Count > 0 ? own : feed.Authors)
            fields.Add("author", NameOf(author), author.Line);
    }

    /// <summary>A person as RSS ("mail (Name)", "Name &lt;mail&gt;") or Atom (an element of its own) has one; a mail address alone is nobody's name.</summary>
    internal static string? NameOf(MarkupElement author)
    {
        var name = author.Children.FirstOrDefault(c => c.LocalName == "name")?.Text;
        if (name is not null)
            return EmbeddedText.Plain(name);
        var words = EmbeddedText.Plain(author.Nodes.Any(n => n is MarkupElement { LocalName: "email" or "uri" or "url" or "homepage" }) ? OwnText(author) : author.Text).Trim();
        var open = words.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && words[..open].Contains('@') && words.EndsWith(')'))
            return words[(open + 1)..^1];
        var angle = words.IndexOf('<', StringComparison.Ordinal);
        words = angle > 0 ? words[..angle] : words;
        return words.Contains('@') && !words.Trim().Contains(' ') ? null : words;
    }

    private static string OwnText(MarkupElement element) => element.Nodes.OfType<string>().Aggregate(new StringBuilder(), (all, words) => all.Append(words)).ToString();
}
