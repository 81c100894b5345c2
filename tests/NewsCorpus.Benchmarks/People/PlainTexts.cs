using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace NewsCorpus.Benchmarks.People;

/// <summary>Texts without labels, for the word groups: the articles of articles-2000 and of quotations-polnear.</summary>
internal static class PlainTexts
{
    public static IEnumerable<string> Read(string folder)
    {
        using (var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "articles-2000.jsonl.gz")), CompressionMode.Decompress)))
        {
            while (lines.ReadLine() is { } line)
            {
                using var article = JsonDocument.Parse(line);
                yield return article.RootElement.GetProperty("content_original").GetString() ?? "";
            }
        }
        using var tar = new TarReader(new GZipStream(File.OpenRead(Path.Combine(folder, "quotations-polnear.tar.gz")), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.EndsWith(".txt", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(entry.DataStream);
            yield return reader.ReadToEnd();
        }
    }
}
