using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsCorpus.Ingestion.Formats.Mail;

namespace NewsCorpus.Ingestion.Containers;

internal enum ResponseOutcome
{
    Read,
    OtherType,
    Failed,
}

/// <summary>A recorded HTTP response (RFC 9112): its content without the codings that it was sent in.</summary>
internal static class HttpResponse
{
    public static (ContainerEntry? Entry, ResponseOutcome Outcome) Read(string path, string? address, byte[] block, ExpansionBudget budget)
    {
        var line = block.AsSpan().IndexOf((byte)'\n');
        var status = line < 0 ? "" : Encoding.ASCII.GetString(block, 0, line);
        if (status.Split(' ') is not [_, ['2', _, _, ..], ..])
            return (null, ResponseOutcome.Failed);
        var at = line + 1;
        var headers = MimeHeaders.Read(block, ref at, 2, 100_000, out _);
        var type = headers.Value("Content-Type") ?? "text/html";
        if (!IsText(type.Split(';')[0].Trim().ToLowerInvariant()))
            return (null, ResponseOutcome.OtherType);
        try
        {
            var body = headers.Value("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true ? Unchunked(block.AsSpan(at)) : block[at..];
            var entry = Decoded(path, body, headers.Value("Content-Encoding"), budget);
            return (entry with { Charset = MimeText.Parameter(type, "charset"), Address = address?.Trim('<', '>') }, ResponseOutcome.Read);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return (ContainerEntry.Faulty(path, new RejectedFileException("The content of the response cannot be unpacked.", "Fetch the page again.", null, null, e)), ResponseOutcome.Read);
        }
    }

    private static bool IsText(string type) =>
        type is "text/html" or "text/plain" or "application/xhtml+xml" or "application/json" or "application/ld+json" or "application/feed+json" or "text/xml" or "application/xml"
        || (type.StartsWith("application/", StringComparison.Ordinal) && type.EndsWith("+xml", StringComparison.Ordinal));

    private static ContainerEntry Decoded(string path, byte[] body, string? coding, ExpansionBudget budget)
    {
        var bytes = new MemoryStream(body);
        Stream? stream = coding?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(bytes, CompressionMode.Decompress),
            "deflate" when body is [0x78, ..] => new ZLibStream(bytes, CompressionMode.Decompress),
            "deflate" => new DeflateStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            // Some crawlers store the content unpacked and leave the header as it was.
            _ => null,
        };
        if (stream is null)
            return new ContainerEntry(path, body);
        using var metered = new MeteredStream(stream, budget, () => body.Length);
        return EntryBytes.Read(path, metered, budget);
    }

    /// <summary>Joins the chunks (RFC 9112, 7.1); content that is not chunked, though its header says so, stays as it is.</summary>
    private static byte[] Unchunked(ReadOnlySpan<byte> body)
    {
        using var result = new MemoryStream();
        var rest = body;
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            var size = Encoding.ASCII.GetString(rest[..Math.Min(end, 32)]).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
                return result.Length == 0 ? body.ToArray() : result.ToArray();
            rest = rest[(end + 1)..];
            if (length == 0)
                break;
            var taken = Math.Min(length, rest.Length);
            result.Write(rest[..taken]);
            rest = rest[taken..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.StartsWith("\n"u8) ? rest[1..] : rest;
        }
        return result.ToArray();
    }
}
