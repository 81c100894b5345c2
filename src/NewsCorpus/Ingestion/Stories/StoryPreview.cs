using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Store;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>
/// What a preview would make of stories: which articles would join one, leave it or found one, and by which rule. The articles that its batches would write are gathered, and linked at its end as
/// <see cref="StoryLinker"/> links them, in a snapshot of the database that is only read. Not thread-safe.
/// </summary>
internal sealed class StoryPreview(IDbContextFactory<CorpusDbContext> contexts, CopyOptions options)
{
    /// <summary>Articles that are looked at: they are held in memory, some 20 KB each.</summary>
    public const int MostArticles = 5_000;

    private const int Named = 3;

    private readonly List<PreviewedArticle> _articles = [];
    private int _others;

    public void Take(IReadOnlyList<PreviewedArticle> articles)
    {
        var room = Math.Min(articles.Count, MostArticles - _articles.Count);
        _articles.AddRange(articles.Take(room));
        _others += articles.Count - room;
    }

    /// <summary>The changes, and a remark on what was not looked at, or null.</summary>
    public async Task<(IReadOnlyList<ArticleChange> Changes, string? Remark)> WorkOutAsync(CancellationToken cancellation)
    {
        if (_articles.Count == 0)
            return ([], null);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await SqliteFile.BeginSnapshotAsync(db, cancellation);
        var signature = (await db.Info.AsNoTracking().SingleAsync(cancellation)).CopySignature;
        if (signature != 0 && signature != options.Signature())
            return ([], "The settings for copies are other ones than those under which the stories were made: the next run makes all stories anew, which this preview does not show.");
        var members = new CopyMembers(db, options, isPreview: true);
        var previewed = await LayAsync(db, members, cancellation);
        var keys = new CopyKeys();
        await keys.LoadAsync(db, cancellation);
        using var pages = new KeyPages(db);
        var finder = new CopyFinder(keys, pages, options);
        var step = new StoryStep(db, members, new CopyMatcher(options), options);
        foreach (var tasks in previewed.Select(p => new CopyTask { ArticleId = p.Key, IsAnew = p.Value.Id is not null }).Chunk(StoryLinker.StepSize))
            await step.PlanAsync(tasks, finder, cancellation);
        var remark = _others == 0 ? null : $"Stories were worked out for the first {MostArticles} articles that are new or changed; for {_others} more they were not.";
        return (await TellAsync(db, step, previewed, cancellation), remark);
    }

    /// <summary>Lays the articles over the stored ones. A new one gets a number behind all stored, as it would.</summary>
    private async Task<SortedDictionary<long, PreviewedArticle>> LayAsync(CorpusDbContext db, CopyMembers members, CancellationToken cancellation)
    {
        await members.LoadAsync(_articles.Select(a => a.Id).OfType<long>(), cancellation);
        var next = await db.Articles.MaxAsync(a => (long?)a.Id, cancellation) ?? 0;
        var outlets = new Dictionary<string, int>(StringComparer.Ordinal);
        var previewed = new SortedDictionary<long, PreviewedArticle>();
        foreach (var article in _articles)
        {
            var id = article.Id ?? ++next;
            var stored = members.Find(id);
            previewed[id] = article;
            members.Lay(new CopyMember(id, article.State, stored?.StoryId, OutletOf(article), CopyMembers.Read(article.Fingerprint) ?? stored?.Fingerprint), article.Content, article.RulesTitle);
        }
        return previewed;

        // Outlets that the preview would make are told apart by their names.
        int? OutletOf(PreviewedArticle article) =>
            article.OutletId is { } known ? known : article.Outlet is not { } name ? null : outlets.TryGetValue(name, out var made) ? made : outlets[name] = -1 - outlets.Count;
    }

