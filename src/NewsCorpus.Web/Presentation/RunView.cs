using NewsCorpus.Articles;

namespace NewsCorpus.Web.Presentation;

/// <summary>Runs as the pages say them.</summary>
public static class RunView
{
    /// <summary>The state in a word or two, with what was asked and has not happened yet.</summary>
    public static string State(Run run) => run switch
    {
        { State: RunState.Running, Wish: RunWish.Pause } => "pausing",
        { State: RunState.Paused, Wish: RunWish.None } => "going on",
        { IsOver: false, Wish: RunWish.Cancel } => "being cancelled",
        _ => run.State.ToString().ToLowerInvariant(),
    };

    /// <summary>The class of its badge.</summary>
    public static string Badge(Run run) => run.State switch
    {
        RunState.Finished => run.Rejected > 0 ? "" : "good",
        RunState.Failed => "bad",
        RunState.Cancelled => "",
        _ => "busy",
    };

    public static string What(Run run) => run.Select switch
    {
        RunSelection.Failed => "What failed",
        RunSelection.Everything => "Everything",
        _ => "What is new",
    };

    /// <summary>"3 added, 1 rejected": the counts that are not zero.</summary>
    public static string Counts(Run run)
    {
        var counts = Outcomes(run).Where(o => o.Count > 0).Select(o => $"{Words.Number(o.Count)} {Words.Of(o.Outcome)}");
        return run.Files == 0 ? "–" : string.Join(", ", counts);
    }

    /// <summary>Each kind of outcome with its count, those first that somebody should look at.</summary>
    public static IReadOnlyList<(Outcome Outcome, int Count)> Outcomes(Run run) =>
    [
        (Outcome.Rejected, run.Rejected),
        (Outcome.Added, run.Added),
        (Outcome.Updated, run.Updated),
        (Outcome.Duplicate, run.Duplicate),
        (Outcome.Skipped, run.Skipped),
        (Outcome.Unchanged, run.Unchanged),
    ];

    /// <summary>"1,200 of 4,000 files, 81/s, 0:35 left", as far as it is known.</summary>
    public static string Progress(Run run) => string.Join(", ", Parts(run));

    /// <summary>What can be asked of the run now: the handler of the page and the word on the button.</summary>
    public static IReadOnlyList<(string Handler, string Word)> Orders(Run run) => run switch
    {
        { IsOver: false, Wish: RunWish.Cancel } => [],
        { State: RunState.Queued } => [("cancel", "Cancel")],
        { State: RunState.Running, Wish: RunWish.None } => [("pause", "Pause"), ("cancel", "Cancel")],
        { State: RunState.Running or RunState.Paused } => [("resume", "Go on"), ("cancel", "Cancel")],
        { State: RunState.Cancelled or RunState.Failed } => [("resume", run.DryRun ? "Start over" : "Resume")],
        { State: RunState.Finished, DryRun: true } => [("apply", "Apply")],
        _ => [],
    };

    private static IEnumerable<string> Parts(Run run)
    {
        yield return run.FilesFound is { } found && !run.IsOver ? $"{Words.Number(run.Files)} of {Words.Number(found)} files" : Words.Count(run.Files, "file", "files");
        if (run.Rate is { } rate)
            yield return Words.Rate(rate);
        if (run.SecondsLeft is { } left && run.State == RunState.Running)
            yield return $"{Words.Duration(left)} left";
    }
}
