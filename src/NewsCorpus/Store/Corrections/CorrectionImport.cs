using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>What is wrong with a line.</summary>
/// <param name="Line">From 1.</param>
public sealed record ImportProblem(int Line, string Message);

/// <summary>What became of a file of corrections.</summary>
/// <param name="Problems">Not empty where nothing was imported.</param>
/// <param name="Added">Corrections that were new here.</param>
/// <param name="Known">Corrections that were here already.</param>
/// <param name="Waiting">Of the added, those that are in force once their article is ingested.</param>
public sealed record ImportResult(IReadOnlyList<ImportProblem> Problems, int Added, int Known, int Waiting);

/// <summary>
/// Takes in the log of another data folder, all of it or nothing. What is here already is passed over, so that importing twice changes nothing; where both folders corrected
/// the same field, the newer correction is in force.
/// </summary>
public sealed class CorrectionImport(IDbContextFactory<CorpusDbContext> contexts, NameRules nameRules, TimeProvider time)
{
    /// <summary>Problems named before the rest is left unsaid.</summary>
    private const int MaxProblems = 50;

    /// <param name="lines">The lines of the file; empty ones are passed over.</param>
    /// <param name="by">Who imports, for the log.</param>
    /// <param name="dryRun">True to find out what would be, and write nothing.</param>
    public async Task<ImportResult> RunAsync(IAsyncEnumerable<string> lines, string by, bool dryRun, CancellationToken cancellation)
    {
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        var (read, problems) = await ImportReader.ReadAsync(lines, session.Today, cancellation);
        if (problems.Count > 0)
            return new ImportResult([.. problems.Take(MaxProblems)], 0, 0, 0);
        var ledger = await ImportLedger.OpenAsync(session, nameRules, cancellation);
        foreach (var (number, line) in read)
            await ledger.TakeAsync(number, line, cancellation);
        await session.Db.SaveChangesAsync(cancellation);
        var applied = await ImportApplication.ApplyAsync(session, ledger, nameRules, cancellation);
        if (applied.Count > 0)
            return new ImportResult([.. applied.OrderBy(p => p.Line).Take(MaxProblems)], 0, 0, 0);
        if (!dryRun)
        {
            session.Record(new Edit(by, $"{ledger.Added} new, {ledger.Known} known already"), "corrections.import", $"{read.Count} corrections");
            await session.CommitAsync(cancellation);
        }
        return new ImportResult([], ledger.Added, ledger.Known, ledger.Waiting);
    }
}
