using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Search.Receipts;

/// <summary>The articles of receipts in the database, a thousand to a row: some 90 bytes each, and never more of them in memory than a row's.</summary>
internal sealed class ReceiptParts(IDbContextFactory<CorpusDbContext> contexts)
{
    /// <summary>Articles of one row.</summary>
    public const int Size = 1000;

    public async Task WriteAsync(long receipt, int number, IReadOnlyList<ReceiptArticle> articles, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using (var packed = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            await JsonSerializer.SerializeAsync(packed, articles, ReceiptJson.Line, ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ReceiptParts.Add(new ReceiptPart { ReceiptId = receipt, Number = number, FirstId = articles[0].Id, LastId = articles[^1].Id, Bytes = bytes.ToArray() });
        await context.SaveChangesAsync(ct);
    }

    /// <summary>All articles in the order of their ids.</summary>
    public async IAsyncEnumerable<ReceiptArticle> ReadAsync(long receipt, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        // One row at a time: a reader who takes long holds nothing open.
        for (var number = 0; await context.ReceiptParts.AsNoTracking().FirstOrDefaultAsync(p => p.ReceiptId == receipt && p.Number == number, ct) is { } part; number++)
            foreach (var article in Unpack(part))
                yield return article;
    }

    /// <summary>Some of the articles.</summary>
    /// <param name="ids">In order.</param>
    public async Task<Dictionary<long, ReceiptArticle>> FindAsync(long receipt, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var found = new Dictionary<long, ReceiptArticle>();
        await using var context = await contexts.CreateDbContextAsync(ct);
        var places = await context.ReceiptParts.Where(p => p.ReceiptId == receipt).OrderBy(p => p.Number).Select(p => new { p.Number, p.FirstId, p.LastId }).ToListAsync(ct);
        foreach (var number in ids.SelectMany(id => places.Where(p => p.FirstId <= id && id <= p.LastId)).Select(p => p.Number).Distinct().ToList())
        {
            var part = await context.ReceiptParts.AsNoTracking().FirstAsync(p => p.ReceiptId == receipt && p.Number == number, ct);
            foreach (var article in Unpack(part).Where(a => ids.Contains(a.Id)))
                found[article.Id] = article;
        }
        return found;
    }

    /// <summary>One page of the articles.</summary>
    public async Task<IReadOnlyList<ReceiptArticle>> PageAsync(long receipt, int skip, int take, CancellationToken ct)
    {
        var articles = new List<ReceiptArticle>();
        await using var context = await contexts.CreateDbContextAsync(ct);
        for (var number = skip / Size; articles.Count < take && await context.ReceiptParts.AsNoTracking().FirstOrDefaultAsync(p => p.ReceiptId == receipt && p.Number == number, ct) is { } part; number++)
            articles.AddRange(Unpack(part).Skip(number == skip / Size ? skip % Size : 0).Take(take - articles.Count));
        return articles;
    }

    /// <exception cref="InvalidOperationException">The bytes are not packed as they must be.</exception>
    /// <exception cref="JsonException">What is packed is no list of articles.</exception>
    public static List<ReceiptArticle> Unpack(ReceiptPart part)
    {
        using var packed = new BrotliStream(new MemoryStream(part.Bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<ReceiptArticle>>(packed, ReceiptJson.Line)!;
    }
}
