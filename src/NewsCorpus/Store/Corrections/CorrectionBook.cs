using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>The corrections that the articles of some files have, and those that wait for one of them. One query, and none while nobody has corrected anything.</summary>
internal sealed class CorrectionBook(CorpusDbContext db)
{
    private List<Correction> _known = [];

    /// <param name="files">Ids of the files as far as they are known.</param>
    /// <param name="hashes">SHA-256 of the files' bytes.</param>
    /// <param name="paths">Paths as shown.</param>
    public async Task LoadAsync(IReadOnlyCollection<long> files, IReadOnlyCollection<string> hashes, IReadOnlyCollection<string> paths, CancellationToken cancellation) =>
        _known = await db.Corrections
            .Where(c => c.EntryKey != null
                && (c.ArticleId == null
                    ? hashes.Contains(c.Sha256!) || paths.Contains(c.Path!)
                    : c.State == CorrectionState.Active && db.Articles.Any(a => a.Id == c.ArticleId && files.Contains(a.SourceFileId))))
            .OrderBy(c => c.Id)
            .ToListAsync(cancellation);

    /// <summary>Outlets that the corrections name.</summary>
    public IReadOnlyCollection<int> Outlets => [.. _known.Select(c => c.TargetId).OfType<int>().Distinct()];

    /// <summary>All people and tags that the corrections name, so that they can be looked up with those of the files.</summary>
    public ArticleReading Names => CorrectionNames.Of([.. _known.Where(c => c.State == CorrectionState.Active)]);

    /// <summary>The active corrections of an article. Those that waited for it, also the ones that are no longer in force, are its own from now on.</summary>
    public IReadOnlyList<Correction> Of(Article article, SourceFile file)
    {
        if (_known.Count == 0)
            return [];
        var waiting = _known.Where(c => c.IsWaiting && c.EntryKey == article.EntryKey).ToList();
        var fitting = waiting.Where(c => c.Sha256 == file.Sha256).ToList();
        if (fitting.Count == 0)
            fitting = [.. waiting.Where(c => c.Path == file.Path)];
        foreach (var correction in fitting)
        {
            correction.ArticleId = article.Id;
            CorrectionRanks.Settle(_known.Where(c => c.ArticleId == article.Id && c.Field == correction.Field));
        }
        return [.. _known.Where(c => c.ArticleId == article.Id && c.State == CorrectionState.Active)];
    }
}
