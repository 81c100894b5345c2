using System.Globalization;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Commands;

/// <summary>Runs, outcomes and changes as lines of text.</summary>
internal static class RunWords
{
    public static string Counts(Run run) =>
        $"{run.Added} added, {run.Updated} updated, {run.Unchanged} unchanged, {run.Duplicate} duplicate, {run.Skipped} skipped, {run.Rejected} rejected";

    public static string Summary(Run run)
    {
        var seconds = run.ActiveSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var verb = run.State switch
        {
            RunState.Finished => "Ingested",
            RunState.Failed => "Ingestion stopped after",
            _ => "Cancelled after",
        };
        return $"{verb} {run.Files} {(run.Files == 1 ? "file" : "files")} in {seconds} s: {Counts(run)}.";
    }

    public static string Describe(ArticleChange change) => $"  would {What(change)}{(change.Rule is { } rule ? $" ({rule})" : "")}";

    private static string What(ArticleChange change) => (change.Field, change.Before, change.After) switch
    {
        ("story", null, { } others) => $"share a story  {change.Path}: with {others}",
        ("story", { } others, null) => $"leave its story  {change.Path}: with {others}",
        ("story", var before, var after) => $"change its story  {change.Path}: from that with {before} to that with {after}",
        ("details", _, _) => $"change  {change.Path}: details",
        _ => $"change  {change.Path}: {change.Field} from “{change.Before}” to “{change.After}”",
    };

    public static string Describe(RunOutcome outcome)
    {
        var place = outcome.Line is { } line ? $" line {line}:" : outcome.Byte is { } at ? $" byte {at}:" : "";
        return $"  {outcome.Outcome.ToString().ToLowerInvariant()}  {outcome.Path}:{place} {outcome.Reason}{(outcome.Remedy is { } remedy ? " " + remedy : "")}";
    }
}
