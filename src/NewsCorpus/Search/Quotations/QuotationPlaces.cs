using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Queries;
using NewsCorpus.Search.Snippets;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Quotations;

/// <summary>Reads from the database what a page of quotations shows: three queries, whatever the page's size.</summary>
internal static class QuotationPlaces
{
    /// <returns>The entries in the order of <paramref name="groups"/>; places whose article changed since the index was written are left out.</returns>
    public static async Task<IReadOnlyList<QuotationEntry>> ReadAsync(CorpusDbContext context, IReadOnlyList<List<FoundQuotation>> groups, MatchFinder finder, CancellationToken ct)
    {
        if (groups.Count == 0)
            return [];
        var shown = groups.Select(g => (Count: g.Count, Places: g.OrderByDescending(q => q.End - q.Start).ThenBy(q => q.Minute).ThenBy(q => q.ArticleId).Take(QuotationEntry.MostPlaces).ToList())).ToList();
        var ids = shown.SelectMany(s => s.Places.Select(q => q.ArticleId)).Distinct().ToList();
        var articles = await context.Articles.Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live)
            .Select(a => new { a.Id, a.Revision, a.Slug, a.Title, a.Day, a.DatePrecision, a.Instant, a.DateKind, Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug) })
            .ToDictionaryAsync(a => a.Id, ct);
        var bodies = await context.Bodies.Where(b => ids.Contains(b.ArticleId)).ToDictionaryAsync(b => b.ArticleId, ct);
        var named = (await context.ArticlePeople.Where(p => ids.Contains(p.ArticleId)).Include(p => p.Person).AsNoTracking().ToListAsync(ct)).ToLookup(p => p.ArticleId);
        return [.. shown.Select(s => new QuotationEntry([.. s.Places.Select(Place).OfType<QuotationPlace>()], s.Count)).Where(e => e.Places.Count > 0)];

        QuotationPlace? Place(FoundQuotation found)
        {
            if (!articles.TryGetValue(found.ArticleId, out var article) || article.Revision != found.Revision || !bodies.TryGetValue(found.ArticleId, out var body)
                || body.Details.Quotations.FirstOrDefault(q => q.Start == found.Start && q.End == found.End) is not { } quotation)
                return null;
            var html = new StringBuilder();
            MarkedText.Append(html, body.Text, found.Start, found.End, finder.Find(body.Text, found.Start, found.End, QueryField.Said));
            return new QuotationPlace(
                found.ArticleId,
                article.Slug,
                article.Title,
                article.Outlet,
                article.Day is { } day ? new ArticleDate(day, article.DatePrecision, article.Instant) : null,
                article.DateKind,
                body.Text[found.Start..found.End],
                html.ToString(),
                found.Start,
                found.End,
                named[found.ArticleId].FirstOrDefault(p => p.NamedId == quotation.SpeakerId)?.Person is { } speaker ? new NamedRef(speaker.Id, speaker.Name, speaker.Slug) : null,
                quotation.SpeakerText,
                quotation.Cue,
                quotation.IsDirect);
        }
    }
}
