using Microsoft.Extensions.Options;
using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion.Containers;

/// <summary>One document of a file on disk: the file itself, or a file in an archive.</summary>
/// <param name="Document">Path as in "folder/a.zip!/b/c.txt"; its bytes are empty where there is a fault.</param>
/// <param name="Fault">Why it cannot be read; null where it can be tried.</param>
public sealed record ExpandedDocument(SourceDocument Document, SourceFileException? Fault)
{
    /// <summary>True for a file in an archive, false for the file itself (or what is to be said of an archive as a whole).</summary>
    public bool IsEntry => Document.Path.Contains(SourceFile.ArchiveSeparator, StringComparison.Ordinal);

    internal static ExpandedDocument Faulty(string path, SourceFileException fault) => new(new SourceDocument(path, default), fault);
}

/// <summary>
/// Turns a file into documents to be read: an archive (ZIP, TAR, gzip, WARC) into the files in it, also those of archives in it, any other file into itself. Memory is bounded by
/// <see cref="NewsCorpusOptions.MaxFileBytes"/> for each level of nesting, whatever the archive claims.
/// </summary>
public sealed class SourceExpander(IOptions<NewsCorpusOptions> options, IOptions<IngestionLimits> limits, IOptions<ColumnMap> columns)
{
    /// <summary>True where a file that begins so is an archive. 512 bytes are enough.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) => ContainerReaders.Find(head) is not null;

    /// <summary>The documents of an archive, one after another; a fault of one leaves the others, a fault of the whole is the last.</summary>
    /// <param name="path">Path to show of the archive.</param>
    /// <param name="archive">Its bytes; has to be seekable, and stays open.</param>
    public IEnumerable<ExpandedDocument> Expand(string path, Stream archive)
    {
        if (archive.Length > limits.Value.MaxArchiveBytes)
            return [ExpandedDocument.Faulty(path, new RejectedFileException($"The archive has {archive.Length:N0} bytes; at most {limits.Value.MaxArchiveBytes:N0} are read.", "Split it, or raise NewsCorpus:Limits:MaxArchiveBytes."))];
        return Expand(path, archive, new ExpansionBudget(limits.Value, options.Value.MaxFileBytes), 1);
    }

    /// <summary>A file that is no archive, as a document with the corpus's settings.</summary>
    public SourceDocument Document(string path, ReadOnlyMemory<byte> bytes) => new(path, bytes) { Limits = limits.Value, Columns = columns.Value };

    private IEnumerable<ExpandedDocument> Expand(string path, Stream archive, ExpansionBudget budget, int depth)
    {
        var head = new byte[ContainerReaders.HeadLength];
        var length = archive.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        archive.Seek(0, SeekOrigin.Begin);
        var reader = ContainerReaders.Find(head.AsSpan(0, length)) ?? throw new ArgumentException("no archive", nameof(archive));
        using var entries = reader.Read(archive, path, budget).GetEnumerator();
        var names = new EntryNames();
        while (true)
        {
            SourceFileException? fault = null;
            try
            {
                if (!entries.MoveNext())
                    yield break;
            }
            catch (SourceFileException e)
            {
                fault = e;
            }
            if (fault is not null)
            {
                yield return ExpandedDocument.Faulty(path, fault);
                yield break;
            }
            foreach (var document in OfEntry(path, entries.Current with { Path = names.Of(entries.Current.Path) }, budget, depth))
                yield return document;
        }
    }

    private IEnumerable<ExpandedDocument> OfEntry(string path, ContainerEntry entry, ExpansionBudget budget, int depth)
    {
        var inside = entry.Path.Length == 0 ? path : path + SourceFile.ArchiveSeparator + entry.Path;
        if (entry.Fault is { } fault)
            return [ExpandedDocument.Faulty(inside, fault)];
        if (!IsArchive(entry.Bytes.AsSpan(0, Math.Min(entry.Bytes.Length, ContainerReaders.HeadLength))))
            return [new ExpandedDocument(Document(inside, entry.Bytes) with { Charset = entry.Charset, Address = entry.Address }, null)];
        if (depth >= budget.Limits.MaxNesting)
            return [ExpandedDocument.Faulty(inside, new RejectedFileException($"The archive lies more than {budget.Limits.MaxNesting - 1} levels deep in others.", "Unpack it, or raise NewsCorpus:Limits:MaxNesting."))];
        return Expand(inside, new MemoryStream(entry.Bytes, writable: false), budget, depth + 1);
    }
}
