using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Search.Receipts;

/// <summary>A receipt as a file of its own: one JSON object, its head, its fingerprint, and an article a line. Written and read without holding more than a thousand articles.</summary>
public sealed class ReceiptFile(IDbContextFactory<CorpusDbContext> contexts, TimeProvider time)
{
    internal const string Fingerprint = "fingerprint";
    internal const string Articles = "articles";

    private static readonly byte[] Comma = [(byte)','];

    public async Task WriteAsync(Receipt receipt, Stream stream, CancellationToken ct)
    {
        var head = JsonSerializer.Serialize(ReceiptJson.Head(receipt.Head), ReceiptJson.Indented);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"{head[..head.LastIndexOf('}')].TrimEnd()},\n  \"{Fingerprint}\": \"{receipt.Fingerprint}\",\n  \"{Articles}\": ["), ct);
        var isFirst = true;
        await foreach (var article in new ReceiptParts(contexts).ReadAsync(receipt.Id, ct))
        {
            if (!isFirst)
                await stream.WriteAsync(Comma, ct);
            isFirst = false;
            await stream.WriteAsync("\n"u8.ToArray(), ct);
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(article, ReceiptJson.Line), ct);
        }
        await stream.WriteAsync("\n  ]\n}\n"u8.ToArray(), ct);
    }

    /// <summary>Brings a receipt in from its file, under a number of its own. One that is here already, by its fingerprint, is that one.</summary>
    /// <returns>The receipt; or why the file is none, in a sentence with its remedy.</returns>
    public async Task<Kept<Receipt>> ReadAsync(Stream stream, Keeper owner, CancellationToken ct)
    {
        using var draft = new ReceiptDraft(contexts, time);
        try
        {
            var reader = new ReceiptReader(stream);
            if (await reader.ReadHeadAsync(ct) is not var (head, fingerprint))
                return new(null, "The file is not a receipt. Choose the JSON file that a receipt's page gives under “Download”.");
            if (head.Receipt > ReceiptHead.CurrentForm)
                return new(null, $"The receipt is of a newer form ({head.Receipt}) than this version of NewsCorpus knows ({ReceiptHead.CurrentForm}). Use that version.");
            await using (var context = await contexts.CreateDbContextAsync(ct))
                if (await context.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Fingerprint == fingerprint && r.DeletedAt == null, ct) is { } known)
                    return new(known);
            var receipt = await draft.BeginAsync(_ => head, owner, isUploaded: true, ct);
            await foreach (var article in reader.ReadArticlesAsync(ct))
                await draft.AddAsync(article, ct);
            return await draft.FinishAsync("receipt.upload", fingerprint, ct)
                ? new(receipt)
                : new(null, "The fingerprint does not fit: the file is not as it was written. Download the receipt again where it was made.");
        }
        catch (JsonException damage)
        {
            await draft.DropAsync(ct);
            return new(null, $"The file cannot be read as a receipt ({damage.Message}) Download it again.");
        }
    }
}
