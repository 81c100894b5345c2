using NewsCorpus.Articles;

namespace NewsCorpus.Web.Api;

public sealed record RunCounts(int Added, int Updated, int Unchanged, int Duplicate, int Skipped, int Rejected);

/// <summary>One pass of ingestion. The counts add up to the files.</summary>
public sealed record RunResponse(long Id, RunState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, RunCounts Counts, int Files)
{
    public static RunResponse Of(Run run) => new(run.Id, run.State, run.StartedAt, run.EndedAt, CountsOf(run), run.Files);

    internal static RunCounts CountsOf(Run run) => new(run.Added, run.Updated, run.Unchanged, run.Duplicate, run.Skipped, run.Rejected);
}

public sealed record RunsResponse(IReadOnlyList<RunResponse> Runs);

/// <summary>What became of one file.</summary>
public sealed record OutcomeResponse(string Path, Outcome Outcome, string? Reason, int? Line, long? Byte, long? ArticleId)
{
    public static OutcomeResponse Of(RunOutcome outcome) => new(outcome.Path, outcome.Outcome, outcome.Reason, outcome.Line, outcome.Byte, outcome.ArticleId);
}

/// <summary>A run with what became of each file.</summary>
public sealed record RunDetailResponse(
    long Id,
    RunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    RunCounts Counts,
    int Files,
    string? Error,
    IReadOnlyList<OutcomeResponse> Outcomes)
{
    public static RunDetailResponse Of(Run run, IEnumerable<RunOutcome> outcomes) =>
        new(run.Id, run.State, run.StartedAt, run.EndedAt, RunResponse.CountsOf(run), run.Files, run.Error, [.. outcomes.Select(OutcomeResponse.Of)]);
}