    private static async Task<IReadOnlyList<ArticleChange>> TellAsync(CorpusDbContext db, StoryStep step, SortedDictionary<long, PreviewedArticle> previewed, CancellationToken cancellation)
    {
        var moved = step.Board.Changes().ToList();
        var before = await StoredAsync(db, moved.Select(m => m.Before), cancellation);
        var after = new Dictionary<long, IReadOnlyCollection<long>>();
        foreach (var story in moved.Select(m => m.Story).OfType<long>().Distinct())
            after[story] = await step.Board.ArticlesAsync(story, cancellation);
        var words = await WordsAsync(db, [.. moved.Select(m => m.Article), .. before.SelectMany(s => s), .. after.Values.SelectMany(s => s)], previewed, cancellation);
        return
        [
            .. from move in moved
               let article = words[move.Article]
               select new ArticleChange(
                   previewed.TryGetValue(move.Article, out var own) ? own.Id : move.Article, article.Path, article.Title, "story",
                   move.Before is { } was ? Others(before[was], move.Article) : null,
                   move.Story is { } now ? Others(after[now], move.Article) : null,
                   RuleOf(step.Links.Made, move)),
        ];

        string Others(IEnumerable<long> story, long article)
        {
            var others = story.Where(id => id != article).Order().ToList();
            return string.Join(", ", others.Take(Named).Select(id => words[id].Label)) + (others.Count > Named ? $" and {others.Count - Named} more" : "");
        }
    }

    private static async Task<ILookup<long, long>> StoredAsync(CorpusDbContext db, IEnumerable<long?> stories, CancellationToken cancellation)
    {
        var rows = new List<(long Story, long Article)>();
        foreach (var ids in stories.OfType<long>().Distinct().Chunk(500))
            rows.AddRange((await db.Articles.Where(a => a.StoryId != null && ids.Contains(a.StoryId.Value)).Select(a => new { a.StoryId, a.Id }).ToListAsync(cancellation)).Select(a => (a.StoryId!.Value, a.Id)));
        return rows.ToLookup(r => r.Story, r => r.Article);
    }

    private static async Task<Dictionary<long, (string Title, string Path, string Label)>> WordsAsync(
        CorpusDbContext db, IEnumerable<long> articles, SortedDictionary<long, PreviewedArticle> previewed, CancellationToken cancellation)
    {
        var words = new Dictionary<long, (string Title, string Path, string Label)>();
        var all = articles.Distinct().ToList();
        foreach (var ids in all.Where(id => !previewed.TryGetValue(id, out var article) || article.Path.Length == 0).Chunk(500))
            foreach (var row in await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Title, a.SourceFile!.Path, Outlet = a.Outlet == null ? null : a.Outlet.Name }).ToListAsync(cancellation))
                words[row.Id] = (row.Title, row.Path, Label(row.Title, row.Outlet));
        foreach (var id in all)
            if (previewed.TryGetValue(id, out var article))
                words[id] = (article.Title, article.Path.Length > 0 ? article.Path : words[id].Path, Label(article.Title, article.Outlet));
        return words;
    }

    private static string Label(string title, string? outlet) => outlet is null ? $"“{title}”" : $"“{title}” ({outlet})";

    /// <summary>By which link an article is where it would be: its closest.</summary>
    private static string RuleOf(IReadOnlyCollection<CopyLink> links, (long Article, long? Before, long? Story) move)
    {
        var own = links.Where(l => l.Groups && (l.ArticleId == move.Article || l.OtherId == move.Article)).OrderByDescending(l => l.Similarity).FirstOrDefault();
        if (own is null)
            return move.Story is null ? "no copy of it is left" : move.Before is null ? "a copy of an article of the story" : "what linked the articles of the story is gone, or links two stories now";
        var share = $"{Percent(own.Similarity)} of the runs of words in common";
        return (own.ArticleId == move.Article ? own.Kind : own.KindOfOther) switch
        {
            CopyKind.Exact => "exact copy: the same words",
            CopyKind.Near => $"near copy: {share}",
            CopyKind.Excerpt => $"excerpt: {Percent(own.Containment)} of it stands in the other",
            _ => $"holds an excerpt: {Percent(own.Containment)} of the other stands in it",
        };
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100)} %");
}
