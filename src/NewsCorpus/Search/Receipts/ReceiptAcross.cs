using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;

namespace NewsCorpus.Search.Receipts;

/// <summary>
/// Lays results beside a receipt of another corpus, whose ids mean nothing here. The same text is the same article; of several with one text that with the same title, outlet and date comes first.
/// Where no text is the same, title, outlet and date together are. What is left is not here. Memory grows by some 80 bytes for an article of either side.
/// </summary>
internal sealed class ReceiptAcross(IDbContextFactory<CorpusDbContext> contexts)
{
    private readonly Dictionary<ReceiptChange, List<long>> _changes = Enum.GetValues<ReceiptChange>().ToDictionary(c => c, _ => new List<long>());
    private readonly Dictionary<long, long> _theirs = [];
    private int _same;

    /// <param name="now">Ids of the results here, in order.</param>
    public async Task<(int Same, Dictionary<ReceiptChange, List<long>> Changes, Dictionary<long, long> Theirs)> CompareAsync(long receipt, long[] now, ReceiptFingerprint fingerprint, CancellationToken ct)
    {
        var then = new List<Signature>();
        await foreach (var article in new ReceiptParts(contexts).ReadAsync(receipt, ct))
        {
            fingerprint.Add(article);
            then.Add(Signature.Of(article));
        }
        await using var context = await contexts.CreateDbContextAsync(ct);
        var here = new List<Signature>(now.Length);
        foreach (var ids in now.Chunk(ReceiptParts.Size))
            here.AddRange((await ReceiptRow.Of(context.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id)).ToListAsync(ct)).Select(r => Signature.Of(r.ToArticle())));

        Pair(then, here, s => s);
        Pair(then, here, s => s with { Title = default, Date = default });
        Pair(then, here, s => new Signature { Text = s.Text });
        Pair(then, here, s => s.Outlet == default || s.Date == default ? null : s with { Text = default });
        await FindElsewhereAsync(context, receipt, [.. then.Select(s => s.Id)], [.. now], ct);
        _changes[ReceiptChange.Added].AddRange(here.Select(s => s.Id));
        foreach (var ids in _changes.Values)
            ids.Sort();
        return (_same, _changes, _theirs);
    }

    /// <summary>Takes those of one key for the same, one for one in the order of ids; what remains of both sides is for a weaker key.</summary>
    private void Pair(List<Signature> then, List<Signature> here, Func<Signature, Signature?> key)
    {
        var open = new Dictionary<Signature, Queue<Signature>>();
        foreach (var article in here)
            if (key(article) is { } signature)
                (open.TryGetValue(signature with { Id = 0 }, out var queue) ? queue : open[signature with { Id = 0 }] = new()).Enqueue(article);
        var paired = new HashSet<long>();
        then.RemoveAll(article =>
        {
            if (key(article) is not { } signature || !open.TryGetValue(signature with { Id = 0 }, out var queue) || !queue.TryDequeue(out var same))
                return false;
            paired.Add(same.Id);
            Tell(article, same);
            return true;
        });
        here.RemoveAll(article => paired.Contains(article.Id));
    }

    private void Tell(Signature then, Signature here)
    {
        _theirs[here.Id] = then.Id;
        if (then with { Id = here.Id } == here)
            _same++;
        if (then.Text != here.Text)
            _changes[ReceiptChange.Text].Add(here.Id);
        if (then.Title != here.Title)
            _changes[ReceiptChange.Title].Add(here.Id);
        if (then.Date != here.Date)
            _changes[ReceiptChange.Date].Add(here.Id);
        if (then.Outlet != here.Outlet)
            _changes[ReceiptChange.Outlet].Add(here.Id);
    }

    /// <summary>Looks for the texts of the others in the corpus beyond the results.</summary>
    private async Task FindElsewhereAsync(CorpusDbContext context, long receipt, HashSet<long> missing, HashSet<long> results, CancellationToken ct)
    {
        var portion = new List<ReceiptArticle>();
        await foreach (var article in new ReceiptParts(contexts).ReadAsync(receipt, ct))
        {
            if (missing.Contains(article.Id))
                portion.Add(article);
            if (portion.Count == ReceiptParts.Size)
                await LookAsync();
        }
        await LookAsync();

        async Task LookAsync()
        {
            var hashes = portion.Select(a => a.Hash).Distinct(StringComparer.Ordinal).ToList();
            var known = (await context.Articles.AsNoTracking().Where(a => hashes.Contains(a.TextHash)).OrderBy(a => a.Id).Select(a => new { a.TextHash, a.Id }).ToListAsync(ct))
                .Where(a => !results.Contains(a.Id) && !_theirs.ContainsKey(a.Id)).GroupBy(a => a.TextHash, a => a.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Queue<long>(g), StringComparer.Ordinal);
            foreach (var article in portion)
            {
                if (known.TryGetValue(article.Hash, out var ids) && ids.TryDequeue(out var id))
                {
                    _theirs[id] = article.Id;
                    _changes[ReceiptChange.Gone].Add(id);
                }
                else
                    _changes[ReceiptChange.Absent].Add(article.Id);
            }
            portion.Clear();
        }
    }

    /// <summary>What an article is known by: hashes, since there may be very many; zero where there is nothing.</summary>
    private readonly record struct Signature
    {
        public long Id { get; init; }

        public UInt128 Text { get; init; }

        public ulong Title { get; init; }

        public ulong Date { get; init; }

        public ulong Outlet { get; init; }

        public static Signature Of(ReceiptArticle article) => new() { Id = article.Id, Text = Hash(article.Hash), Title = (ulong)Hash(article.Title), Date = (ulong)Hash(article.Date), Outlet = (ulong)Hash(article.Outlet) };

        private static UInt128 Hash(string? value) => value is null ? default : BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
    }
}
