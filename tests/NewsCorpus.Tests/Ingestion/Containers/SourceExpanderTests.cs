using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Options;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Containers;
using Xunit;

namespace NewsCorpus.Tests.Ingestion.Containers;

public sealed class SourceExpanderTests
{
    private static List<ExpandedDocument> Expand(string name, byte[] archive, IngestionLimits? limits = null, long maxFileBytes = 1 << 20)
    {
        var expander = new SourceExpander(Options.Create(new NewsCorpusOptions { MaxFileBytes = maxFileBytes }), Options.Create(limits ?? new IngestionLimits()), Options.Create(new ColumnMap()));
        return [.. expander.Expand(name, new MemoryStream(archive))];
    }

    private static string Text(ExpandedDocument document) => Encoding.UTF8.GetString(document.Document.Bytes.Span);

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return stream.ToArray();
    }

    private static byte[] Tar(params TarEntry[] entries)
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
            foreach (var entry in entries)
                tar.WriteEntry(entry);
        return stream.ToArray();
    }

    private static PaxTarEntry TarFile(string name, string text) => new(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    private static byte[] Gzip(params byte[][] members)
    {
        var stream = new MemoryStream();
        foreach (var member in members)
            using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
                gzip.Write(member);
        return stream.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void Unpacks_a_ZIP_with_paths_and_without_the_systems_own_files()
    {
        var found = Expand("a.zip", Zip(("b/c.txt", Bytes("One.")), ("b/", []), ("__MACOSX/b/._c.txt", Bytes("x")), (".DS_Store", Bytes("x")), ("d.md", Bytes("Two."))));
        Assert.Equal(["a.zip!/b/c.txt", "a.zip!/d.md"], found.Select(d => d.Document.Path));
        Assert.Equal(["One.", "Two."], found.Select(Text));
        Assert.All(found, d => Assert.True(d.IsEntry));
    }

    [Fact]
    public void Unpacks_a_gzipped_TAR_and_follows_no_link()
    {
        var found = Expand("a.tgz", Gzip(Tar(TarFile("./b/c.txt", "One."), new PaxTarEntry(TarEntryType.SymbolicLink, "l.txt") { LinkName = "/etc/passwd" }, TarFile("d.txt", "Two."))));
        Assert.Equal(["a.tgz!/b/c.txt", "a.tgz!/l.txt", "a.tgz!/d.txt"], found.Select(d => d.Document.Path));
        Assert.Equal("One.", Text(found[0]));
        Assert.IsType<UnsupportedFileException>(found[1].Fault);
        Assert.Equal("Two.", Text(found[2]));
    }

    [Fact]
    public void Unpacks_a_plain_TAR_and_a_gzip_of_many_members()
    {
        Assert.Equal("One.", Text(Assert.Single(Expand("a.tar", Tar(TarFile("c.txt", "One."))))));
        var single = Assert.Single(Expand("x/c.txt.gz", Gzip(Bytes("One. "), Bytes("Two."))));
        Assert.Equal("x/c.txt.gz!/c.txt", single.Document.Path);
        Assert.Equal("One. Two.", Text(single));
    }

    [Theory]
    [InlineData("../c.txt")]
    [InlineData("b/../../c.txt")]
    [InlineData("/etc/c.txt")]
    [InlineData("C:\\c.txt")]
    [InlineData("..\\c.txt")]
    public void Rejects_paths_that_lead_out_and_reads_the_rest(string path)
    {
        var found = Expand("a.zip", Zip((path, Bytes("One.")), ("d.txt", Bytes("Two."))));
        Assert.IsType<RejectedFileException>(found[0].Fault);
        Assert.True(found[0].Document.Bytes.IsEmpty);
        Assert.Equal("Two.", Text(found[1]));
    }

    [Fact]
    public void Follows_no_link_in_a_ZIP()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("l.txt");
            link.ExternalAttributes = unchecked((int)(0xA1FFu << 16));
            using var content = link.Open();
            content.Write("/etc/passwd"u8);
        }
        Assert.IsType<UnsupportedFileException>(Assert.Single(Expand("a.zip", stream.ToArray())).Fault);
    }

    [Fact]
    public void Unpacks_an_archive_in_an_archive_and_no_deeper()
    {
        var inner = Zip(("c.txt", Bytes("One.")));
        var found = Expand("a.zip", Zip(("b.zip", inner), ("deep.zip", Zip(("b.zip", inner)))));
        Assert.Equal("a.zip!/b.zip!/c.txt", found[0].Document.Path);
        Assert.Equal("One.", Text(found[0]));
        Assert.Equal("a.zip!/deep.zip!/b.zip", found[1].Document.Path);
        Assert.Contains("MaxNesting", found[1].Fault!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rejects_a_bomb_before_it_is_unpacked(bool isZip)
    {
        var zeros = new byte[64 << 20];
        var archive = isZip ? Zip(("zeros.txt", zeros)) : Gzip(zeros);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Expand("a", archive, maxFileBytes: 1L << 30)[^1].Fault;
        Assert.Contains("MaxExpansionRatio", Assert.IsType<RejectedFileException>(fault).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Rejects_what_is_larger_than_its_limits()
    {
        var two = Zip(("a.txt", Bytes(new string('a', 5000))), ("b.txt", Bytes("Two.")));
        var found = Expand("a.zip", two, maxFileBytes: 4000);
        Assert.Contains("MaxFileBytes", found[0].Fault!.Message, StringComparison.Ordinal);
        Assert.Equal("Two.", Text(found[1]));
        Assert.Contains("MaxEntries", Expand("a.zip", two, new IngestionLimits { MaxEntries = 1 })[^1].Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("MaxExpandedBytes", Expand("a.zip", two, new IngestionLimits { MaxExpandedBytes = 2000 })[^1].Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("MaxArchiveBytes", Expand("a.zip", two, new IngestionLimits { MaxArchiveBytes = 10 })[^1].Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_archives_that_are_cut_short()
    {
        var tar = Gzip(Tar(TarFile("c.txt", string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i * 7919} ")))));
        Assert.IsType<RejectedFileException>(Expand("a.tgz", tar[..(tar.Length / 2)])[^1].Fault);
        var zip = Zip(("c.txt", Bytes("One.")));
        Assert.IsType<RejectedFileException>(Expand("a.zip", zip[..(zip.Length / 2)])[^1].Fault);
    }

    [Theory]
    [InlineData("[Content_Types].xml", "<Types/>", "Office")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.text", "OpenDocument")]
    [InlineData("mimetype", "application/epub+zip", "e-book")]
    [InlineData("META-INF/MANIFEST.MF", "Manifest-Version: 1.0", "program")]
    public void Skips_documents_that_are_ZIP_archives_inside(string name, string text, string kind)
    {
        var fault = Assert.Single(Expand("a.zip", Zip((name, Bytes(text)), ("content.xml", Bytes("<a/>"))))).Fault;
        Assert.Contains(kind, Assert.IsType<UnsupportedFileException>(fault).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_responses_of_a_web_archive()
    {
        var chunked = "7\r\n<p>One \r\n9;x=y\r\npage.</p>\r\n0\r\n\r\n";
        var archive = Gzip(
            Record("warcinfo", null, "application/warc-fields", Bytes("software: x\r\n")),
            Record("request", "https://a.example/1", "application/http; msgtype=request", Bytes("GET /1 HTTP/1.1\r\n\r\n")),
            Record("response", "https://a.example/1", "application/http; msgtype=response", Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked)),
            Record("response", "https://a.example/2", "application/http;msgtype=response", [.. Bytes("HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Encoding: gzip\r\n\r\n"), .. Gzip(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<html><head><title>Т</title></head><body><p>Паром не пришёл.</p></body></html>"))]),
            Record("response", "https://a.example/3.png", "application/http;msgtype=response", Bytes("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")),
            Record("response", "https://a.example/4", "application/http;msgtype=response", Bytes("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx")),
            Record("response", "https://a.example/1", "application/http; msgtype=response", Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nAgain.")));
        var found = Expand("c.warc.gz", archive);
        Assert.Equal(["c.warc.gz!/https://a.example/1", "c.warc.gz!/https://a.example/2", "c.warc.gz!/https://a.example/1 (2)", "c.warc.gz"], found.Select(d => d.Document.Path));
        Assert.Equal("<p>One page.</p>", Text(found[0]));
        var reading = DocumentReader.Read(found[1].Document);
        Assert.Contains("Паром не пришёл.", Assert.Single(reading.Articles).Body, StringComparison.Ordinal);
        Assert.Equal("https://a.example/2", reading.Articles[0].Field("link")!.Value);
        Assert.Equal("Again.", Text(found[2]));
        Assert.Equal("1 responses of the web archive are no text, and 1 did not succeed; they were left out.", found[3].Fault!.Reason);
    }

    [Fact]
    public void Rejects_a_web_archive_that_is_cut_short_after_what_it_holds()
    {
        var one = Record("response", "https://a.example/1", "application/http", Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nOne."));
        var found = Expand("c.warc", [.. one, .. one[..^10]]);
        Assert.Equal("One.", Text(found[0]));
        Assert.Contains("cut short", Assert.IsType<RejectedFileException>(found[1].Fault).Message, StringComparison.Ordinal);
    }

    private static byte[] Record(string type, string? address, string media, byte[] block)
    {
        var target = address is null ? "" : $"WARC-Target-URI: {address}\r\n";
        return [.. Bytes($"WARC/1.0\r\nWARC-Type: {type}\r\n{target}WARC-Record-ID: <urn:{type}>\r\nContent-Type: {media}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];
    }
}
