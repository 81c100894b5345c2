using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Extraction;
using NewsCorpus.Ingestion.Containers;
using NewsCorpus.Ingestion.Formats;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>Takes one file, or one file of an archive, the whole way from bytes to readings. Whatever is wrong with the file becomes its outcome; only what is wrong with the machine is thrown.</summary>
public sealed class FileReader(ArticleExtractor extractor, SourceExpander expander, IOptions<NewsCorpusOptions> options)
{
    /// <summary>Faults of single entries that the report quotes in full.</summary>
    private const int QuotedFaults = 3;

    private const string PutBack = "Put it back, or restore a backup.";

    private const string FromOriginal = "Read from the kept original: the file is no longer there.";

    /// <summary>Files that explain a folder rather than belong to the corpus.</summary>
    private static readonly string[] Companions = ["readme", "license", "licence", "copying", "contributing", "changelog"];

    /// <summary>Reads a file on disk that is no archive.</summary>
    /// <param name="known">What is stored for this path, or null.</param>
    /// <param name="force">True to read also what has not changed.</param>
    public FileReading Read(SourceEntry entry, KnownFile? known, bool force)
    {
        var reading = new FileReading { Location = entry.Location, Path = entry.Path };
        try
        {
            if (entry.Fault is { } fault)
                throw fault;
            var info = new FileInfo(entry.Location);
            reading = reading with { Size = info.Length, ModifiedAt = new DateTimeOffset(info.LastWriteTimeUtc) };
            if (!force && IsRead(known) && info.Length > 0 && known.Size == info.Length && StableFile.HashOf(entry.Location, known.Size) is { } same && same.Sha256 == known.Sha256)
                return reading with { ModifiedAt = same.ModifiedAt, Sha256 = same.Sha256, Outcome = Outcome.Unchanged, ArticleId = known.ArticleId };
            var (bytes, modified) = StableFile.Read(entry.Location, options.Value.MaxFileBytes, TooLarge);
            return Read(reading with { ModifiedAt = modified }, expander.Document(entry.Path, bytes), known, force);
        }
        catch (SourceFileException e)
        {
            return Settled(reading, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Settled(reading, Unreadable(entry, e));
        }
    }

    /// <summary>Reads one document of an archive.</summary>
    public FileReading Read(SourceEntry archive, ExpandedDocument document, KnownFile? known, bool force)
    {
        var reading = new FileReading
        {
            Location = LocationIn(archive, document),
            Path = document.Document.Path,
            Size = document.Document.Bytes.Length,
            ModifiedAt = new DateTimeOffset(File.GetLastWriteTimeUtc(archive.Location)),
            Charset = document.Document.Charset,
            Address = document.Document.Address,
        };
        return document.Fault is { } fault
            ? Settled(reading, fault)
            : Read(reading, document.Document, known, force);
    }

    /// <summary>Reads again a file that is gone, from the bytes that were kept of it.</summary>
    /// <param name="original">The kept bytes; null where there are none.</param>
    public FileReading ReadKept(SourceFile file, Original? original)
    {
        var reading = new FileReading
        {
            Location = file.Location,
            Path = file.Path,
            Size = file.Size,
            ModifiedAt = file.ModifiedAt,
            Sha256 = file.Sha256,
            Charset = file.Charset,
            Address = file.Address,
            IsFromOriginal = true,
        };
        if (original is null)
            return reading with { Outcome = Outcome.Rejected, Reason = "The file is no longer there, and its bytes were not kept.", Remedy = PutBack };
        try
        {
            var document = expander.Document(file.Path, original.Bytes()) with { Charset = file.Charset, Address = file.Address };
            var read = ReadArticles(reading, document);
            return read with { Reason = read.Reason is null ? FromOriginal : $"{FromOriginal} {read.Reason}" };
        }
        catch (InvalidDataException e)
        {
            return reading with { Outcome = Outcome.Rejected, Reason = $"The file is no longer there, and what was kept of it cannot be read: {e.Message}", Remedy = PutBack };
        }
        catch (SourceFileException e)
        {
            return reading with { Outcome = e.Outcome, Reason = $"{FromOriginal} {e.Reason}", Remedy = e.Remedy, Line = e.Line, Byte = e.Byte };
        }
    }

    /// <summary>True where the file is an archive; false also where it cannot be opened, which reading it will say.</summary>
    public static bool IsArchive(SourceEntry entry) => entry.Fault is null && HeadOf(entry.Location) is { } head && SourceExpander.IsArchive(head);

    /// <summary>True where the file is an archive, or cannot be looked at.</summary>
    public static bool MayBeArchive(string location) => HeadOf(location) is not { } head || SourceExpander.IsArchive(head);

    private static byte[]? HeadOf(string location)
    {
        try
        {
            using var file = StableFile.Open(location);
            var head = new byte[ContainerReaders.HeadLength];
            return head[..RandomAccess.Read(file, head, 0)];
        }
        catch (UnsupportedFileException)
        {
            // It has no bytes.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SourceFileException)
        {
            return null;
        }
    }

    /// <summary>The documents of an archive, one after another. What goes wrong with the archive itself, also while it is read, is the last.</summary>
    public IEnumerable<ExpandedDocument> Expand(SourceEntry archive)
    {
        SourceFileException? fault = null;
        using var file = Try(() => new FileStream(StableFile.Open(archive.Location), FileAccess.Read));
        if (file is not null)
        {
            var before = StableFile.StateOf(file.SafeFileHandle);
            using var documents = expander.Expand(archive.Path, file).GetEnumerator();
            while (Try(() => documents.MoveNext() ? documents.Current : null) is { } document)
                yield return document;
            if (fault is null && StableFile.StateOf(file.SafeFileHandle) != before)
                fault = StableFile.BeingWritten("The archive");
        }
        if (fault is not null)
            yield return ExpandedDocument.Faulty(archive.Path, fault);

        T? Try<T>(Func<T?> read)
            where T : class
        {
            try
            {
                return read();
            }
            catch (SourceFileException e)
            {
                fault = e;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                fault = Unreadable(archive, e);
            }
            return null;
        }
    }

    /// <summary>Where a document of an archive is found again: the archive's absolute path, "!/" and the path inside.</summary>
    public static string LocationIn(SourceEntry archive, ExpandedDocument document) => archive.Location + document.Document.Path[archive.Path.Length..];

    private FileReading Read(FileReading reading, SourceDocument document, KnownFile? known, bool force)
    {
        try
        {
            if (IsCompanion(reading.Path))
                return reading with { Outcome = Outcome.Skipped, Reason = "A file about the folder, not an article.", Remedy = "Name it otherwise to have it read." };
            reading = reading with { Size = document.Bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span)) };
            if (!force && IsRead(known) && known.Sha256 == reading.Sha256)
                return reading with { Outcome = Outcome.Unchanged, ArticleId = known.ArticleId };
            // Whether the file that it duplicates is still there, and the same, only the writer knows: it has seen the files before this one.
            return !force && known is { Outcome: Outcome.Duplicate }
                ? reading with { ReadAfterAll = () => ReadWhole(reading, document) }
                : ReadWhole(reading, document);
        }
        catch (SourceFileException e)
        {
            return Settled(reading, e);
        }
    }

