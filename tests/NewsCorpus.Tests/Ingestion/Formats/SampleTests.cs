using System.Formats.Tar;
using System.IO.Compression;
using NewsCorpus.Ingestion;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Formats;

/// <summary>The examples and oddities that lie beside the checkout where it was made; skipped in a user's clone.</summary>
public sealed class SampleTests(ITestOutputHelper output)
{
    private static readonly string Archive = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "data", "formats.tar.gz"));

    [Fact]
    public void Every_example_is_read_or_skipped_with_a_reason()
    {
        if (!File.Exists(Archive))
            Assert.Skip("There is no " + Archive);
        var rejected = new List<string>();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        using var gzip = new GZipStream(File.OpenRead(Archive), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null)
                continue;
            using var bytes = new MemoryStream();
            entry.DataStream.CopyTo(bytes);
            Count(Outcome(entry.Name, bytes.ToArray(), rejected));
        }
        foreach (var (outcome, count) in counts)
            output.WriteLine($"{count,5} {outcome}");
        Assert.Empty(rejected);

        void Count(string outcome) => counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
    }

    private static string Outcome(string name, byte[] bytes, List<string> rejected)
    {
        try
        {
            var source = SourceDecoder.Decode(new SourceDocument(name, bytes));
            var reader = FormatDetector.Detect(source);
            _ = reader.Read(source).Count();
            return $"{name[..name.IndexOf('/', StringComparison.Ordinal)]} read by {reader.Name}";
        }
        catch (UnsupportedFileException e)
        {
            Assert.NotEmpty(e.Message);
            return $"{name[..name.IndexOf('/', StringComparison.Ordinal)]} skipped";
        }
        catch (RejectedFileException e)
        {
            rejected.Add($"{name}: {e.Message}");
            return $"{name[..name.IndexOf('/', StringComparison.Ordinal)]} rejected";
        }
    }
}
