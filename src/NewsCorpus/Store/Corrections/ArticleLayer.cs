using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Store.Corrections;

/// <summary>Lays an article's corrections over it anew, from what is stored.</summary>
internal static class ArticleLayer
{
    public static Task<Article?> LoadAsync(CorpusDbContext db, long id, CancellationToken cancellation) =>
        db.Articles.AsSplitQuery().IgnoreQueryFilters()
            .Include(a => a.Body).Include(a => a.Estimate).Include(a => a.SourceFile).Include(a => a.Outlet).Include(a => a.People).ThenInclude(p => p.Person).Include(a => a.Tags).ThenInclude(t => t.Tag)
            .SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>What the rules say of an article.</summary>
    public static async Task<ArticleReading> RulesAsync(CorpusDbContext db, Article article, CancellationToken cancellation)
    {
        var ids = StoredReading.PeopleOf(article.Body!.Details).ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var named = article.NamedOutletId is { } id ? await db.Outlets.SingleAsync(o => o.Id == id, cancellation) : article.Outlet;
        return StoredReading.Of(article, named, people);
    }

    /// <summary>Lays the corrections over the article; it takes the next revision if anything shown changes.</summary>
    /// <param name="active">Its active corrections from now on.</param>
    /// <param name="outletIsOpen">True where the outlet that the rules name is to be looked up again, since the correction that stood over it went.</param>
    /// <param name="habit">Given where an open date is to be decided anew.</param>
    /// <returns>True where anything shown changed.</returns>
    public static async Task<bool> LayAsync(
        EditSession session, Article article, IReadOnlyList<Correction> active, bool outletIsOpen, NameRules nameRules, CancellationToken cancellation, DateHabit? habit = null)
    {
        var rules = await RulesAsync(session.Db, article, cancellation);
        await session.Names.LoadAsync([rules, CorrectionNames.Of(active)], [], cancellation);
        var shown = ArticleOverlay.Lay(habit is { } known ? rules.Decided(known) : rules, active, nameRules, name => session.Names.ShownKey(article, name));
        if (shown.OutletId is null && shown.Reading.Outlet is not null && !outletIsOpen)
            shown = shown with { OutletId = article.NamedOutletId ?? article.OutletId };
        await session.Names.LoadAsync([shown.Reading], shown.OutletId is { } outlet ? [outlet] : [], cancellation);
        var grounds = CopyTasks.GroundsOf(article);
        if (!ArticleFill.Apply(article, shown, session.Names))
            return false;
        if (grounds != CopyTasks.GroundsOf(article))
            await CopyTasks.AskAsync(session.Db, [article.Id], cancellation);
        article.Revision = session.Numbers.Next(Sequence.Revision);
        article.UpdatedAt = session.Now;
        return true;
    }
}
