using System.Text;

namespace NewsCorpus.Ingestion.Formats.Mail;

/// <summary>A message or a part of one (RFC 2045, 2046): its header, and its bytes or its parts.</summary>
internal sealed class MimePart
{
    private MimePart(MimeHeaders headers, ReadOnlyMemory<byte> body, int bodyLine)
    {
        Headers = headers;
        Body = body;
        BodyLine = bodyLine;
        ContentType = headers.Value("Content-Type");
        var end = ContentType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        var type = (end < 0 ? ContentType : ContentType![..end])?.Trim().ToLowerInvariant();
        MediaType = string.IsNullOrEmpty(type) ? "text/plain" : type;
    }

    public MimeHeaders Headers { get; }

    /// <summary>Bytes as they are sent.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    public int BodyLine { get; }

    public string? ContentType { get; }

    /// <summary>"text/html", lower case; "text/plain" where nothing is said.</summary>
    public string MediaType { get; }

    public List<MimePart> Parts { get; } = [];

    public bool IsAttachment => Headers.Value("Content-Disposition")?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <exception cref="RejectedFileException">Parts lie too deep in each other, or there are too many.</exception>
    public static MimePart Parse(ReadOnlyMemory<byte> bytes, IngestionLimits limits)
    {
        var count = 0;
        return Parse(bytes, 1, 1, limits, ref count);
    }

    /// <summary>The text of a part, with "\n" line ends.</summary>
    public string Text(List<string> notes)
    {
        var bytes = MimeText.Decode(Body.Span, Headers.Value("Content-Transfer-Encoding"));
        var text = CleanText.Normalize(SourceDecoder.DecodePart(bytes, MimeText.Parameter(ContentType, "charset"), notes));
        return MediaType == "text/plain" && "flowed".Equals(MimeText.Parameter(ContentType, "format"), StringComparison.OrdinalIgnoreCase) ? Unflowed(text) : text;
    }

    /// <summary>Itself and all parts in it, in file order.</summary>
    public IEnumerable<MimePart> All()
    {
        yield return this;
        foreach (var part in Parts)
            foreach (var inner in part.All())
                yield return inner;
    }

    private static MimePart Parse(ReadOnlyMemory<byte> bytes, int line, int depth, IngestionLimits limits, ref int count)
    {
        if (depth > limits.MaxMailDepth)
            throw new RejectedFileException($"The parts of the message lie more than {limits.MaxMailDepth} levels deep in each other.", "Save the inner messages by themselves, or raise NewsCorpus:Limits:MaxMailDepth.", line);
        if (++count > 50 * limits.MaxMailDepth)
            throw new RejectedFileException($"The message has more than {50 * limits.MaxMailDepth} parts, fifty times its greatest depth.", "Save the inner messages by themselves, or raise NewsCorpus:Limits:MaxMailDepth.", line);
        var at = 0;
        var headers = MimeHeaders.Read(bytes.Span, ref at, line, limits.MaxLineLength, out _);
        var bodyLine = line + bytes.Span[..at].Count((byte)'\n');
        var part = new MimePart(headers, bytes[at..], bodyLine);
        if (part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && MimeText.Parameter(part.ContentType, "boundary") is { Length: > 0 and <= 200 } boundary)
            foreach (var (start, end) in Split(part.Body.Span, Encoding.UTF8.GetBytes("--" + boundary)))
                part.Parts.Add(Parse(part.Body[start..end], bodyLine + part.Body.Span[..start].Count((byte)'\n'), depth + 1, limits, ref count));
        return part;
    }

    /// <summary>Ranges between the lines that are the boundary; the last may lack its end, as in a message cut short.</summary>
    private static List<(int Start, int End)> Split(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
    {
        var ranges = new List<(int, int)>();
        var start = -1;
        for (var at = 0; at < body.Length;)
        {
            var found = body[at..].IndexOf(boundary);
            if (found < 0)
                break;
            found += at;
            at = found + boundary.Length;
            var stop = body[at..].IndexOf((byte)'\n');
            stop = stop < 0 ? body.Length : at + stop + 1;
            var behind = body[at..stop].TrimEnd(" \t\r\n"u8);
            if ((found > 0 && body[found - 1] != '\n') || (!behind.IsEmpty && !behind.SequenceEqual("--"u8)))
                continue;
            if (start >= 0)
                ranges.Add((start, Math.Max(start, found - (found > 1 && body[found - 2] == '\r' ? 2 : 1))));
            start = behind.IsEmpty ? stop : -1;
            at = stop;
            if (!behind.IsEmpty)
                break;
        }
        if (start >= 0 && start < body.Length)
            ranges.Add((start, body.Length));
        return ranges;
    }

    /// <summary>Joins lines that end with a space (RFC 3676).</summary>
    private static string Unflowed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            // The mark of a signature ends with a space of its own.
            var isFlowed = line.Length > 1 && line[^1] == ' ' && line is not "-- ";
            result.Append(line);
            if (!isFlowed)
                result.Append('\n');
        }
        return result.ToString();
    }
}
