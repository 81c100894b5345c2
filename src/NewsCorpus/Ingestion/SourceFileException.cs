using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion;

/// <summary>A file that gives no article. <see cref="Exception.Message"/> is the reason with the remedy, in words for the run's report.</summary>
public abstract class SourceFileException(Outcome outcome, string reason, int? line, long? @byte, Exception? inner)
    : Exception(reason, inner)
{
    /// <summary>Rejected or skipped.</summary>
    public Outcome Outcome { get; } = outcome;

    /// <summary>Line of the file, from 1, or null.</summary>
    public int? Line { get; } = line;

    /// <summary>Byte offset in the file, from 0, or null.</summary>
    public long? Byte { get; } = @byte;
}
