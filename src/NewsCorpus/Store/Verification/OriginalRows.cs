using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;

namespace NewsCorpus.Store.Verification;

/// <summary>Checks that each file that was read has its original, that each original is whole, and that none lies about for nothing.</summary>
internal static class OriginalRows
{
    private const int PageSize = 500;

    public static async IAsyncEnumerable<Difference> CheckAsync(CorpusDbContext db, IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lacking = db.SourceFiles
            .Where(f => f.Outcome == Outcome.Added || f.Outcome == Outcome.Updated || f.Outcome == Outcome.Unchanged || db.Articles.Any(a => a.SourceFileId == f.Id))
            .Where(f => !db.Originals.Any(o => o.Sha256 == f.Sha256))
            .Select(f => new { f.Path, f.Sha256 })
            .AsAsyncEnumerable();
        await foreach (var file in lacking.WithCancellation(cancellation))
            yield return new Difference(DifferenceKind.OriginalMissing, file.Path, $"The original of {file.Path} ({file.Sha256}) is missing.");

        var versions = db.SourceVersions.Where(v => !db.Originals.Any(o => o.Sha256 == v.Sha256)).Join(db.SourceFiles, v => v.SourceFileId, f => f.Id, (v, f) => new { f.Path, v.Sha256 }).AsAsyncEnumerable();
        await foreach (var version in versions.WithCancellation(cancellation))
            yield return new Difference(DifferenceKind.OriginalMissing, version.Path, $"The original of an earlier state of {version.Path} ({version.Sha256}) is missing.");

        var articles = db.Articles.Where(a => a.OriginalSha256 != null && !db.Originals.Any(o => o.Sha256 == a.OriginalSha256)).Select(a => a.Id).AsAsyncEnumerable();
        await foreach (var article in articles.WithCancellation(cancellation))
            yield return new Difference(DifferenceKind.OriginalMissing, $"article {article}", $"The original that article {article} came from is missing.");

        var unneeded = db.Originals
            .Where(o => !db.SourceFiles.Any(f => f.Sha256 == o.Sha256) && !db.SourceVersions.Any(v => v.Sha256 == o.Sha256) && !db.Articles.Any(a => a.OriginalSha256 == o.Sha256))
            .Select(o => new { o.Sha256, o.Size })
            .AsAsyncEnumerable();
        await foreach (var original in unneeded.WithCancellation(cancellation))
            yield return new Difference(DifferenceKind.OriginalUnneeded, original.Sha256, $"The original {original.Sha256} ({original.Size} bytes) belongs to no file and no article.");

        await foreach (var difference in CheckBytesAsync(db, progress, cancellation))
            yield return difference;
    }

    private static async IAsyncEnumerable<Difference> CheckBytesAsync(CorpusDbContext db, IProgress<VerifyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long total = await db.Originals.CountAsync(cancellation), done = 0;
        var after = "";
        while (true)
        {
            var page = await db.Originals.Where(o => o.Sha256.CompareTo(after) > 0).OrderBy(o => o.Sha256).Select(o => o.Sha256).Take(PageSize).ToListAsync(cancellation);
            if (page.Count == 0)
                yield break;
            foreach (var sha256 in page)
            {
                // One at a time: a single one may be tens of megabytes.
                var original = await db.Originals.SingleAsync(o => o.Sha256 == sha256, cancellation);
                if (await FaultAsync(original, cancellation) is { } fault)
                    yield return new Difference(DifferenceKind.OriginalDamaged, sha256, $"The stored original {sha256} is damaged: {fault}.");
                if (++done % PageSize == 0)
                    progress?.Report(new VerifyProgress("originals", done, total));
            }
            after = page[^1];
        }
    }

    private static async Task<string?> FaultAsync(Original original, CancellationToken cancellation)
    {
        try
        {
            await using var stream = original.Open();
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
            return sha256 == original.Sha256 ? null : "its bytes are others";
        }
        catch (InvalidDataException e)
        {
            return e.Message.TrimEnd('.');
        }
    }
}
