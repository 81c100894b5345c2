using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion;

/// <summary>The file is of a kind that is read, but damaged: someone should repair it.</summary>
public sealed class RejectedFileException(string reason, string remedy, int? line = null, long? @byte = null, Exception? inner = null)
    : SourceFileException(Outcome.Rejected, reason, remedy, line, @byte, inner);
