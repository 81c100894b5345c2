using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion;

/// <summary>The file is no article, or of a kind that is not read (a picture, a PDF, an empty file): it is passed over, nothing is wrong with it.</summary>
public sealed class UnsupportedFileException(string reason, string remedy, long? @byte = null)
    : SourceFileException(Outcome.Skipped, reason, remedy, null, @byte, null);
