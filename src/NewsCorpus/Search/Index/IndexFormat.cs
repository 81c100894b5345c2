using System.Globalization;

namespace NewsCorpus.Search.Index;

/// <summary>What a commit says of itself. An index of another corpus or of another format is made anew.</summary>
/// <param name="Revision">Last revision of the database that the index holds.</param>
/// <param name="CorpusId">The database that the index was made from.</param>
/// <param name="Mark">The transaction of the database that took that revision, <see cref="Guid.Empty"/> for none. Under another mark the same number is another change.</param>
/// <param name="BuildId">New each time that the index is made from nothing: files of the same name under another build id are other files.</param>
internal sealed record IndexFormat(long Revision, Guid CorpusId, Guid Mark, Guid BuildId)
{
    /// <summary>Grows with every change to analysis, fields or weights.</summary>
    public const int Version = 8;

    private const string RevisionKey = "revision";
    private const string CorpusKey = "corpus";
    private const string MarkKey = "mark";
    private const string BuildKey = "build";
    private const string VersionKey = "format";

    public Dictionary<string, string> ToUserData() => new(StringComparer.Ordinal)
    {
        [RevisionKey] = Revision.ToString(CultureInfo.InvariantCulture),
        [CorpusKey] = CorpusId.ToString("D"),
        [MarkKey] = Mark.ToString("D"),
        [BuildKey] = BuildId.ToString("D"),
        [VersionKey] = Version.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Null where the commit is of another format.</summary>
    public static IndexFormat? Of(IDictionary<string, string> data) =>
        data.TryGetValue(VersionKey, out var version) && version == Version.ToString(CultureInfo.InvariantCulture)
        && data.TryGetValue(RevisionKey, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
        && data.TryGetValue(CorpusKey, out var corpus) && Guid.TryParse(corpus, out var corpusId)
        && data.TryGetValue(MarkKey, out var transaction) && Guid.TryParse(transaction, out var mark)
        && data.TryGetValue(BuildKey, out var build) && Guid.TryParse(build, out var buildId)
            ? new(revision, corpusId, mark, buildId)
            : null;
}
