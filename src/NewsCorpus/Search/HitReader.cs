using NewsCorpus.Search.Snippets;
using NewsCorpus.Store;

namespace NewsCorpus.Search;

/// <summary>A hit to be read.</summary>
/// <param name="Others">The other results of its story, best first.</param>
internal sealed record FoundHit(long Id, IReadOnlyList<long> Others);

/// <summary>Reads from the database what a page of hits shows: four queries, whatever the page's size.</summary>
internal static class HitReader
{
    /// <summary>Copies of one hit that are read.</summary>
    private const int MostCopies = 20;

    /// <returns>The hits in the order of <paramref name="found"/>, without those that are gone since the index was written.</returns>
    public static async Task<IReadOnlyList<SearchHit>> ReadAsync(CorpusDbContext context, IReadOnlyList<FoundHit> found, SnippetCutter snippets, CancellationToken ct)
    {
        if (found.Count == 0)
            return [];
        var ids = found.Select(f => f.Id).ToList();
        var copies = await CopiesAsync(context, [.. found.SelectMany(f => f.Others.Take(MostCopies)).Distinct()], ct);
        var articles = await PageQueries.Of(context).Articles(context, ids).ToDictionaryAsync(a => a.Id, cancellationToken: ct);
        var texts = await PageQueries.TextsAsync(context, ids, ct);
        var people = (await PageQueries.Of(context).People(context, ids).ToListAsync(ct)).ToLookup(p => p.ArticleId);
        // Half of a page's time is spent on words that match: each core takes some of the articles.
        var marked = new (string Title, string Snippet)[found.Count];
        Parallel.For(0, found.Count, i =>
        {
            if (articles.TryGetValue(found[i].Id, out var article))
                marked[i] = (snippets.Mark(article.Title), texts.TryGetValue(found[i].Id, out var text) ? snippets.Cut(text.Text, text.Blocks) : "");
        });
        var hits = new List<SearchHit>(ids.Count);
        foreach (var (i, (id, others)) in found.Index())
        {
            if (!articles.TryGetValue(id, out var article))
                continue;
            hits.Add(new SearchHit
            {
                Id = id,
                Slug = article.Slug,
                Title = article.Title,
                TitleKind = article.TitleKind,
                TitleHtml = marked[i].Title,
                Date = article.Date,
                DateKind = article.DateKind,
                DateEstimate = article.Estimate?.Estimate,
                Outlet = article.Outlet,
                OutletKind = article.OutletKind,
                Language = article.Language,
                LanguageKind = article.LanguageKind,
                Words = article.WordCount,
                Agency = article.Agency,
                SnippetHtml = marked[i].Snippet,
                People =
                [
                    .. people[id].GroupBy(p => p.PersonId).OrderByDescending(g => g.Sum(p => p.Mentions)).ThenBy(g => g.Key)
                        .Select(g => new NamedRef(g.Key, g.First().Name, g.First().Slug)),
                ],
                Copies = others.Count,
                Others = [.. others.Take(MostCopies).Select(copies.GetValueOrDefault).OfType<SearchCopy>()],
            });
        }
        return hits;
    }

    private static async Task<Dictionary<long, SearchCopy>> CopiesAsync(CorpusDbContext context, List<long> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : await PageQueries.Of(context).Copies(context, ids).ToDictionaryAsync(a => a.Id, a => new SearchCopy(a.Id, a.Slug, a.Title, a.Date, a.DateKind, a.Outlet), cancellationToken: ct);
}
