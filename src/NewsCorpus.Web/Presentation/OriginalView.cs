using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Store;

namespace NewsCorpus.Web.Presentation;

/// <summary>A kept original, without its bytes.</summary>
public sealed record OriginalView(string Sha256, long Size)
{
    /// <summary>The original that an article came from; null where it is lost, which verify names.</summary>
    public static Task<OriginalView?> OfAsync(CorpusDbContext db, Article article, CancellationToken cancellationToken) =>
        FindAsync(db, article.OriginalSha256 ?? article.SourceFile!.Sha256, cancellationToken);

    public static Task<OriginalView?> FindAsync(CorpusDbContext db, string sha256, CancellationToken cancellationToken) =>
        db.Originals.AsNoTracking().Where(o => o.Sha256 == sha256).Select(o => new OriginalView(o.Sha256, o.Size)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The other states in which the article's file was read, newest first.</summary>
    public static async Task<IReadOnlyList<SourceVersion>> EarlierAsync(CorpusDbContext db, Article article, CancellationToken cancellationToken) =>
        await db.SourceVersions.AsNoTracking()
            .Where(v => v.SourceFileId == article.SourceFileId && v.Sha256 != (article.OriginalSha256 ?? article.SourceFile!.Sha256))
            .OrderByDescending(v => v.RunId)
            .ToListAsync(cancellationToken);

    /// <summary>The name of the file: behind its folders, and behind the archive that it lay in.</summary>
    public static string NameOf(SourceFile file) => file.Path.TrimEnd('/').Split('/')[^1] is { Length: > 0 } name ? name : "original";
}
