using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Verification;

/// <summary>Checks each article with its body and the people it points to.</summary>
internal static class ArticleRows
{
    private const int PageSize = 200;

    public static async IAsyncEnumerable<Difference> CheckAsync(CorpusDbContext db, IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long total = await db.Articles.CountAsync(cancellation), done = 0, after = 0;
        while (true)
        {
            var ids = await db.Articles.Where(a => a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(PageSize).ToListAsync(cancellation);
            if (ids.Count == 0)
                yield break;
            after = ids[^1];
            done += ids.Count;
            var people = new Dictionary<int, long>();
            await foreach (var (id, article) in ReadAsync(db, ids, cancellation))
            {
                foreach (var difference in Check(id, article))
                    yield return difference;
                foreach (var person in article?.Body is { } body && ArticleCheck.IsWhole(body.Details) ? ArticleCheck.PeopleOf(body.Details) : [])
                    people.TryAdd(person, id);
            }
            var known = await db.People.Where(p => people.Keys.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellation);
            foreach (var missing in people.Keys.Except(known))
                yield return Wrong(people[missing], $"points to person {missing}, who is not there");
            progress?.Report(new VerifyProgress("articles", done, total));
        }
    }

    private static IEnumerable<Difference> Check(long id, Article? article)
    {
        if (article is null)
            return [Wrong(id, "has details that cannot be read")];
        if (article.Body is not { } body)
            return [new Difference(DifferenceKind.BodyMissing, $"article {id}", $"Article {id} (“{article.Title}”) has lost its text.")];
        return ArticleCheck.IsWhole(body.Details) ? ArticleCheck.Faults(article, body).Select(fault => Wrong(id, fault)) : [Wrong(id, "has details that lack a part")];
    }

    private static Difference Wrong(long id, string fault) => new(DifferenceKind.ArticleWrong, $"article {id}", $"Article {id} {fault}.");

    /// <summary>The articles of a page; null for one whose details are no JSON any more.</summary>
    private static async IAsyncEnumerable<(long Id, Article? Article)> ReadAsync(CorpusDbContext db, List<long> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await TryReadAsync(db, ids, cancellation) is { } page)
        {
            foreach (var article in page)
                yield return (article.Id, article);
            yield break;
        }
        foreach (var id in ids)
            yield return (id, (await TryReadAsync(db, [id], cancellation))?.Single());
    }

    private static async Task<List<Article>?> TryReadAsync(CorpusDbContext db, List<long> ids, CancellationToken cancellation)
    {
        try
        {
            return await db.Articles.Where(a => ids.Contains(a.Id)).Include(a => a.Body).OrderBy(a => a.Id).ToListAsync(cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
