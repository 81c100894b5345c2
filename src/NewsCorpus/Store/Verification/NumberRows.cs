using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace NewsCorpus.Store.Verification;

/// <summary>Checks ids and revisions against the sequences that they are handed out by, and that the counts of each run add up.</summary>
internal static class NumberRows
{
    public static async IAsyncEnumerable<Difference> CheckAsync(CorpusDbContext db, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sequences = await db.Sequences.ToDictionaryAsync(s => s.Name, s => s.Last, StringComparer.Ordinal, cancellation);
        foreach (var (name, what, highest) in new[]
        {
            (Sequence.Revision, "revision", await db.Articles.MaxAsync(a => (long?)a.Revision, cancellation)),
            (Sequence.Article, "article", await db.Articles.MaxAsync(a => (long?)a.Id, cancellation)),
            (Sequence.Outlet, "outlet", await db.Outlets.MaxAsync(o => (long?)o.Id, cancellation)),
            (Sequence.Person, "person", await db.People.MaxAsync(p => (long?)p.Id, cancellation)),
            (Sequence.Tag, "tag", await db.Tags.MaxAsync(t => (long?)t.Id, cancellation)),
            (Sequence.SourceFile, "file", await db.SourceFiles.MaxAsync(f => (long?)f.Id, cancellation)),
            (Sequence.CopyKeyRun, "run of keys", await db.CopyKeyRuns.MaxAsync(r => (long?)r.Id, cancellation)),
            (Sequence.CopyKeyPage, "page of keys", await db.CopyKeyPages.MaxAsync(p => (long?)p.Id, cancellation)),
            (Sequence.SavedSearch, "saved search", await db.SavedSearches.MaxAsync(s => (long?)s.Id, cancellation)),
            (Sequence.Receipt, "receipt", await db.Receipts.MaxAsync(r => (long?)r.Id, cancellation)),
            (Sequence.Run, "run", await db.Runs.MaxAsync(r => (long?)r.Id, cancellation)),
        })
        {
            var last = sequences.GetValueOrDefault(name);
            if (highest > last)
                yield return new Difference(DifferenceKind.NumberWrong, $"sequence {name}", $"There is a {what} {highest}, but only {last} were handed out: the next would take a number twice.");
        }

        var shared = db.Articles.GroupBy(a => a.Revision).Where(g => g.Count() > 1).Select(g => g.Key).AsAsyncEnumerable();
        await foreach (var revision in shared.WithCancellation(cancellation))
            yield return new Difference(DifferenceKind.NumberWrong, $"revision {revision}", $"Several articles have the revision {revision}.");

        var runs = db.Runs.Where(r => r.Files != r.Added + r.Updated + r.Unchanged + r.Duplicate + r.Skipped + r.Rejected).Select(r => r.Id).AsAsyncEnumerable();
        await foreach (var run in runs.WithCancellation(cancellation))
            yield return new Difference(DifferenceKind.RunWrong, $"run {run}", $"The counts of run {run} do not add up to its files.");
    }
}
