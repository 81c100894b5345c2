using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Formats;

namespace NewsCorpus.Benchmarks;

/// <summary>A page with its true date, and its true outlet where the set gives one.</summary>
/// <param name="Site">Registrable domain or publisher by which the sets are split, so that no outlet is on both sides.</param>
internal sealed record BenchmarkPage(string Name, string Site, byte[] Html, DateOnly Date, DateTimeOffset? Instant, string? Publisher)
{
    /// <summary>One half of the sites is for tuning, the other for measuring: by FNV-1a of the site, so that the split never moves.</summary>
    public bool IsTest => IsTestSite(Site);

    /// <summary>Of the measuring half one third is never looked at, not even for its worst cases.</summary>
    public bool IsKept => IsTest && (Hash(Site) >> 12) % 3 == 0;

    public static bool IsTestSite(string site) => (Hash(site) >> 8) % 2 == 1;

    private static uint Hash(string site)
    {
        var hash = 2166136261u;
        foreach (var c in site)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    public ArticleDraft? Draft()
    {
        try
        {
            var source = SourceDecoder.Decode(new SourceDocument(Name, Html));
            return new HtmlPageReader().Read(source).First();
        }
        catch (SourceFileException)
        {
            return null;
        }
    }

    /// <summary>html-dates.tar.gz: pages and ground-truth.json.</summary>
    public static List<BenchmarkPage> HtmlDates(string archive)
    {
        var files = Files(archive);
        using var truth = JsonDocument.Parse(files.Single(f => f.Key.EndsWith("ground-truth.json", StringComparison.Ordinal)).Value);
        var pages = new List<BenchmarkPage>();
        foreach (var entry in truth.RootElement.EnumerateObject())
        {
            var url = entry.Value.GetProperty("url").GetString()!;
            var host = HostName.OfText(url) ?? entry.Name;
            var html = files.Single(f => f.Key.EndsWith("/" + entry.Name, StringComparison.Ordinal)).Value;
            pages.Add(new BenchmarkPage(entry.Name, HostName.Registrable(host) ?? host, html, DateOnly.Parse(entry.Value.GetProperty("date").GetString()!, CultureInfo.InvariantCulture), null, null));
        }
        return pages;
    }

    /// <summary>html-publishers.tar.gz: NAME_yyyy_mm_dd.html.gz beside NAME.json with one entry a page; pages and entries pair off by date.</summary>
    public static List<BenchmarkPage> HtmlPublishers(string archive)
    {
        var files = Files(archive);
        var pages = new List<BenchmarkPage>();
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            var stem = path[..^5];
            using var truth = JsonDocument.Parse(bytes);
            var dates = truth.RootElement.EnumerateObject().Select(v => v.Value.GetProperty("publishing_date").GetString()!).Select(d => DateTimeOffset.Parse(d, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).Order().ToList();
            var html = files.Where(f => f.Key.StartsWith(stem + "_", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
            if (html.Count != dates.Count)
                continue;
            for (var i = 0; i < html.Count; i++)
            {
                using var unzipped = new GZipStream(new MemoryStream(html[i].Value), CompressionMode.Decompress);
                using var page = new MemoryStream();
                unzipped.CopyTo(page);
                var publisher = Path.GetFileName(stem);
                pages.Add(new BenchmarkPage(Path.GetFileName(html[i].Key)[..^3], publisher, page.ToArray(), DateOnly.FromDateTime(dates[i].DateTime), dates[i], publisher));
            }
        }
        return pages;
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
