using System.IO.Compression;
using System.Text;

namespace NewsCorpus.Ingestion.Containers;

/// <summary>ZIP archives. Office documents and programs are ZIP archives too, and are told by what they hold.</summary>
internal sealed class ZipContainerReader : IContainerReader
{
    /// <summary>Kind of file in the upper half of the attributes that Unix systems write (stat.h).</summary>
    private const int LinkType = 0xA000;

    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8);

    public IEnumerable<ContainerEntry> Read(Stream archive, string name, ExpansionBudget budget)
    {
        using var zip = Open(archive);
        if (OfficeKind(zip) is { } kind)
            throw new UnsupportedFileException($"This is {kind}, which is not read.", "Save its text as a text, Markdown or HTML file.");
        if (zip.Entries.Count == 0)
            throw new UnsupportedFileException("The archive is empty.", "Make it again if there should be files in it.");
        foreach (var entry in zip.Entries)
        {
            budget.CountEntry();
            var (path, fault) = EntryBytes.PathOf(entry.FullName);
            if (fault is not null)
                yield return ContainerEntry.Faulty(path, fault);
            else if ((entry.ExternalAttributes >> 16 & 0xF000) == LinkType)
                yield return ContainerEntry.Faulty(path, EntryBytes.Link());
            else if (!path.EndsWith('/') && !EntryBytes.IsSystems(path))
                yield return ReadEntry(entry, path, budget);
        }
    }

    private static ZipArchive Open(Stream archive)
    {
        try
        {
            var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            // Reads the directory at the archive's end.
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw EntryBytes.Damaged("ZIP", e);
        }
    }

    private static ContainerEntry ReadEntry(ZipArchiveEntry entry, string path, ExpansionBudget budget)
    {
        if (entry.IsEncrypted)
            return ContainerEntry.Faulty(path, new RejectedFileException("The entry is encrypted.", "Unpack the archive with its password and ingest the folder."));
        // What the archive itself says is believed against it, and never for it.
        budget.CheckRatio(entry.Length, entry.CompressedLength);
        try
        {
            using var stream = new MeteredStream(entry.Open(), budget, () => entry.CompressedLength);
            return EntryBytes.Read(path, stream, budget);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return ContainerEntry.Faulty(path, new RejectedFileException($"The entry is damaged, or packed in a way that is not read ({e.Message.TrimEnd('.')}).", "Make the archive again.", null, null, e));
        }
    }

    private static string? OfficeKind(ZipArchive zip)
    {
        if (zip.GetEntry("[Content_Types].xml") is not null)
            return zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? "an Excel workbook (.xlsx)"
                : zip.Entries.Any(e => e.FullName.StartsWith("ppt/", StringComparison.Ordinal)) ? "a PowerPoint presentation (.pptx)"
                : "a Word or other Office document (.docx)";
        if (zip.GetEntry("mimetype") is { Length: < 200 } type)
        {
            using var reader = new StreamReader(type.Open(), Encoding.ASCII);
            var media = new char[200];
            var length = reader.ReadBlock(media);
            var words = media.AsSpan(0, length).Trim();
            if (words.StartsWith("application/epub", StringComparison.Ordinal))
                return "an e-book (.epub)";
            if (words.StartsWith("application/vnd.", StringComparison.Ordinal))
                return "an OpenDocument file (.odt, .ods, .odp)";
        }
        return zip.GetEntry("META-INF/MANIFEST.MF") is not null || zip.GetEntry("AndroidManifest.xml") is not null ? "a program (.jar, .apk)" : null;
    }
}
