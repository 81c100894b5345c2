using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store.Copies;

namespace NewsCorpus.Store;

/// <summary>
/// Rows that a batch makes: files, their originals and their articles. The context never tracks them, unless something else in the batch has to wait for them or make room for them;
/// then it works out the order of all.
/// </summary>
internal sealed class NewRows(CorpusDbContext db)
{
    private readonly List<SourceFile> _files = [];
    private readonly List<Original> _originals = [];
    private readonly Dictionary<long, List<Article>> _articles = [];
    private readonly HashSet<object> _all = new(ReferenceEqualityComparer.Instance);

    public void Add(SourceFile file)
    {
        _files.Add(file);
        _all.Add(file);
    }

    public void Add(Original original) => _originals.Add(original);

    public void Add(Article article)
    {
        if (!_articles.TryGetValue(article.SourceFileId, out var articles))
            _articles[article.SourceFileId] = articles = [];
        articles.Add(article);
        _all.Add(article);
    }

    /// <summary>Whether the batch has made the file.</summary>
    public bool Has(SourceFile file) => _all.Contains(file);

    /// <summary>Whether the batch has made the article.</summary>
    public bool Has(Article article) => _all.Contains(article);

    public IEnumerable<Article> Articles => _articles.Values.SelectMany(a => a);

    public Article? FirstOf(SourceFile file) => _articles.GetValueOrDefault(file.Id)?[0];

    /// <summary>Saves what the context tracks, these rows and the report.</summary>
    public async Task SaveAsync(IReadOnlyList<RunOutcome> outcomes, IEnumerable<RunChange> changes, CancellationToken cancellation)
    {
        db.ChangeTracker.DetectChanges();
        // A correction that waited for its article refers to it, and an outlet that is renamed or goes may give its name or domain to a new one.
        var isEntangled = db.ChangeTracker.Entries().Any(e => e.State is EntityState.Modified or EntityState.Deleted && e.Entity is Correction or Outlet);
        if (isEntangled)
        {
            db.SourceFiles.AddRange(_files);
            db.Originals.AddRange(_originals);
            db.Articles.AddRange(Articles);
        }
        await db.SaveChangesAsync(cancellation);
        using var rows = new RowInserter(db);
        if (!isEntangled)
        {
            rows.Insert(_files);
            rows.Insert(_originals);
            rows.Insert(Articles);
            rows.Insert(Articles.Select(a => a.Body!));
            rows.Insert(Articles.Select(a => a.Fingerprint).OfType<ArticleFingerprint>());
            rows.Insert(Articles.SelectMany(a => a.People));
            rows.Insert(Articles.SelectMany(a => a.Tags));
        }
        rows.Insert(Articles.Select(a => new CopyTask { ArticleId = a.Id }));
        rows.Insert(outcomes);
        rows.Insert(changes);
    }
}
