using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>The links between articles as a step of linking leaves them: what it has made and taken away is stored at its end.</summary>
internal sealed class StoryLinks(CorpusDbContext db)
{
    private const int Portion = 500;

    private readonly Dictionary<(long, long), CopyLink> _made = [];
    private readonly HashSet<long> _unlinked = [];

    public IReadOnlyCollection<CopyLink> Made => _made.Values;

    public void Add(CopyLink link) => _made[(link.ArticleId, link.OtherId)] = link;

    /// <summary>The links of an article, from either side.</summary>
    public async Task<List<CopyLink>> OfAsync(long article, CancellationToken cancellation) =>
    [
        .. (await db.CopyLinks.AsNoTracking().Where(l => l.ArticleId == article || l.OtherId == article).ToListAsync(cancellation)).Where(IsThere),
        .. _made.Values.Where(l => l.ArticleId == article || l.OtherId == article),
    ];

    /// <summary>The links that hold these articles together.</summary>
    public async Task<List<CopyLink>> AmongAsync(IReadOnlyCollection<long> articles, CancellationToken cancellation)
    {
        var links = _made.Values.Where(l => l.Groups).ToList();
        foreach (var ids in articles.Chunk(Portion))
            links.AddRange((await db.CopyLinks.AsNoTracking().Where(l => l.Groups && ids.Contains(l.ArticleId)).ToListAsync(cancellation)).Where(IsThere));
        return links;
    }

    /// <summary>Takes all links of an article away.</summary>
    public void Remove(long article)
    {
        _unlinked.Add(article);
        foreach (var pair in _made.Keys.Where(pair => pair.Item1 == article || pair.Item2 == article).ToList())
            _made.Remove(pair);
    }

    public async Task SaveAsync(CancellationToken cancellation)
    {
        foreach (var article in _unlinked)
            await db.CopyLinks.Where(l => l.ArticleId == article || l.OtherId == article).ExecuteDeleteAsync(cancellation);
        using var rows = new RowInserter(db);
        rows.Insert(_made.Values);
    }

    private bool IsThere(CopyLink stored) => !_unlinked.Contains(stored.ArticleId) && !_unlinked.Contains(stored.OtherId);
}
