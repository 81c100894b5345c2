using System.Text;
using System.Text.Unicode;
using NewsCorpus.Ingestion.Formats.Mail;
using UtfUnknown;

namespace NewsCorpus.Ingestion;

/// <summary>
/// Turns the bytes of a file into text without replacing a single character silently. Tried in this order: byte order mark, strict UTF-8,
/// the character set that the file declares, and the one that the bytes look like (UTF.Unknown, a port of Mozilla's detector), which is noted.
/// Valid UTF-8 goes before a declaration because text of another set is next to never valid UTF-8 by chance, and declarations are often left over.
/// </summary>
public static class SourceDecoder
{
    /// <summary>Below this the detector is not believed, and Windows-1252, by far the most frequent set of such files, is taken.</summary>
    private const float EnoughConfidence = 0.6f;

    private const string Western = "windows-1252";

    /// <exception cref="UnsupportedFileException">The file is empty or not text.</exception>
    /// <exception cref="RejectedFileException">The file is text in no character set that reads all of its bytes.</exception>
    public static DecodedSource Decode(SourceDocument document)
    {
        var bytes = document.Bytes.Span;
        // The parts of a message have each a set of their own: what stands here is only looked at to know what it is.
        if (MimeHeaders.StartMessage(bytes))
            return new DecodedSource(document.Path, CleanText.Normalize(Encoding.Latin1.GetString(bytes)), "mail", []) { Bytes = document.Bytes, Limits = document.Limits, Columns = document.Columns };
        var (encoding, mark) = ByteOrderMark(bytes);
        if (encoding is null)
        {
            if (FileSignatures.KindOf(bytes) is { } kind)
                throw new UnsupportedFileException($"This is {kind}, which is not read.", "Save its text as a text, Markdown or HTML file.");
            encoding = WideWithoutMark(bytes);
            if (encoding is null && bytes.IndexOf((byte)0) is >= 0 and var zero)
                throw new UnsupportedFileException("This is no text: it holds zero bytes.", "If it is one, save it again as UTF-8.", zero);
        }
        var notes = new List<string>();
        string text;
        (text, encoding) = encoding is null ? DecodeUnmarked(bytes, notes, document.Charset?.Trim().ToLowerInvariant()) : (Strict(encoding, bytes[mark..], mark), encoding);
        var clean = CleanText.Normalize(Mojibake.Repair(text, notes));
        if (string.IsNullOrWhiteSpace(clean))
            throw new UnsupportedFileException("The file is empty.", "Nothing is wrong if it is meant to be so. If there should be an article in it, save it again.");
        if (clean.IndexOf('\uFFFD', StringComparison.Ordinal) is >= 0 and var lost)
            notes.Add($"Line {CleanText.LineAt(clean, lost)}: characters were lost before the file came here (U+FFFD stands in their place).");
        return new DecodedSource(document.Path, clean, encoding.WebName, notes) { Bytes = document.Bytes, Limits = document.Limits, Columns = document.Columns };
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, true), 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false, true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false, true), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
        _ => (null, 0),
    };

    /// <summary>UTF-16 without a mark: nearly every other byte is zero, on one side only.</summary>
    private static UnicodeEncoding? WideWithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        Span<int> zeros = stackalloc int[2];
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0)
                zeros[i & 1]++;
        var most = sample.Length / 2 * 7 / 10;
        if (sample.Length < 8 || Math.Min(zeros[0], zeros[1]) > 0 || Math.Max(zeros[0], zeros[1]) < most)
            return null;
        return new UnicodeEncoding(bigEndian: zeros[0] > 0, byteOrderMark: false, throwOnInvalidBytes: true);
    }

    /// <summary>Text of a part of a file, whose set is declared outside of it or nowhere.</summary>
    /// <exception cref="RejectedFileException">No character set reads all of the bytes.</exception>
    internal static string DecodePart(ReadOnlySpan<byte> bytes, string? declared, List<string> notes)
    {
        var (encoding, mark) = ByteOrderMark(bytes);
        if (encoding is null && declared?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) == true)
            encoding = Find(declared);
        return encoding is not null ? Strict(encoding, bytes[mark..], mark) : DecodeUnmarked(bytes, notes, declared?.Trim().ToLowerInvariant()).Text;
    }

    private static (string Text, Encoding Encoding) DecodeUnmarked(ReadOnlySpan<byte> bytes, List<string> notes, string? outside = null)
    {
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0x1B))
            return (Encoding.UTF8.GetString(bytes), Encoding.UTF8);
        RejectNearlyUtf8(bytes);
        if ((outside ?? DeclaredCharset.Find(bytes)) is { } declared)
        {
            var named = Find(declared is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? Western : declared);
            if (named is not null && TryStrict(named, bytes) is { } stated)
                return (stated, named);
            notes.Add($"The file declares the character set {declared}, which does not read its bytes.");
        }
        var guess = Guess(bytes);
        var text = Strict(guess, bytes, 0);
        notes.Add($"The character set was guessed: {guess.WebName}. Save the file as UTF-8 to be sure of every character.");
        return (text, guess);
    }

    /// <summary>A file that is UTF-8 but for a few bytes would read as garbage in any other set.</summary>
    private static void RejectNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, faults = 0, first = -1;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }
            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                first = first < 0 ? i : first;
                faults++;
            }
            i += length;
        }
        if (faults > 0 && sequences > 2 * faults)
            throw new RejectedFileException(
                $"Byte {first} is no UTF-8, though the rest of the file is.", "Save the file again as UTF-8.",
                CleanText.LineAt(bytes, first),
                first);
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var western = Find(Western)!;
        var escape = bytes.Contains((byte)0x1B);
        if (!escape && OnlyTypography(bytes))
            return western;
        var found = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        if (found?.EncodingName is not { } name || found.Confidence < EnoughConfidence)
            return escape && Utf8.IsValid(bytes) ? new UTF8Encoding(false, true) : western;
        if (Find(name) is not { } encoding || name.Equals("ascii", StringComparison.OrdinalIgnoreCase))
            return Utf8.IsValid(bytes) ? new UTF8Encoding(false, true) : western;
        // What ISO-8859-1 has at 0x80 to 0x9F are control characters that no text holds; Windows-1252 has quotation marks and dashes there.
        return name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || TryStrict(encoding, bytes) is null ? western : encoding;
    }

    /// <summary>True where all bytes above ASCII are quotation marks, dashes, spaces and the like in Windows-1252: too little for a detector that counts letters.</summary>
    private static bool OnlyTypography(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b >= 0x80 && b is not (0x80 or 0x82 or (>= 0x84 and <= 0x87) or 0x8B or (>= 0x91 and <= 0x97) or 0x99 or 0x9B or 0xA0 or 0xA3 or 0xA7 or 0xA9 or 0xAB or 0xAE or 0xB0 or 0xB7 or 0xBB or 0xBC or 0xBD))
                return false;
        return true;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? TryStrict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict(encoding, bytes, 0);
        }
        catch (RejectedFileException)
        {
            return null;
        }
    }

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes, int offset)
    {
        string text;
        try
        {
            text = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw Unreadable(encoding, offset + Math.Max(0, e.Index), e);
        }
        // .NET maps the five bytes that Windows-1252 leaves undefined to control characters instead of failing.
        if (encoding.IsSingleByte && text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') is >= 0 and var at)
            throw Unreadable(encoding, offset + at, null);
        return text;
    }

    private static RejectedFileException Unreadable(Encoding encoding, long at, Exception? inner) =>
        new($"Byte {at} cannot be read as {encoding.WebName}, and no other character set fits.", "Save the file as UTF-8.", null, at, inner);
}
