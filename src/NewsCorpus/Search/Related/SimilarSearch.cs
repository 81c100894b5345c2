using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Search.Analysis;
using NewsCorpus.Search.Index;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Related;

/// <summary>
/// Articles about the same: those that share the words and people that are particular to one, weighed by how rare they are and ranked by BM25. Copies of it are not among them, they are its story.
/// Only words that few articles have are asked for, so that the cost does not grow with the corpus's commonest words. Safe for threads.
/// </summary>
public sealed class SimilarSearch(CorpusIndex index, IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>Words that are asked for.</summary>
    private const int MostWords = 24;

    /// <summary>Characters of the text that are looked at.</summary>
    private const int MostText = 12_000;

    /// <summary>A word that stands in more than this share of a large corpus is particular to nothing.</summary>
    private const double MostShare = 0.02;

    /// <summary>In a small corpus words may stand in so many articles all the same.</summary>
    private const int CommonInSmall = 40;

    /// <summary>An article that shares less than this is about something else.</summary>
    private const double LeastLikeness = 0.12;

    private const int WordsTold = 4;

    public async Task<IReadOnlyList<SimilarArticle>> FindAsync(long id, int most, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var article = await context.Articles.Where(a => a.Id == id && a.State == ArticleState.Live).Select(a => new { a.Title, a.StoryId, a.Body!.Text, a.Body.Details }).FirstOrDefaultAsync(ct);
        using var lease = index.Acquire();
        if (lease is null || article is null)
            return [];
        var people = await context.ArticlePeople.Where(p => p.ArticleId == id && p.Role <= MentionRole.Quoted).Select(p => p.PersonId).Distinct().ToListAsync(ct);
        var snapshot = lease.Value.Snapshot;
        try
        {
            var words = Particular(snapshot.Reader, article.Title, article.Text, article.Details.Blocks);
            if (words.Count == 0)
                return [];
            var found = Find(snapshot, words, people, most, ct);
            var whole = found.FirstOrDefault(f => f.Id == id).Key is var key and > 0 ? Score(key) : words.Sum(w => w.Weight);
            var similar = found.Where(f => f.Id != id && (f.Story == 0 || f.Story != article.StoryId) && Score(f.Key) >= LeastLikeness * whole).Take(most).ToList();
            return await ReadAsync(context, similar, whole, words, ct);
        }
        catch (Exception failure) when (ArticleSearch.IsDamage(failure))
        {
            throw ArticleSearch.Damaged(index, failure);
        }
    }

    private static IReadOnlyList<RankedHit> Find(IndexSnapshot snapshot, IReadOnlyList<(string Stem, string Written, float Weight)> words, List<int> people, int most, CancellationToken ct)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (stem, _, weight) in words)
        {
            var (itself, inflected) = TermForms.OfStem(stem);
            query.Add(new OneWordQuery([new Term(FieldNames.Content, itself), new Term(FieldNames.Content, inflected)]) { Boost = weight }, Occur.SHOULD);
        }
        foreach (var person in people)
            query.Add(new TermQuery(new Term(FieldNames.PersonId, ArticleDocument.Key(person))), Occur.SHOULD);
        // The article itself is the best match, and copies of it may follow: a story takes one place.
        return new HitPass(snapshot, query, new HitFilter(), SortOrder.Relevance, isGrouped: true, Math.Min(most + 2, snapshot.Reader.MaxDoc), SearchBudget.OfPage()).Run(0, ct).Best;
    }

    /// <summary>The words that tell most: frequent in the article, in its title above all, and rare in the corpus.</summary>
    private static List<(string Stem, string Written, float Weight)> Particular(IndexReader reader, string title, string text, IReadOnlyList<Block> blocks)
    {
        var inTitle = new WordCounts();
        inTitle.Add(title);
        var counts = new WordCounts();
        counts.Add(text, blocks, MostText);
        counts.Add(title);
        var (articles, common) = (reader.NumDocs, Math.Max(CommonInSmall, reader.NumDocs * MostShare));
        return
        [
            .. counts.Words.Where(w => w.Stem.Length > 2 && !char.IsAsciiDigit(w.Stem[0]))
                .Select(w => (w.Stem, w.Written, Times: w.Times + (inTitle.Has(w.Stem) ? 2 : 0), Frequency: Frequency(reader, w.Stem)))
                // A word that no other article has finds none.
                .Where(w => w.Frequency >= 2 && w.Frequency <= Math.Min(common, articles / 2.0))
                .Select(w => (w.Stem, w.Written, Weight: (float)(w.Times / (w.Times + 1.2) * Math.Log(1 + (articles / (double)w.Frequency)))))
                .OrderByDescending(w => w.Weight).ThenBy(w => w.Stem, StringComparer.Ordinal).Take(MostWords),
        ];
    }

    private static int Frequency(IndexReader reader, string stem)
    {
        var (itself, inflected) = TermForms.OfStem(stem);
        return reader.DocFreq(new Term(FieldNames.Content, itself)) + reader.DocFreq(new Term(FieldNames.Content, inflected));
    }

    private static float Score(long key) => BitConverter.Int32BitsToSingle((int)(key >> 32));

    private static async Task<IReadOnlyList<SimilarArticle>> ReadAsync(CorpusDbContext context, List<RankedHit> hits, double whole, List<(string Stem, string Written, float Weight)> words, CancellationToken ct)
    {
        var ids = hits.ConvertAll(h => h.Id);
        var articles = await context.Articles.Where(a => ids.Contains(a.Id) && a.State == ArticleState.Live)
            .Select(a => new { a.Id, a.Slug, a.Title, a.Day, a.DatePrecision, a.Instant, a.DateKind, Outlet = a.Outlet == null ? null : new NamedRef(a.Outlet.Id, a.Outlet.Name, a.Outlet.Slug), a.Body!.Text })
            .ToDictionaryAsync(a => a.Id, ct);
        var similar = new List<SimilarArticle>();
        foreach (var hit in hits)
        {
            if (!articles.TryGetValue(hit.Id, out var article))
                continue;
            var counts = new WordCounts();
            counts.Add(article.Title);
            counts.Add(article.Text);
            similar.Add(new SimilarArticle(
                article.Id,
                article.Slug,
                article.Title,
                article.Day is { } day ? new ArticleDate(day, article.DatePrecision, article.Instant) : null,
                article.DateKind,
                article.Outlet,
                Math.Min(1, Score(hit.Key) / whole),
                [.. words.Where(w => counts.Has(w.Stem)).Take(WordsTold).Select(w => w.Written)]));
        }
        return similar;
    }
}
