namespace NewsCorpus.Ingestion;

/// <summary>First bytes by which files that are not text are told.</summary>
internal static class FileSignatures
{
    private static readonly (byte[] Bytes, int Offset, string Kind)[] Known =
    [
        ("%PDF-"u8.ToArray(), 0, "a PDF document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
        ("GIF8"u8.ToArray(), 0, "a GIF picture"),
        ("RIFF"u8.ToArray(), 0, "a RIFF media file"),
        ([(byte)'I', (byte)'I', 0x2A, 0], 0, "a TIFF picture"),
        ([(byte)'M', (byte)'M', 0, 0x2A], 0, "a TIFF picture"),
        ([(byte)'P', (byte)'K', 3, 4], 0, "a ZIP container (an archive, or a .docx, .odt or .epub document)"),
        ([(byte)'P', (byte)'K', 5, 6], 0, "an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an OLE document (.doc, .xls)"),
        ([0x1F, 0x8B], 0, "a gzip archive"),
        ("BZh"u8.ToArray(), 0, "a bzip2 archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], 0, "an xz archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], 0, "a 7z archive"),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A], 0, "a RAR archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "a Zstandard archive"),
        ("SQLite format 3\0"u8.ToArray(), 0, "an SQLite database"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], 0, "a program"),
        ([(byte)'I', (byte)'D', (byte)'3', 3], 0, "an MP3 recording"),
        ([(byte)'I', (byte)'D', (byte)'3', 4], 0, "an MP3 recording"),
        ("ftyp"u8.ToArray(), 4, "an MPEG-4 media file"),
        ("OggS"u8.ToArray(), 0, "an Ogg media file"),
        (@"{\rtf"u8.ToArray(), 0, "a rich text document"),
    ];

    /// <summary>What the file is, in words; null where nothing is known against its being text.</summary>
    public static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (signature, offset, kind) in Known)
            if (bytes.Length >= offset + signature.Length && bytes[offset..].StartsWith(signature))
                return kind;
        return null;
    }
}
