using System.Text;

namespace NewsCorpus.Ingestion.Formats.Mail;

/// <summary>One field of a header, its folded lines joined (RFC 5322, 2.2.3), encoded words not yet decoded.</summary>
internal readonly record struct MimeHeader(string Name, string Value, int Line);

/// <summary>The header of a message or of one of its parts.</summary>
internal sealed class MimeHeaders(IReadOnlyList<MimeHeader> all)
{
    private const int MaxHeaders = 1000;

    /// <summary>Fields that only messages and saved pages have; "Date:" and "From:" alone also stand over articles.</summary>
    private static readonly string[] Signs = ["mime-version", "message-id", "received", "return-path", "content-type", "delivered-to", "x-mailer"];

    public IReadOnlyList<MimeHeader> All => all;

    public string? Value(string name)
    {
        foreach (var header in all)
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        return null;
    }

    /// <summary>True where the first lines are the header of a message: several fields, one of which no article has.</summary>
    public static bool StartMessage(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var headers = Read(bytes[..Math.Min(bytes.Length, 32 * 1024)], ref at, 1, 100_000, out var ended);
        return headers.All.Count >= 2 && ended && headers.All.Any(IsSign);
    }

    /// <summary>"Content-Type: article" is a field of somebody's own.</summary>
    private static bool IsSign(MimeHeader header) =>
        Signs.Contains(header.Name, StringComparer.OrdinalIgnoreCase) && (!header.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase) || header.Value.Contains('/', StringComparison.Ordinal));

    /// <summary>Reads fields up to the blank line and leaves the offset behind it.</summary>
    /// <param name="ended">False where a line that is no field comes before a blank line.</param>
    public static MimeHeaders Read(ReadOnlySpan<byte> bytes, ref int at, int line, int maxLine, out bool ended)
    {
        var headers = new List<MimeHeader>();
        var value = new StringBuilder();
        string? name = null;
        var nameLine = line;
        ended = at >= bytes.Length;
        while (at < bytes.Length)
        {
            var rest = bytes[at..];
            var length = rest.IndexOf((byte)'\n');
            var words = length < 0 ? rest : rest[..length];
            var next = length < 0 ? bytes.Length : at + length + 1;
            words = words.TrimEnd((byte)'\r');
            if (words.IsEmpty)
            {
                (at, ended) = (next, true);
                break;
            }
            if (name is not null && words[0] is (byte)' ' or (byte)'\t')
            {
                if (value.Length < maxLine)
                    value.Append(' ').Append(MimeText.Header(words[..Math.Min(words.Length, maxLine)]).Trim());
            }
            else if (words.IndexOf((byte)':') is > 0 and < 100 and var colon && IsName(words[..colon].TrimEnd((byte)' ')))
            {
                Flush();
                name = Encoding.ASCII.GetString(words[..colon]).Trim();
                nameLine = line;
                value.Append(MimeText.Header(words[(colon + 1)..][..Math.Min(words.Length - colon - 1, maxLine)]).Trim());
            }
            else if (headers.Count == 0 && name is null && words.StartsWith("From "u8))
            {
                // The separator of a mailbox file stands above its message.
            }
            else
            {
                break;
            }
            at = next;
            line++;
            ended = at >= bytes.Length;
        }
        Flush();
        return new MimeHeaders(headers);

        void Flush()
        {
            if (name is not null && headers.Count < MaxHeaders)
                headers.Add(new MimeHeader(name, value.ToString(), nameLine));
            value.Clear();
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var b in name)
            if (b is <= 32 or >= 127)
                return false;
        return name.Length > 0;
    }
}
