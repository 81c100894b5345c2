using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Receipts;

/// <summary>What was done to some articles since a receipt was made: by editors, as the log of corrections has it, and by runs, as far as the changes of runs are kept.</summary>
internal sealed class ArticleHistory
{
    private readonly ILookup<long, Correction> _corrections;
    private readonly ILookup<long, (RunChange Change, DateTimeOffset At)> _changes;
    private readonly Dictionary<long, (long RunId, DateTimeOffset At)> _runs;
    private readonly DateTimeOffset _since;

    private ArticleHistory(ILookup<long, Correction> corrections, ILookup<long, (RunChange, DateTimeOffset)> changes, Dictionary<long, (long, DateTimeOffset)> runs, DateTimeOffset since) =>
        (_corrections, _changes, _runs, _since) = (corrections, changes, runs, since);

    public static async Task<ArticleHistory> ReadAsync(CorpusDbContext context, ReceiptHead head, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var corrections = await context.Corrections.Where(c => c.ArticleId != null && ids.Contains(c.ArticleId.Value)).OrderBy(c => c.Id).ToListAsync(ct);
        var changes = await context.RunChanges.Where(c => c.RunId > head.LastRun && c.ArticleId != null && ids.Contains(c.ArticleId.Value))
            .Join(context.Runs, c => c.RunId, r => r.Id, (c, r) => new { Change = c, r.StartedAt }).OrderBy(c => c.Change.Id).ToListAsync(ct);
        var runs = await context.Articles.Where(a => ids.Contains(a.Id) && a.RunId > head.LastRun).Join(context.Runs, a => a.RunId, r => r.Id, (a, r) => new { a.Id, a.RunId, r.StartedAt }).ToListAsync(ct);
        return new ArticleHistory(
            corrections.ToLookup(c => c.ArticleId!.Value),
            changes.ToLookup(c => c.Change.ArticleId!.Value, c => (c.Change, c.StartedAt)),
            runs.ToDictionary(r => r.Id, r => (r.RunId, r.StartedAt)),
            head.MadeAt);
    }

    /// <summary>What may explain a change, in the order in which it was done.</summary>
    public IEnumerable<ReceiptReason> Of(long article, ReceiptChange change)
    {
        var field = change switch
        {
            ReceiptChange.Text => "text",
            ReceiptChange.Title => CorrectionFields.Title,
            ReceiptChange.Date => CorrectionFields.Date,
            ReceiptChange.Outlet => CorrectionFields.Outlet,
            _ => null,
        };
        var reasons = _corrections[article].Where(c => field is null || c.Field == field).SelectMany(c => Told(c, _since)).ToList();
        var changes = _changes[article].Where(c => field is null || c.Change.Field == field).ToList();
        reasons.AddRange(changes.Select(c => new ReceiptReason($"run {c.Change.RunId} changed the {c.Change.Field}{Values(c.Change)}: {c.Change.Rule ?? "a file or rule that changed"}", c.At)));
        if (changes.Count == 0 && _runs.TryGetValue(article, out var run))
            reasons.Add(new($"run {run.RunId} read it again; what it changed is no longer kept", run.At));
        return reasons.OrderBy(r => r.At);
    }

    /// <summary>What of a correction was done since a moment: that it was made, and that it was taken back.</summary>
    public static IEnumerable<ReceiptReason> Told(Correction correction, DateTimeOffset since)
    {
        var what = correction switch
        {
            { Field: CorrectionFields.State } => "an editor set it aside",
            { Field: CorrectionFields.Merge } => "an editor merged its outlet into another",
            { EntryKey: null } => $"an editor corrected the {correction.Field} of its outlet",
            _ => $"an editor corrected the {correction.Field}",
        };
        if (correction.At > since)
            yield return new ReceiptReason(what, correction.At, correction.By, correction.Note);
        if (correction.RevertedAt > since)
            yield return new ReceiptReason(what.Replace("an editor", "it was taken back that an editor", StringComparison.Ordinal), correction.RevertedAt, correction.RevertedBy, correction.RevertedNote);
    }

    private static string Values(RunChange change) => change is { Field: not "text", Before: not null } or { Field: not "text", After: not null } ? $" from {change.Before ?? "nothing"} to {change.After ?? "nothing"}" : "";
}
