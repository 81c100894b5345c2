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

/// <summary>Which files a run reads.</summary>
public enum RunSelection
{
    /// <summary>What is new, has changed, or was read by older readers or rules; what is unchanged is only counted.</summary>
    New = 0,

    /// <summary>Files, and files in archives, that were rejected when they were last read.</summary>
    Failed = 1,

    /// <summary>Everything, changed or not.</summary>
    Everything = 2,
}

/// <summary>What somebody has asked of a run that is under way. Any process may write it; the one that runs reads it a few times a second.</summary>
public enum RunWish
{
    None = 0,
    Pause = 1,
    Cancel = 2,
}

/// <summary>One pass of ingestion. The counts add up to <see cref="Files"/>, and stay with the row when a cancelled or failed run is resumed.</summary>
public sealed class Run
{
    public long Id { get; init; }

    public RunState State { get; set; }

    /// <summary>When it was queued, until it begins; then when it began first.</summary>
    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>"serve", "watch", "command line", or the name of the admin.</summary>
    public required string StartedBy { get; init; }

    /// <summary>Folders and files that the run was pointed at, absolute, one a line.</summary>
    public required string Paths { get; init; }

    public RunSelection Select { get; init; }

    /// <summary>True for a preview: it tells what would become of each file, and changes no article.</summary>
    public bool DryRun { get; init; }

    /// <summary>Written by whoever asks, never by the run itself while it is under way.</summary>
    public RunWish Wish { get; set; }

    /// <summary>Where a resumed run goes on; null before the first batch. The words are those of the ingestion that wrote it.</summary>
    public string? Cursor { get; set; }

    /// <summary>Files there are to see, as far as they have been listed; null until the first count. Grows while archives are unpacked.</summary>
    public int? FilesFound { get; set; }

    /// <summary>Bytes of the files seen; of archives, those of their entries.</summary>
    public long Bytes { get; set; }

    /// <summary>Seconds at work, pauses left out.</summary>
    public double ActiveSeconds { get; set; }

    public int Files { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Duplicate { get; set; }

    public int Skipped { get; set; }

    public int Rejected { get; set; }

    /// <summary>Why the run failed or ended early, with the remedy; or a remark on a finished one; else null.</summary>
    public string? Error { get; set; }

    public List<RunOutcome> Outcomes { get; } = [];

    public IReadOnlyList<string> PathList => Paths.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the run has come to its end, for good or until somebody resumes it.</summary>
    public bool IsOver => State is RunState.Cancelled or RunState.Failed or RunState.Finished;

    /// <summary>Files a second, pauses left out; null before there is a measure.</summary>
    public double? Rate => Files > 0 && ActiveSeconds > 0 ? Files / ActiveSeconds : null;

    /// <summary>Seconds of work that are left at the rate so far; null where that is not known. Archives that are not unpacked yet count as one file.</summary>
    public double? SecondsLeft => !IsOver && FilesFound is { } found && Rate is { } rate ? Math.Max(0, found - Files) / rate : null;

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

    /// <summary>Forgets all progress: a preview that is resumed starts over, as nothing of it was kept.</summary>
    public void StartOver()
    {
        Files = Added = Updated = Unchanged = Duplicate = Skipped = Rejected = 0;
        (Cursor, FilesFound, Bytes, ActiveSeconds) = (null, null, 0, 0);
    }
}
