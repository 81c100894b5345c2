using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Verification;

/// <summary>Checks that each story is what the links between its articles say. What waits to be linked is the next run's work and no difference.</summary>
internal static class StoryRows
{
    private const int PageSize = 200;

    public static async IAsyncEnumerable<Difference> CheckAsync(CorpusDbContext db, IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        progress?.Report(new VerifyProgress("stories", 0, 0));
        var settled = db.Articles.Where(a => !db.CopyTasks.Any(t => t.ArticleId == a.Id));
        await foreach (var id in settled.Where(a => a.State == ArticleState.Live && !db.Fingerprints.Any(f => f.ArticleId == a.Id)).Select(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return Wrong(id, "has no fingerprint, so that its copies cannot be found");
        await foreach (var id in settled.Where(a => a.State != ArticleState.Live && a.StoryId != null).Select(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return Wrong(id, "is in a story, though it is set aside");
        long after = 0, done = 0;
        while (true)
        {
            var stories = await db.Articles.Where(a => a.StoryId > after).Select(a => a.StoryId!.Value).Distinct().OrderBy(s => s).Take(PageSize).ToListAsync(cancellation);
            if (stories.Count == 0)
                yield break;
            after = stories[^1];
            var articles = (await db.Articles.Where(a => a.StoryId != null && stories.Contains(a.StoryId.Value))
                .Select(a => new { a.Id, Story = a.StoryId!.Value, IsWaiting = db.CopyTasks.Any(t => t.ArticleId == a.Id) }).ToListAsync(cancellation)).ToLookup(a => a.Story);
            var links = (await db.CopyLinks.Where(l => l.Groups && db.Articles.Any(a => a.Id == l.ArticleId && a.StoryId != null && stories.Contains(a.StoryId.Value))).ToListAsync(cancellation))
                .SelectMany(l => new[] { (From: l.ArticleId, To: l.OtherId), (From: l.OtherId, To: l.ArticleId) }).ToLookup(l => l.From, l => l.To);
            foreach (var story in articles.Where(s => !s.Any(a => a.IsWaiting)))
                foreach (var difference in Check(story.Key, [.. story.Select(a => a.Id)], links))
                    yield return difference;
            progress?.Report(new VerifyProgress("stories", done += stories.Count, 0));
        }
    }

    private static IEnumerable<Difference> Check(long story, HashSet<long> articles, ILookup<long, long> links)
    {
        if (story != articles.Min())
            yield return Wrong(articles.Min(), $"is in story {story}, which is not named after its first article");
        if (articles.Count == 1)
            yield return Wrong(articles.Min(), $"is alone in story {story}");
        var reached = new HashSet<long>();
        var open = new Stack<long>([articles.Min()]);
        while (open.TryPop(out var article))
            if (reached.Add(article))
                foreach (var other in links[article])
                    open.Push(other);
        if (!reached.SetEquals(articles))
            yield return Wrong(articles.Min(), $"is in story {story} with other articles than those that it is linked with");
    }

    private static Difference Wrong(long id, string fault) => new(DifferenceKind.StoryWrong, $"article {id}", $"Article {id} {fault}.");
}
