using System.ComponentModel;
using System.Text.Json.Serialization;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Api;

public sealed record RunCounts(int Added, int Updated, int Unchanged, int Duplicate, int Skipped, int Rejected)
{
    public static RunCounts Of(Run run) => new(run.Added, run.Updated, run.Unchanged, run.Duplicate, run.Skipped, run.Rejected);
}

public sealed record RunOptions(
    [property: Description("new: what is new or has changed; failed: what was rejected the last time; everything: also what has not changed.")] RunSelection Select,
    [property: Description("Folders and files, absolute.")] IReadOnlyList<string> Paths,
    [property: Description("A preview: no article was changed.")] bool DryRun)
{
    public static RunOptions Of(Run run) => new(run.Select, run.PathList, run.DryRun);
}

/// <summary>One pass of ingestion. The counts add up to the files.</summary>
public sealed record RunResponse(
    long Id,
    RunState State,
    [property: Description("When it began; of a queued run, when it was queued.")] DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    RunCounts Counts,
    [property: Description("Files seen, those in archives included.")] int Files,
    [property: Description("serve, watch, command line, or a name.")] string StartedBy,
    RunOptions Options,
    [property: Description("What was asked of it and has not happened yet.")] RunWish Wish,
    [property: Description("Files there are to see; null until they are counted. Grows while archives are unpacked.")] int? FilesFound,
    long Bytes,
    [property: Description("Seconds at work, pauses left out.")] double ActiveSeconds,
    [property: Description("Files a second.")] double? Rate,
    double? SecondsLeft,
    [property: Description("Why it failed, with the remedy, or a remark on a finished one.")] string? Error)
{
    public static RunResponse Of(Run run) => new(
        run.Id, run.State, run.StartedAt, run.EndedAt, RunCounts.Of(run), run.Files, run.StartedBy, RunOptions.Of(run), run.Wish, run.FilesFound, run.Bytes, run.ActiveSeconds, run.Rate, run.SecondsLeft, run.Error);
}

public sealed record RunsResponse(IReadOnlyList<RunResponse> Runs);

/// <summary>What became of one file.</summary>
public sealed record OutcomeResponse(
    string Path,
    Outcome Outcome,
    [property: Description("Why, or a remark.")] string? Reason,
    [property: Description("What to do about it; every rejected or skipped file has one.")] string? Remedy,
    [property: Description("From 1.")] int? Line,
    [property: Description("From 0.")] long? Byte,
    [property: Description("The file's first article.")] long? ArticleId)
{
    public static OutcomeResponse Of(RunOutcome outcome) => new(outcome.Path, outcome.Outcome, outcome.Reason, outcome.Remedy, outcome.Line, outcome.Byte, outcome.ArticleId);
}

/// <summary>Which of a run's outcomes an answer holds.</summary>
/// <param name="Total">Outcomes of that kind on all pages.</param>
public sealed record OutcomesPage(Outcome? Outcome, int Page, int Size, int Total);

/// <summary>A run with what became of each file.</summary>
public sealed record RunDetailResponse(
    long Id,
    RunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    RunCounts Counts,
    int Files,
    string StartedBy,
    RunOptions Options,
    RunWish Wish,
    int? FilesFound,
    long Bytes,
    double ActiveSeconds,
    double? Rate,
    double? SecondsLeft,
    string? Error,
    [property: Description("Null where the answer holds all outcomes.")] OutcomesPage? OutcomesPage,
    [property: Description("In the order of the files; unchanged ones are kept for the newest 20 runs. Streamed.")] IAsyncEnumerable<OutcomeResponse> Outcomes,
    [property: Description("Only of ingest --dry-run --json: what would change in articles, and in which stories they would be. Streamed."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IAsyncEnumerable<ChangeResponse>? Changes)
{
    public static RunDetailResponse Of(Run run, IAsyncEnumerable<RunOutcome> outcomes, OutcomesPage? page = null, IAsyncEnumerable<ArticleChange>? changes = null) => new(
        run.Id, run.State, run.StartedAt, run.EndedAt, RunCounts.Of(run), run.Files, run.StartedBy, RunOptions.Of(run), run.Wish, run.FilesFound, run.Bytes, run.ActiveSeconds, run.Rate, run.SecondsLeft, run.Error,
        page, outcomes.Select(OutcomeResponse.Of), changes?.Select(ChangeResponse.Of));
}

/// <summary>One value of an article that a run changed, or in a preview would change.</summary>
public sealed record ChangeResponse(
    [property: Description("Null for an article that a preview would only make.")] long? ArticleId,
    string Path,
    string Title,
    [property: Description("title, date, outlet, people, tags, text, story (of a preview: the articles with which it shares its story) or details.")] string Field,
    string? Before,
    string? After,
    string? Rule)
{
    public static ChangeResponse Of(ArticleChange change) => new(change.ArticleId, change.Path, change.Title, change.Field, change.Before, change.After, change.Rule);

    public static ChangeResponse Of(RunChange change) => new(change.ArticleId, change.Path, change.Title, change.Field, change.Before, change.After, change.Rule);
}

public sealed record ChangesResponse(int Total, int Page, int Size, IReadOnlyList<ChangeResponse> Changes);
