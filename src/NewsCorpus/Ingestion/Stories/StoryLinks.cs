using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>The links between articles, those that a step of linking has made with them; those are stored at its end.</summary>
internal sealed class StoryLinks(CorpusDbContext db)
{
    private const int Portion = 500;

    private readonly Dictionary<(long, long), CopyLink> _made = [];

    public IReadOnlyCollection<CopyLink> Made => _made.Values;

    public void Add(CopyLink link) => _made[(link.ArticleId, link.OtherId)] = link;

    /// <summary>The links of an article, from either side.</summary>
    public async Task<List<CopyLink>> OfAsync(long article, CancellationToken cancellation) =>
    [
        .. await db.CopyLinks.AsNoTracking().Where(l => l.ArticleId == article || l.OtherId == article).ToListAsync(cancellation),
        .. _made.Values.Where(l => l.ArticleId == article || l.OtherId == article),
    ];

    /// <summary>The links that hold these articles together.</summary>
    public async Task<List<CopyLink>> AmongAsync(IReadOnlyCollection<long> articles, CancellationToken cancellation)
    {
        var links = _made.Values.Where(l => l.Groups).ToList();
        foreach (var ids in articles.Chunk(Portion))
            links.AddRange(await db.CopyLinks.AsNoTracking().Where(l => l.Groups && ids.Contains(l.ArticleId)).ToListAsync(cancellation));
        return links;
    }

    public async Task RemoveAsync(long article, CancellationToken cancellation)
    {
        await db.CopyLinks.Where(l => l.ArticleId == article || l.OtherId == article).ExecuteDeleteAsync(cancellation);
        foreach (var pair in _made.Keys.Where(pair => pair.Item1 == article || pair.Item2 == article).ToList())
            _made.Remove(pair);
    }
}
