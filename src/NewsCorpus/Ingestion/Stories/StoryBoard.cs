using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>Who is in which story while a step of linking moves articles about, and which rows that changes in the end. An article alone is a story of its own, whose id is the article's.</summary>
internal sealed class StoryBoard(CorpusDbContext db, CopyMembers members)
{
    private readonly Dictionary<long, SortedSet<long>> _stories = [];
    private readonly Dictionary<long, long> _moved = [];
    private readonly Dictionary<long, long?> _before = [];

    public long StoryOf(long article) =>
        _moved.TryGetValue(article, out var story) ? story
        : (_before.TryGetValue(article, out var stored) ? stored : members.Find(article)?.StoryId) ?? article;

    /// <summary>The articles of a story as it stands now, in the order of their ids.</summary>
    public async Task<IReadOnlyCollection<long>> ArticlesAsync(long story, CancellationToken cancellation)
    {
        if (_stories.TryGetValue(story, out var known))
            return known;
        var stored = await db.Articles.Where(a => a.StoryId == story).Select(a => a.Id).ToListAsync(cancellation);
        foreach (var article in stored)
            _before[article] = story;
        if (stored.Count == 0)
            _before[story] = null;
        return _stories[story] = stored.Count == 0 ? [story] : [.. stored];
    }

    /// <summary>Makes stories one, under the smallest of their ids.</summary>
    public async Task JoinAsync(IEnumerable<long> stories, CancellationToken cancellation)
    {
        var all = stories.Distinct().Order().ToList();
        var into = (SortedSet<long>)await ArticlesAsync(all[0], cancellation);
        foreach (var story in all.Skip(1))
        {
            foreach (var article in await ArticlesAsync(story, cancellation))
                _moved[article] = all[0];
            into.UnionWith(_stories[story]);
            _stories[story] = [];
        }
    }

    /// <summary>Takes an article out of its story, and lets what remains be the stories given.</summary>
    /// <param name="rest">The story of each other article of it.</param>
    public async Task SplitAsync(long article, IReadOnlyDictionary<long, long> rest, CancellationToken cancellation)
    {
        var story = StoryOf(article);
        await ArticlesAsync(story, cancellation);
        _stories[story] = [];
        foreach (var (member, own) in rest.Append(new(article, article)))
        {
            if (!_stories.TryGetValue(own, out var articles))
                _stories[own] = articles = [];
            articles.Add(member);
            _moved[member] = own;
        }
    }

    /// <summary>Articles whose row says another story now than before, in the order of their ids; null for one that is alone.</summary>
    public IEnumerable<(long Article, long? Before, long? Story)> Changes() =>
        from article in _before.Keys.Order()
        let story = StoryOf(article)
        let shown = _stories[story].Count > 1 ? story : default(long?)
        where shown != _before[article]
        select (article, _before[article], shown);
}
