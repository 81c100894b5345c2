using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Formats;

namespace NewsCorpus.Benchmarks.Pages;

/// <summary>A page with the words of its article.</summary>
/// <param name="Site">Registrable domain or publisher by which the sets are split, so that no site is on both sides.</param>
internal sealed record BodyPage(string Name, string Site, Uri? Address, byte[] Html, string Body)
{
    public bool IsTest => BenchmarkPage.IsTestSite(Site);

    public DecodedSource Source() => SourceDecoder.Decode(new SourceDocument(Name + ".html", Html));

    /// <summary>As a file of the folder: without its address, which a saved page has only where it states it.</summary>
    public ArticleDraft Draft() => new HtmlPageReader().Read(Source()).First();

    /// <summary>html-bodies.tar.gz: HASH.html.gz and ground-truth.json.</summary>
    public static List<BodyPage> HtmlBodies(string archive)
    {
        var files = Files(archive);
        using var truth = JsonDocument.Parse(files.Single(f => f.Key.EndsWith("ground-truth.json", StringComparison.Ordinal)).Value);
        var pages = new List<BodyPage>();
        foreach (var entry in truth.RootElement.EnumerateObject())
        {
            var address = new Uri(entry.Value.GetProperty("url").GetString()!);
            var html = Unzipped(files.Single(f => f.Key.EndsWith("/" + entry.Name + ".html.gz", StringComparison.Ordinal)).Value);
            pages.Add(new BodyPage(entry.Name[..8] + " " + address.Host, HostName.Registrable(address.Host) ?? address.Host, address, html, entry.Value.GetProperty("articleBody").GetString()!));
        }
        return pages;
    }

    /// <summary>html-publishers.tar.gz: NAME_yyyy_mm_dd.html.gz beside NAME.json with one entry a page. The one whose title stands in the page is the page's.</summary>
    public static List<BodyPage> HtmlPublishers(string archive)
    {
        var files = Files(archive);
        var pages = new List<BodyPage>();
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            var stem = path[..^5];
            using var truth = JsonDocument.Parse(bytes);
            foreach (var (name, packed) in files.Where(f => f.Key.StartsWith(stem + "_", StringComparison.Ordinal)))
            {
                var html = Unzipped(packed);
                var text = WebText(html);
                var bodies = truth.RootElement.EnumerateObject().Select(v => BodyOf(v.Value)).Where(b => b.Length > 0).ToList();
                if (bodies.Count == 0)
                    continue;
                var best = bodies.MaxBy(b => b.Split('\n').Count(p => p.Length > 0 && text.Contains(p[..Math.Min(40, p.Length)], StringComparison.Ordinal)))!;
                pages.Add(new BodyPage(Path.GetFileName(name)[..^8], Path.GetFileName(stem), null, html, best));
            }
        }
        return pages;
    }

    private static string WebText(byte[] html) => System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(html));

    private static string BodyOf(JsonElement entry)
    {
        if (!entry.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.Object)
            return "";
        var lines = body.GetProperty("summary").EnumerateArray().Select(s => s.GetString()!).ToList();
        foreach (var section in body.GetProperty("sections").EnumerateArray())
        {
            lines.AddRange(section.GetProperty("headline").EnumerateArray().Select(s => s.GetString()!));
            lines.AddRange(section.GetProperty("paragraphs").EnumerateArray().Select(s => s.GetString()!));
        }
        return string.Join('\n', lines);
    }

    private static byte[] Unzipped(byte[] packed)
    {
        using var unzipped = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var page = new MemoryStream();
        unzipped.CopyTo(page);
        return page.ToArray();
    }

    private static Dictionary<string, byte[]> Files(string archive)
    {
        using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.DataStream is not { } data)
                continue;
            using var copy = new MemoryStream();
            data.CopyTo(copy);
            files["/" + entry.Name] = copy.ToArray();
        }
        return files;
    }
}
