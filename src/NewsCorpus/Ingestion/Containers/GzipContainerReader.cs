using System.IO.Compression;

namespace NewsCorpus.Ingestion.Containers;

/// <summary>One file packed by gzip, of one member or of many; where that is a TAR or WARC archive, the files in it.</summary>
internal sealed class GzipContainerReader(IReadOnlyList<IContainerReader> inside) : IContainerReader
{
    private const int HeadLength = 512;

    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);

    public IEnumerable<ContainerEntry> Read(Stream archive, string name, ExpansionBudget budget)
    {
        var packed = new CountingStream(archive);
        using var stream = new MeteredStream(new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true), budget, () => packed.Count);
        var head = new byte[HeadLength];
        var length = Guarded(() => stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false));
        var whole = new CountingStream(stream, head.AsMemory(0, length));
        if (inside.FirstOrDefault(r => r.CanRead(head.AsSpan(0, length))) is not { } reader)
        {
            yield return Guarded(() => EntryBytes.Read(InnerName(name), whole, budget));
            yield break;
        }
        using var entries = reader.Read(whole, name, budget.Unmetered()).GetEnumerator();
        while (Guarded(entries.MoveNext))
            yield return entries.Current;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw EntryBytes.Damaged("gzip", e);
        }
    }

    private static string InnerName(string name)
    {
        name = name[(name.LastIndexOf('/') + 1)..];
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
    }
}
