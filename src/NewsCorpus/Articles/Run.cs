namespace NewsCorpus.Articles;

/// <summary>What became of one file, or of one article in a file of several.</summary>
public enum Outcome
{
    Added = 0,
    Updated = 1,
    Unchanged = 2,

    /// <summary>The same bytes are already known under another path.</summary>
    Duplicate = 3,
    Skipped = 4,
    Rejected = 5,
}

public enum RunState
{
    Queued = 0,
    Running = 1,
    Paused = 2,
    Cancelled = 3,
    Failed = 4,
    Finished = 5,
}

/// <summary>One pass of ingestion. The counts add up to <see cref="Files"/>.</summary>
public sealed class Run
{
    public long Id { get; init; }

    public RunState State { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>"serve", "command line", or the name of the admin.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Folders and files that the run was pointed at, one a line.</summary>
    public required string Paths { get; init; }

    public int Files { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Duplicate { get; set; }

    public int Skipped { get; set; }

    public int Rejected { get; set; }

    /// <summary>Why the run failed, with the remedy; else null.</summary>
    public string? Error { get; set; }

    public List<RunOutcome> Outcomes { get; } = [];

    public void Count(Outcome outcome)
    {
        Files++;
        switch (outcome)
        {
            case Outcome.Added: Added++; break;
            case Outcome.Updated: Updated++; break;
            case Outcome.Unchanged: Unchanged++; break;
            case Outcome.Duplicate: Duplicate++; break;
            case Outcome.Skipped: Skipped++; break;
            case Outcome.Rejected: Rejected++; break;
            default: throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome");
        }
    }
}

/// <summary>What became of one file in one run.</summary>
public sealed class RunOutcome
{
    public long Id { get; init; }

    public long RunId { get; init; }

    public required string Path { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why, and what to do about it; null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Line in the file, from 1, or null.</summary>
    public int? Line { get; init; }

    /// <summary>Byte offset in the file, from 0, or null.</summary>
    public long? Byte { get; init; }

    public long? ArticleId { get; init; }
}
