using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>
/// Decides dates that read both day first and month first by how their outlets write dates. An article may be stored before those that tell, so all whose outlet's habit is another one than they were
/// read by are read again, from what is stored; where they come to lie in time, the order in which articles came makes no difference then. Costs one look at a small index where there are none.
/// </summary>
public sealed class OpenDates(IDbContextFactory<CorpusDbContext> contexts, NameRules nameRules, TimeProvider time)
{
    private const int Portion = 100;

    /// <summary>Brings all open dates to what their outlets tell. Each hundred commit by themselves.</summary>
    /// <returns>How many articles were read again.</returns>
    public async Task<int> UpdateAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var habits = new OutletHabits(db);
        var stale = (await db.Articles.Where(a => a.DateHabit != null).Select(a => new { a.OutletId, a.DateHabit }).Distinct().ToListAsync(cancellation))
            .Where(a => a.DateHabit != habits.Of(a.OutletId).Code).Select(a => a.OutletId).Distinct().ToList();
        var count = 0;
        foreach (var outlet in stale)
            for (int read; (read = await UpdateAsync(outlet, cancellation)) > 0;)
                count += read;
        return count;
    }

    private async Task<int> UpdateAsync(int? outlet, CancellationToken cancellation)
    {
        await using var session = await EditSession.OpenAsync(contexts, time, cancellation);
        var habit = new OutletHabits(session.Db).Of(outlet);
        var code = habit.Code;
        var ids = await session.Db.Articles.Where(a => a.OutletId == outlet && a.DateHabit != null && a.DateHabit != code).OrderBy(a => a.Id).Select(a => a.Id).Take(Portion).ToListAsync(cancellation);
        foreach (var id in ids)
        {
            var article = (await ArticleLayer.LoadAsync(session.Db, id, cancellation))!;
            await ArticleLayer.LayAsync(session, article, await session.ActiveAsync(id, cancellation), outletIsOpen: false, nameRules, cancellation, habit);
        }
        await session.CommitAsync(cancellation);
        return ids.Count;
    }
}
