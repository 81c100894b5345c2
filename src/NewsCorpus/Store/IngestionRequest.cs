using NewsCorpus.Articles;

namespace NewsCorpus.Store;

/// <summary>What to ingest.</summary>
public sealed record IngestionRequest
{
    /// <summary>Folders and files, absolute; empty for the configured corpus.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public RunSelection Select { get; init; }

    /// <summary>Work everything out and change no article.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who started it, for the run's row.</summary>
    public required string StartedBy { get; init; }
}
