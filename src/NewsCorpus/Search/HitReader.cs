using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Snippets;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>Reads from the database what a page of hits shows: three queries, whatever the page's size.</summary>
internal static class HitReader
{
    /// <returns>The hits in the order of <paramref name="ids"/>, without those that are gone since the index was written.</returns>
    public static async Task<IReadOnlyList<SearchHit>> ReadAsync(CorpusDbContext context, IReadOnlyList<long> ids, SnippetCutter snippets, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];
        var articles = await context.Articles.Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live)
            .Select(a => new
            {
                a.Id,
                a.Slug,
                a.Title,
                a.TitleKind,
                a.Day,
                a.DatePrecision,
                a.Instant,
                a.DateKind,
                a.Estimate,
                Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug),
                a.OutletKind,
            }).ToDictionaryAsync(a => a.Id, ct);
        var bodies = await context.Bodies.Where(b => ids.Contains(b.ArticleId)).ToDictionaryAsync(b => b.ArticleId, ct);
        var people = (await context.ArticlePeople.Where(p => ids.Contains(p.ArticleId) && p.Role <= MentionRole.Quoted)
            .Select(p => new { p.ArticleId, p.Mentions, p.PersonId, p.Person!.Name, p.Person.Slug }).ToListAsync(ct)).ToLookup(p => p.ArticleId);
        var hits = new List<SearchHit>(ids.Count);
        foreach (var id in ids)
        {
            if (!articles.TryGetValue(id, out var article))
                continue;
            hits.Add(new SearchHit
            {
                Id = id,
                Slug = article.Slug,
                Title = article.Title,
                TitleKind = article.TitleKind,
                TitleHtml = snippets.Mark(article.Title),
                Date = article.Day is { } day ? new ArticleDate(day, article.DatePrecision, article.Instant) : null,
                DateKind = article.DateKind,
                DateEstimate = article.Estimate?.Estimate,
                Outlet = article.Outlet,
                OutletKind = article.OutletKind,
                SnippetHtml = bodies.TryGetValue(id, out var body) ? snippets.Cut(body.Text, body.Details.Blocks) : "",
                People =
                [
                    .. people[id].GroupBy(p => p.PersonId).OrderByDescending(g => g.Sum(p => p.Mentions)).ThenBy(g => g.Key)
                        .Select(g => new NamedRef(g.Key, g.First().Name, g.First().Slug)),
                ],
            });
        }
        return hits;
    }
}
