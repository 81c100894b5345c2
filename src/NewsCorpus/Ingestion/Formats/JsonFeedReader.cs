using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Formats.Json;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org): each item an article.</summary>
public sealed class JsonFeedReader : IArticleReader
{
    public string Name => "json-feed";

    public int Version => 1;

    public bool CanRead(DecodedSource source) =>
        JsonText.StartsData(source.Text) && source.Text.AsSpan(0, Math.Min(source.Text.Length, 4096)).Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ArticleDraft> Read(DecodedSource source)
    {
        using var document = JsonObjects.Parse(source);
        var feed = document.RootElement;
        var keys = new EntryKeys();
        var notes = source.Notes;
        var number = 0;
        foreach (var item in feed.Items("items"))
        {
            number++;
            yield return ReadItem(item, feed, number, keys, notes);
            notes = [];
        }
        if (number == 0)
            throw new UnsupportedFileException("The feed has no items.", "Fetch it again if there should be any.");
    }

    private static ArticleDraft ReadItem(JsonElement item, JsonElement feed, int number, EntryKeys keys, IReadOnlyList<string> notes)
    {
        // The whole tree is parsed at once, which forgets lines.
        const int line = 1;
        var fields = new FieldList("JSON Feed item");
        var title = item.Text("title");
        var html = item.Text("content_html");
        var text = html ?? item.Text("content_text");
        var link = item.Text("url") ?? item.Text("external_url");
        var summary = item.Text("summary");
        fields.Add("title", title, line);
        fields.Add("link", link, line);
        fields.Add("published", item.Text("date_published"), line);
        fields.Add("updated", item.Text("date_modified"), line);
        fields.Add("publisher", feed.Text("title"), line);
        fields.Add("language", item.Text("language") ?? feed.Text("language"), line);
        string[] authors = [.. AuthorsOf(item)];
        foreach (var author in authors.Length > 0 ? authors : AuthorsOf(feed))
            fields.Add("author", author, line);
        foreach (var tag in item.Items("tags"))
            fields.Add("tags", tag.AsText(), line);
        var key = keys.Next([item.Text("id"), link], title, item.Text("date_published"), text ?? summary);
        if (text is null && summary is null && title is null)
            return ArticleDraft.Unreadable(key, $"Item {number} has neither a title nor a text.", "Have the feed made with titles or texts.", line);
        if (text is not null)
            fields.Add("description", summary, line);
        return new ArticleDraft
        {
            EntryKey = key,
            BodyFormat = html is not null ? BodyFormat.Html : BodyFormat.PlainText,
            Body = CleanText.Normalize(text ?? summary ?? ""),
            Fields = fields.Fields,
            Notes = notes,
        };
    }

    private static IEnumerable<string> AuthorsOf(JsonElement element)
    {
        foreach (var author in element.Items("authors"))
            if (author.Text("name") is { } name)
                yield return name;
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("author", out var single) && single.Text("name") is { } one)
            yield return one;
    }
}
