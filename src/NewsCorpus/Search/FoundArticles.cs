using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>Reads what was found, a few articles at a time, so that memory does not grow with the number of results. Holds no transaction between two portions: a slow reader keeps nobody waiting.</summary>
public sealed class FoundArticles(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>Articles read at once; a long one has some 100 KB of text.</summary>
    private const int Portion = 100;

    private const string Byline = "byline";

    /// <summary>The articles in the order of <paramref name="matches"/>, as the database has them now: later than the index where they changed since, and without those that are gone or set aside.</summary>
    public async IAsyncEnumerable<FoundArticle> ReadAsync(IEnumerable<Match> matches, bool withText, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var portion in matches.Chunk(Portion))
        {
            foreach (var article in await ReadAsync(portion, withText, ct))
                yield return article;
        }
    }

    /// <summary>One article; null where it is gone or set aside.</summary>
    public async Task<FoundArticle?> FindAsync(long id, CancellationToken ct) => (await ReadAsync([new Match(id)], withText: false, ct)).SingleOrDefault();

    private async Task<List<FoundArticle>> ReadAsync(Match[] portion, bool withText, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var ids = portion.Select(m => m.Id).ToList();
        var people = (await context.ArticlePeople.Where(p => ids.Contains(p.ArticleId) && p.Role <= MentionRole.Quoted)
            .Select(p => new { p.ArticleId, p.Mentions, p.PersonId, p.Person!.Name, p.Person.Slug }).ToListAsync(ct)).ToLookup(p => p.ArticleId);
        var tags = (await context.ArticleTags.Where(t => ids.Contains(t.ArticleId))
            .Select(t => new { t.ArticleId, t.Tag!.Name }).ToListAsync(ct)).ToLookup(t => t.ArticleId, t => t.Name);
        var articles = await context.Articles.Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live)
            .Select(a => new
            {
                Article = a,
                a.Estimate,
                Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug),
                a.Body!.Details,
                Text = withText ? a.Body.Text : null,
                File = a.SourceFile!.Path,
            }).ToDictionaryAsync(a => a.Article.Id, ct);
        var found = new List<FoundArticle>(portion.Length);
        foreach (var match in portion)
        {
            if (!articles.TryGetValue(match.Id, out var row))
                continue;
            var article = row.Article;
            found.Add(new FoundArticle
            {
                Id = article.Id,
                Slug = article.Slug,
                Revision = article.Revision,
                Title = article.Title,
                TitleKind = article.TitleKind,
                Date = article.Date,
                DateKind = article.DateKind,
                DateEstimate = row.Estimate?.Estimate,
                Outlet = row.Outlet,
                OutletKind = article.OutletKind,
                Agency = article.Agency,
                Bylines = [.. row.Details.Contributors.Where(c => c.Role == Byline).Select(c => c.Name).Distinct(StringComparer.Ordinal)],
                People =
                [
                    .. people[article.Id].GroupBy(p => p.PersonId).OrderByDescending(g => g.Sum(p => p.Mentions)).ThenBy(g => g.Key)
                        .Select(g => new NamedRef(g.Key, g.First().Name, g.First().Slug)),
                ],
                Tags = [.. tags[article.Id].Order(StringComparer.Ordinal)],
                Language = article.Language,
                LanguageKind = article.LanguageKind,
                Words = article.WordCount,
                Link = article.Link,
                Summary = article.Summary,
                File = row.File,
                AddedAt = article.AddedAt,
                UpdatedAt = article.UpdatedAt,
                Copies = match.Copies,
                Text = row.Text,
            });
        }
        return found;
    }
}
