using NewsCorpus.Articles;
using NewsCorpus.Ingestion.Containers;

namespace NewsCorpus.Ingestion;

/// <summary>What an archive, as it is gone through, turns out to hold. Of what lies behind a fault, of the archive or of one in it, nobody can tell.</summary>
/// <param name="archive">The archive on disk.</param>
internal sealed class ArchiveListing(SourceEntry archive)
{
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];

    /// <summary>The time of the archive's last change, asked before it was gone through.</summary>
    public DateTimeOffset ModifiedAt { get; } = new(File.GetLastWriteTimeUtc(archive.Location));

    public ExpandedDocument Note(ExpandedDocument document)
    {
        var location = FileReader.LocationIn(archive, document);
        _held.Add(location);
        if (document.Fault is { Outcome: Outcome.Rejected })
            _unknown.Add(location + SourceFile.ArchiveSeparator);
        return document;
    }

    /// <summary>Null where nobody can tell.</summary>
    public bool? Holds(string location) =>
        _held.Contains(location) ? true : _unknown.Exists(part => location.StartsWith(part, StringComparison.Ordinal)) ? null : false;
}
