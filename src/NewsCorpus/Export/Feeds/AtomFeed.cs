using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using NewsCorpus.Search;

namespace NewsCorpus.Export.Feeds;

/// <summary>Where a feed and what it tells of are found. All addresses are absolute.</summary>
/// <param name="Search">The search as an address without its host: what the feed is known by, wherever the server listens.</param>
public sealed record FeedAddresses(string Search, Uri Self, Uri Page, Func<FoundArticle, Uri> AddressOf);

/// <summary>
/// The newest results of a search as Atom (RFC 4287). Newest is what came into the corpus last, whatever its date: whoever follows a search hears of everything that is new to it, of an old article found today as well.
/// Where copies are grouped, a story is told once, by the first of its copies.
/// </summary>
public sealed class AtomFeed(ArticleSearch search, FoundArticles articles)
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const int MostEntries = 50;
    private const int SummaryLength = 400;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The search of a feed. What is to be told is chosen from all copies, so that another copy of a story that is known does not make a new entry.</summary>
    public Task<SearchMatches> FindAsync(SearchRequest request, CancellationToken ct) =>
        search.FindAllAsync(request with { Copies = CopiesMode.All, Sort = SortOrder.Newest }, ct);

    public async Task WriteAsync(SearchMatches found, CopiesMode copies, string title, FeedAddresses addresses, Stream stream, CancellationToken ct)
    {
        var entries = new List<FoundArticle>();
        await foreach (var article in articles.ReadAsync(Newest(found.Matches, copies), withText: true, ct))
            entries.Add(article);
        await using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" });
        await writer.WriteStartDocumentAsync();
        await writer.WriteStartElementAsync(null, "feed", Atom);
        await writer.WriteAttributeStringAsync("xmlns", "dc", null, DublinCore);
        await TextAsync(writer, "id", Id(found.CorpusId, "feed " + addresses.Search));
        await TextAsync(writer, "title", title);
        // A feed without entries was never updated; the standard wants a time all the same.
        await TextAsync(writer, "updated", Time(entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(e => e.UpdatedAt)));
        await LinkAsync(writer, "self", "application/atom+xml", addresses.Self);
        await LinkAsync(writer, "alternate", "text/html", addresses.Page);
        await TextAsync(writer, "generator", "NewsCorpus");
        foreach (var entry in entries)
            await EntryAsync(writer, entry, found.CorpusId, addresses.AddressOf(entry));
        await writer.WriteEndElementAsync();
        await writer.WriteEndDocumentAsync();
        await writer.FlushAsync();
    }

    private static IEnumerable<Match> Newest(IReadOnlyList<Match> matches, CopiesMode copies)
    {
        // Ids grow with every article that is added.
        var told = copies == CopiesMode.All ? matches
            : matches.Where(m => m.Story == 0).Concat(matches.Where(m => m.Story != 0).GroupBy(m => m.Story).Select(story => story.MinBy(m => m.Id)));
        var newest = new PriorityQueue<Match, long>();
        foreach (var match in told)
        {
            newest.Enqueue(match, match.Id);
            if (newest.Count > MostEntries)
                newest.Dequeue();
        }
        return newest.UnorderedItems.Select(i => i.Element).OrderByDescending(m => m.Id);
    }

    private static async Task EntryAsync(XmlWriter writer, FoundArticle article, Guid corpus, Uri address)
    {
        await writer.WriteStartElementAsync(null, "entry", Atom);
        await TextAsync(writer, "id", Id(corpus, string.Create(CultureInfo.InvariantCulture, $"article {article.Id}")));
        await TextAsync(writer, "title", article.Title);
        await TextAsync(writer, "updated", Time(article.UpdatedAt));
        if (article.Date?.Instant is { } instant)
            await TextAsync(writer, "published", Time(instant));
        // Atom's own date has to be exact to the second; this one may be a day, a month or a year.
        if (article.Date is { } date)
            await writer.WriteElementStringAsync("dc", "date", DublinCore, date.ToString());
        foreach (var author in Authors(article))
        {
            await writer.WriteStartElementAsync(null, "author", Atom);
            await TextAsync(writer, "name", author);
            await writer.WriteEndElementAsync();
        }
        await LinkAsync(writer, "alternate", "text/html", address);
        foreach (var tag in article.Tags)
        {
            await writer.WriteStartElementAsync(null, "category", Atom);
            await writer.WriteAttributeStringAsync(null, "term", null, Clean(tag));
            await writer.WriteEndElementAsync();
        }
        await TextAsync(writer, "summary", Summary(article));
        await writer.WriteEndElementAsync();
    }

    /// <summary>The standard wants one for each entry: who wrote it, else who published it.</summary>
    private static IReadOnlyList<string> Authors(FoundArticle article) =>
        article.Bylines.Count > 0 ? article.Bylines : [article.Agency ?? article.Outlet?.Name ?? "Unknown"];

    private static string Summary(FoundArticle article)
    {
        var outlet = article.Outlet?.Name ?? "Outlet unknown";
        var words = article.Summary ?? article.Text ?? "";
        if (words.Length > SummaryLength)
        {
            var cut = words.LastIndexOf(' ', SummaryLength);
            words = words[..(cut > 0 ? cut : char.IsHighSurrogate(words[SummaryLength - 1]) ? SummaryLength - 1 : SummaryLength)] + "…";
        }
        return $"{outlet}, {article.Date?.ToString() ?? "undated"}. {Citations.OneLine.Of(words)}";
    }

    private static Task TextAsync(XmlWriter writer, string name, string value) => writer.WriteElementStringAsync(null, name, Atom, Clean(value));

    private static async Task LinkAsync(XmlWriter writer, string relation, string type, Uri address)
    {
        await writer.WriteStartElementAsync(null, "link", Atom);
        await writer.WriteAttributeStringAsync(null, "rel", null, relation);
        await writer.WriteAttributeStringAsync(null, "type", null, type);
        await writer.WriteAttributeStringAsync(null, "href", null, address.AbsoluteUri);
        await writer.WriteEndElementAsync();
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without what XML 1.0 cannot hold, half a surrogate pair among it.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>The same for the same thing of the same corpus, wherever and whenever: a UUID by name (RFC 9562).</summary>
    private static string Id(Guid corpus, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. corpus.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        // Version 8, a hash of one's own choice: version 5 would be SHA-1.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash[..16], bigEndian: true);
    }
}