    /// <summary>Whether the file's articles are those of the present readers and rules, as long as its bytes are the same.</summary>
    private static bool IsRead([NotNullWhen(true)] KnownFile? known) =>
        known is { Outcome: Outcome.Added or Outcome.Updated or Outcome.Unchanged } && known.ReaderVersion == ArticleReaders.VersionOf(known.Format);

    private FileReading ReadWhole(FileReading reading, SourceDocument document)
    {
        try
        {
            return ReadArticles(reading, document) with { Original = Original.Of(reading.Sha256, document.Bytes.Span) };
        }
        catch (SourceFileException e)
        {
            return Settled(reading, e);
        }
    }

    private static FileReading Settled(FileReading reading, SourceFileException e) => reading with { Outcome = e.Outcome, Reason = e.Reason, Remedy = e.Remedy, Line = e.Line, Byte = e.Byte };

    private RejectedFileException TooLarge(long length) =>
        new($"The file has {length:N0} bytes; at most {options.Value.MaxFileBytes:N0} are read.", "Split it, or raise NewsCorpus:MaxFileBytes.");

    private static SourceFileException Unreadable(SourceEntry entry, Exception e) =>
        SourceFolder.FaultOfName(entry.Location) ?? (e is FileNotFoundException or DirectoryNotFoundException
            ? new RejectedFileException("The file vanished while the run was under way.", "Run again if it is back.")
            : new RejectedFileException($"The file cannot be read: {e.Message}", "Check its permissions, and whether another program holds it.", null, null, e));

    private FileReading ReadArticles(FileReading reading, SourceDocument document)
    {
        var read = DocumentReader.Read(document);
        var notes = new List<string>(read.Notes);
        if (read.Faults.Count > 0)
        {
            var quoted = read.Faults.Take(QuotedFaults).Select(f => $"Line {f.Line}: {f.Reason}");
            notes.Insert(0, $"{read.Faults.Count} of {read.Faults.Count + read.Articles.Count} entries could not be read. {string.Join(" ", quoted)}");
        }
        return reading with
        {
            Format = read.Reader.Name,
            ReaderVersion = ArticleReaders.VersionOf(read.Reader.Name),
            Entries = read.Articles.Select(draft => new EntryReading(draft.EntryKey, extractor.Extract(draft, []))).ToList(),
            Reason = notes.Count == 0 ? null : string.Join(" ", notes),
            Remedy = read.Faults.Count == 0 ? null : read.Faults[0].Remedy,
            Line = read.Faults.Count == 0 ? null : read.Faults[0].Line,
        };
    }

    private static bool IsCompanion(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return Companions.Contains(name, StringComparer.OrdinalIgnoreCase) && System.IO.Path.GetExtension(path).ToLowerInvariant() is "" or ".md" or ".txt" or ".markdown";
    }
}
