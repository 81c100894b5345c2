using System.Globalization;
using System.Text;
using NewsCorpus.Ingestion.Formats;

namespace NewsCorpus.Ingestion.Containers;

/// <summary>
/// Web archives (WARC 1.0 and 1.1, ISO 28500): the responses that succeeded and are HTML, plain text, XML or JSON, each under the address it was fetched from. All else is counted and left out.
/// </summary>
internal sealed class WarcContainerReader : IContainerReader
{
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith("WARC/"u8);

    public IEnumerable<ContainerEntry> Read(Stream archive, string name, ExpansionBudget budget)
    {
        using var stream = new MeteredStream(new CountingStream(archive), budget, null);
        var records = new WarcRecords(stream, budget);
        var keys = new EntryKeys();
        int others = 0, failed = 0;
        while (records.Next() is { } record)
        {
            if (record.Type != "response" || !record.Media.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
                continue;
            budget.CountEntry();
            var path = keys.Next([Shown(record.Target), record.Id]);
            if (record.Block is not { } block)
            {
                yield return ContainerEntry.Faulty(path, EntryBytes.TooLarge(budget));
                continue;
            }
            var (entry, outcome) = HttpResponse.Read(path, record.Target, block, budget);
            others += outcome == ResponseOutcome.OtherType ? 1 : 0;
            failed += outcome == ResponseOutcome.Failed ? 1 : 0;
            if (entry is not null)
                yield return entry;
        }
        if (others + failed > 0)
            yield return ContainerEntry.Faulty("", new UnsupportedFileException(string.Create(CultureInfo.InvariantCulture, $"{others} responses of the web archive are no text, and {failed} did not succeed; they were left out."), "Nothing is wrong, unless a page is missing: fetch that again."));
    }

    private static string? Shown(string? target) => target is null ? null : string.Concat(target.Trim('<', '>').Where(c => !char.IsControl(c)));
}

/// <summary>One record of a web archive.</summary>
/// <param name="Block">Null where it is larger than a file may be.</param>
internal sealed record WarcRecord(string Type, string Media, string? Target, string? Id, byte[]? Block);

/// <summary>Reads the records of a web archive one after another.</summary>
internal sealed class WarcRecords(Stream stream, ExpansionBudget budget)
{
    private const int MaxHeader = 256 * 1024;
    private const string Again = "Make it again, or fetch it again.";

    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <exception cref="RejectedFileException">The archive is damaged or cut short.</exception>
    public WarcRecord? Next()
    {
        string? version;
        do
            version = Line();
        while (version is { Length: 0 });
        if (version is null)
            return null;
        if (!version.StartsWith("WARC/", StringComparison.Ordinal))
            throw new RejectedFileException("The web archive is damaged: a record does not start where it should. The rest is not read.", Again);
        string type = "", media = "";
        string? target = null, id = null;
        long length = -1;
        var taken = 0;
        while (Line() is { } line)
        {
            if (line.Length == 0)
                break;
            if ((taken += line.Length) > MaxHeader)
                throw new RejectedFileException("The web archive is damaged: the header of a record does not end. The rest is not read.", Again);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "warc-type":
                    type = value.ToLowerInvariant();
                    break;
                case "content-type":
                    media = value;
                    break;
                case "warc-target-uri":
                    target = value;
                    break;
                case "warc-record-id":
                    id = value;
                    break;
                case "content-length":
                    length = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
                    break;
            }
        }
        if (length < 0)
            throw new RejectedFileException("The web archive is damaged: a record does not say how long it is. The rest is not read.", Again);
        return new WarcRecord(type, media, target, id, Block(length, type == "response" && length <= budget.MaxFileBytes));
    }

    /// <summary>The block, or null where it is only passed over.</summary>
    private byte[]? Block(long length, bool isKept)
    {
        using var block = new MemoryStream();
        while (length > 0)
        {
            if (start == end && !Fill())
                throw new RejectedFileException("The web archive is cut short inside a record. What came before it was read.", Again);
            var count = (int)Math.Min(length, end - start);
            if (isKept)
                block.Write(buffer, start, count);
            start += count;
            length -= count;
        }
        return isKept ? block.ToArray() : null;
    }

    private string? Line()
    {
        var line = new StringBuilder();
        var any = false;
        while (line.Length <= MaxHeader && (start < end || Fill()))
        {
            any = true;
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var count = at < 0 ? end - start : at;
            line.Append(Encoding.UTF8.GetString(buffer, start, count));
            start += at < 0 ? count : count + 1;
            if (at >= 0)
                break;
        }
        return any ? line.ToString().TrimEnd('\r') : null;
    }

    private bool Fill()
    {
        start = 0;
        end = stream.Read(buffer);
        return end > 0;
    }
}
