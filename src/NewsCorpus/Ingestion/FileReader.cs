using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Extraction;
using NewsCorpus.Ingestion.Containers;
using NewsCorpus.Ingestion.Formats;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>What the store already knows of a file.</summary>
public sealed record KnownFile(string Sha256, string Format, int ReaderVersion, Outcome Outcome);

/// <summary>Takes one file the whole way from bytes to readings. Whatever is wrong with the file becomes its outcome; only what is wrong with the machine is thrown.</summary>
public sealed class FileReader(ArticleExtractor extractor, SourceExpander expander, IOptions<NewsCorpusOptions> options)
{
    /// <summary>Files that explain a folder rather than belong to the corpus.</summary>
    private static readonly string[] Companions = ["readme", "license", "licence", "copying", "contributing", "changelog"];

    /// <summary>Faults of entries that are told one by one; the rest are counted.</summary>
    private const int MaxFaults = 5;

    /// <param name="known">What is stored for this path, or null.</param>
    /// <param name="force">True to read also what has not changed.</param>
    public FileReading Read(SourceEntry entry, KnownFile? known, bool force)
    {
        var reading = new FileReading { Location = entry.Location, Path = entry.Path };
        try
        {
            var info = new FileInfo(entry.Location);
            reading = reading with { Size = info.Length, ModifiedAt = new DateTimeOffset(info.LastWriteTimeUtc) };
            if (IsCompanion(entry.Path))
                return reading with { Outcome = Outcome.Skipped, Reason = "A file about the folder, not an article. Name it otherwise to have it read." };
            if (info.Length > options.Value.MaxFileBytes)
                return reading with { Outcome = Outcome.Rejected, Reason = $"The file has {info.Length:N0} bytes; at most {options.Value.MaxFileBytes:N0} are read. Split it, or raise NewsCorpus:MaxFileBytes." };
            var bytes = File.ReadAllBytes(entry.Location);
            reading = reading with { Size = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
            if (!force && known is { Outcome: Outcome.Added or Outcome.Updated or Outcome.Unchanged } && known.Sha256 == reading.Sha256 && known.ReaderVersion == ArticleReaders.VersionOf(known.Format))
                return reading with { Outcome = Outcome.Unchanged };
            return ReadArticles(reading, expander.Document(entry.Path, bytes)) with { Original = Original.Of(reading.Sha256, bytes) };
        }
        catch (SourceFileException e)
        {
            return reading with { Outcome = e.Outcome, Reason = e.Message, Line = e.Line, Byte = e.Byte };
        }
        catch (FileNotFoundException)
        {
            return reading with { Outcome = Outcome.Rejected, Reason = "The file vanished while the run was under way. Run again if it is back." };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return reading with { Outcome = Outcome.Rejected, Reason = $"The file cannot be read: {e.Message} Check its permissions, and whether another program holds it." };
        }
    }

    private FileReading ReadArticles(FileReading reading, SourceDocument document)
    {
        var found = DocumentReader.Read(document);
        var faults = found.Faults.Count == 0 ? [] : (string[])[$"{found.Faults.Count} entries of the file could not be read: {string.Join(" ", found.Faults.Take(MaxFaults).Select(f => $"Line {f.Line}: {f.Reason}"))}"];
        string[] remarks = [.. faults, .. found.Notes];
        return reading with
        {
            Format = found.Reader.Name,
            ReaderVersion = ArticleReaders.VersionOf(found.Reader.Name),
            Entries = [.. found.Articles.Select(a => new EntryReading(a.EntryKey, extractor.Extract(a, [])))],
            Reason = remarks.Length == 0 ? null : string.Join(" ", remarks),
            Line = found.Faults.Count == 0 ? null : found.Faults[0].Line,
        };
    }

    private static bool IsCompanion(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return Companions.Contains(name, StringComparer.OrdinalIgnoreCase) && System.IO.Path.GetExtension(path).ToLowerInvariant() is "" or ".md" or ".txt" or ".markdown";
    }
}
