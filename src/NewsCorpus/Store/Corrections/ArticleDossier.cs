using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

/// <summary>An article, what the rules say of it, and all that editors ever did to it: what its admin view shows.</summary>
/// <param name="Article">With body, file, outlet, people and tags; retired ones too.</param>
/// <param name="Rules">What the rules say of the fields that can be corrected.</param>
/// <param name="Corrections">Newest first.</param>
public sealed record ArticleDossier(Article Article, ArticleRules Rules, IReadOnlyList<Correction> Corrections)
{
    /// <summary>The correction in force for a field, or null.</summary>
    public Correction? Active(string field) => Corrections.FirstOrDefault(c => c.Field == field && c.State == CorrectionState.Active);

    /// <summary>Null where there is no such article.</summary>
    public static async Task<ArticleDossier?> FindAsync(CorpusDbContext db, long id, CancellationToken cancellation)
    {
        if (await ArticleLayer.LoadAsync(db, id, cancellation) is not { } article)
            return null;
        var rules = ArticleRules.Of(await ArticleLayer.RulesAsync(db, article, cancellation));
        var corrections = await db.Corrections.Where(c => c.ArticleId == id).OrderByDescending(c => c.Id).ToListAsync(cancellation);
        return new ArticleDossier(article, rules, corrections);
    }
}
