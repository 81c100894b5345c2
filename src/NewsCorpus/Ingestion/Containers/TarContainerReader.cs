using System.Formats.Tar;

namespace NewsCorpus.Ingestion.Containers;

/// <summary>TAR archives (POSIX ustar and pax, GNU, V7).</summary>
internal sealed class TarContainerReader : IContainerReader
{
    private const int HeaderLength = 512;

    /// <summary>The header's own checksum is right; only the newer kinds have a name in it.</summary>
    public bool CanRead(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeaderLength || head[0] == 0)
            return false;
        var sum = 0;
        for (var i = 0; i < HeaderLength; i++)
            sum += i is >= 148 and < 156 ? ' ' : head[i];
        var written = 0;
        var digits = 0;
        foreach (var b in head[148..156])
            if (b is >= (byte)'0' and <= (byte)'7')
                (written, digits) = ((written * 8) + b - '0', digits + 1);
        return digits > 0 && sum == written;
    }

    public IEnumerable<ContainerEntry> Read(Stream archive, string name, ExpansionBudget budget)
    {
        using var metered = new MeteredStream(new CountingStream(archive), budget, null);
        using var tar = new TarReader(metered, leaveOpen: true);
        while (Next(tar) is { } entry)
        {
            budget.CountEntry();
            var (path, fault) = EntryBytes.PathOf(entry.Name);
            if (fault is not null)
                yield return ContainerEntry.Faulty(path, fault);
            else if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
                yield return ContainerEntry.Faulty(path, EntryBytes.Link());
            else if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile && !EntryBytes.IsSystems(path))
                yield return ReadEntry(entry, path, budget);
        }
    }

    private static TarEntry? Next(TarReader tar)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw EntryBytes.Damaged("TAR", e);
        }
    }

    private static ContainerEntry ReadEntry(TarEntry entry, string path, ExpansionBudget budget)
    {
        try
        {
            return entry.DataStream is { } stream ? EntryBytes.Read(path, stream, budget) : new ContainerEntry(path, []);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw EntryBytes.Damaged("TAR", e);
        }
    }
}
