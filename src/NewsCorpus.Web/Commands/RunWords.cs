using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Commands;

/// <summary>Runs, outcomes and changes as lines of text.</summary>
internal static class RunWords
{
    public static string Counts(Run run) =>
        $"{run.Added} added, {run.Updated} updated, {run.Unchanged} unchanged, {run.Duplicate} duplicate, {run.Skipped} skipped, {run.Rejected} rejected";

    /// <summary>"1,200 of 4,000 files, 81/s, 0:35 left", as far as it is known.</summary>
    public static string Progress(Run run) => string.Join(", ", Parts(run));

    public static string Summary(Run run)
    {
        var seconds = run.ActiveSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var verb = run.State switch
        {
            RunState.Finished => "Ingested",
            RunState.Failed => "Ingestion stopped after",
            _ => "Cancelled after",
        };
        return $"{verb} {run.Files} files in {seconds} s: {Counts(run)}.";
    }

    public static string Describe(ArticleChange change) =>
        $"  would change  {change.Path}: {change.Field}{(change.Field == "details" ? "" : $" from “{change.Before}” to “{change.After}”")}{(change.Rule is { } rule ? $" ({rule})" : "")}";

    public static string Describe(RunOutcome outcome)
    {
        var place = outcome.Line is { } line ? $" line {line}:" : outcome.Byte is { } at ? $" byte {at}:" : "";
        return $"  {outcome.Outcome.ToString().ToLowerInvariant()}  {outcome.Path}:{place} {outcome.Reason}";
    }

    private static IEnumerable<string> Parts(Run run)
    {
        yield return run.FilesFound is { } found ? $"{Words.Number(run.Files)} of {Words.Number(found)} files" : $"{Words.Number(run.Files)} files";
        if (run.Rate is { } rate)
            yield return Words.Rate(rate);
        if (run.SecondsLeft is { } left && run.State == RunState.Running)
            yield return $"{Words.Duration(left)} left";
    }
}
