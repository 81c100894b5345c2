using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsCorpus.Articles;
using NewsCorpus.Store;
using NewsCorpus.Web.Presentation;

namespace NewsCorpus.Web.Api;

/// <summary>The kept files, byte for byte. They are given to be saved, never to be opened in the browser: they may hold scripts of whoever made them.</summary>
internal static class OriginalsApi
{
    private const string ContentType = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/articles/{id:long}/original", Verbs.Read, DownloadAsync)
        .WithTags("Articles")
        .WithName("GetOriginal")
        .WithSummary("The file that the article came from, as it came")
        .WithDescription("For an article of an archive: the file inside it. `ETag` is the SHA-256 of the bytes.")
        .Produces(StatusCodes.Status200OK, contentType: ContentType)
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<PushStreamHttpResult, NotFound>> DownloadAsync(
        [Description("Id of the article.")] long id,
        [Description("Hash of an earlier state of the file; without it the one that the article came from.")] string? sha256,
        HttpContext context,
        IDbContextFactory<CorpusDbContext> contexts,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var article = await db.Articles.AsNoTracking().Include(a => a.SourceFile).SingleOrDefaultAsync(a => a.Id == id && a.State == ArticleState.Live, cancellationToken);
        if (article is null || await FindAsync(db, article, sha256, cancellationToken) is not { } original)
            return TypedResults.NotFound();
        if (HttpMethods.IsHead(context.Request.Method))
            context.Response.ContentLength = original.Size;
        // What is kept under a hash never changes, but whether one may see it does.
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(WriteAsync, ContentType, OriginalView.NameOf(article.SourceFile!), entityTag: new EntityTagHeaderValue($"\"{original.Sha256}\""));

        async Task WriteAsync(Stream body)
        {
            // The packed bytes are read at once, so that a slow reader holds no transaction open; they are unpacked as they go out.
            await using var reading = await contexts.CreateDbContextAsync(cancellationToken);
            var kept = await reading.Originals.AsNoTracking().SingleAsync(o => o.Sha256 == original.Sha256, cancellationToken);
            context.Response.ContentLength = original.Size;
            await using var bytes = kept.Open();
            await bytes.CopyToAsync(body, cancellationToken);
        }
    }

    private static async Task<OriginalView?> FindAsync(CorpusDbContext db, Article article, string? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is null)
            return await OriginalView.OfAsync(db, article, cancellationToken);
        // Only of this article's file: nobody gets at a file of another by its hash.
        var isOurs = sha256 == article.SourceFile!.Sha256 || sha256 == article.OriginalSha256
            || await db.SourceVersions.AnyAsync(v => v.SourceFileId == article.SourceFileId && v.Sha256 == sha256, cancellationToken);
        return isOurs ? await OriginalView.FindAsync(db, sha256, cancellationToken) : null;
    }
}
