using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Extraction;
using NewsCorpus.Ingestion.Formats;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion;

/// <summary>What the store already knows of a file.</summary>
public sealed record KnownFile(string Sha256, string Format, int ReaderVersion, Outcome Outcome);

/// <summary>Takes one file the whole way from bytes to readings. Whatever is wrong with the file becomes its outcome; only what is wrong with the machine is thrown.</summary>
public sealed class FileReader(ArticleExtractor extractor, IOptions<NewsCorpusOptions> options)
{
    /// <summary>Files that explain a folder rather than belong to the corpus.</summary>
    private static readonly string[] Companions = ["readme", "license", "licence", "copying", "contributing", "changelog"];

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
            return ReadArticles(reading, new SourceDocument(entry.Path, bytes)) with { Original = Original.Of(reading.Sha256, bytes) };
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
        var source = SourceDecoder.Decode(document);
        var reader = FormatDetector.Detect(source);
        var entries = new List<EntryReading>();
        var notes = new List<string>(source.Notes);
        foreach (var draft in reader.Read(source))
        {
            entries.Add(new EntryReading(draft.EntryKey, extractor.Extract(draft, source.Notes)));
            notes.AddRange(draft.Notes);
        }
        return reading with
        {
            Format = reader.Name,
            ReaderVersion = ArticleReaders.VersionOf(reader.Name),
            Entries = entries,
            Reason = notes.Count == 0 ? null : string.Join(" ", notes),
        };
    }

    private static bool IsCompanion(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return Companions.Contains(name, StringComparer.OrdinalIgnoreCase) && System.IO.Path.GetExtension(path).ToLowerInvariant() is "" or ".md" or ".txt" or ".markdown";
    }
}
