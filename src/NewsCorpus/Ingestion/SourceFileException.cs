using NewsCorpus.Articles;

namespace NewsCorpus.Ingestion;

/// <summary>A file that gives no article, in words for the run's report.</summary>
public abstract class SourceFileException(Outcome outcome, string reason, string remedy, int? line, long? @byte, Exception? inner)
    : Exception($"{reason} {remedy}", inner)
{
    /// <summary>Rejected or skipped.</summary>
    public Outcome Outcome { get; } = outcome;

    /// <summary>What is wrong, a sentence.</summary>
    public string Reason { get; } = reason;

    /// <summary>What to do about it, a sentence.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>Line of the file, from 1, or null.</summary>
    public int? Line { get; } = line;

    /// <summary>Byte offset in the file, from 0, or null.</summary>
    public long? Byte { get; } = @byte;
}
