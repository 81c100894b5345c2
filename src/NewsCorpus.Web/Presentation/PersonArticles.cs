using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Identities;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>An article that names somebody, as an editor has to see it who tells two people apart.</summary>
/// <param name="Named">What it calls the person, as the rules read it.</param>
public sealed record PersonArticle(long Id, string Title, string Slug, ArticleDate? Date, string? Outlet, string Named, string? Office, string? Sentence);

/// <summary>One page of the articles that name a person, the oldest first: who is meant changes with time.</summary>
public sealed record PersonArticles(IReadOnlyList<PersonArticle> Articles, int Total, IReadOnlyList<OfficeCount> Offices)
{
    /// <summary>Two offices that one person hardly had; null where all go together.</summary>
    public (OfficeSpan One, OfficeSpan Other)? Doubt => Namesakes.Find([.. Offices.Select(o => new OfficeSpan(o.Office, o.First, o.Last))]);

    public static async Task<PersonArticles> ReadAsync(CorpusDbContext db, int person, int page, int size, CancellationToken cancellationToken)
    {
        var rows = db.ArticlePeople.AsNoTracking().Where(p => p.PersonId == person && p.Role <= MentionRole.Quoted);
        var articles = db.Articles.AsNoTracking().Where(a => a.State == ArticleState.Live && rows.Any(r => r.ArticleId == a.Id));
        var shown = await articles.OrderBy(a => a.Day == null).ThenBy(a => a.Day).ThenBy(a => a.Id).Skip((page - 1) * size).Take(size).Include(a => a.Outlet).Include(a => a.Body).ToListAsync(cancellationToken);
        var ids = shown.ConvertAll(a => a.Id);
        var named = (await rows.Where(r => ids.Contains(r.ArticleId)).ToListAsync(cancellationToken)).ToLookup(r => r.ArticleId);
        var names = named.SelectMany(n => n).Select(n => n.NamedId).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => names.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.NameByRules, cancellationToken);
        var offices = await rows.Where(r => r.Office != null).Join(db.Articles.Where(a => a.State == ArticleState.Live), r => r.ArticleId, a => a.Id, (r, a) => new { Office = r.Office!, r.ArticleId, a.Day })
            .GroupBy(r => r.Office).Select(g => new { Office = g.Key, Articles = g.Select(r => r.ArticleId).Distinct().Count(), First = g.Min(r => r.Day), Last = g.Max(r => r.Day) }).OrderByDescending(o => o.Articles).ThenBy(o => o.Office).ToListAsync(cancellationToken);
        return new PersonArticles(
            [.. shown.Select(a =>
            {
                var row = named[a.Id].OrderBy(r => r.Office is null).First();
                return new PersonArticle(a.Id, a.Title, a.Slug, a.Date, a.Outlet?.Name, people[row.NamedId], row.Office, a.Body is null ? null : NamedSentence.Of(a.Body, row.NamedId)?.Text);
            })],
            await articles.CountAsync(cancellationToken),
            [.. offices.Select(o => new OfficeCount(o.Office, o.Articles, o.First, o.Last))]);
    }
}
